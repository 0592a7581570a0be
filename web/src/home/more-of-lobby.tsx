import { CompanyField } from "../bots/company-field.tsx";
import { LevelField, levelIn } from "../conduct/level-field.tsx";
import { answerTimeIn, answerTimes, startRules } from "../hosting/answer-times.ts";
import { SourceField } from "../questions/source-field.tsx";
import { formText } from "./form-text.ts";
import type { LobbyWish } from "./make-lobby.ts";
import { NumberField } from "./number-field.tsx";
import { say } from "../text/say.ts";

/** What `MoreOfLobby` asks for. */
export const moreIn = (form: FormData): Omit<LobbyWish, "topic" | "count"> => {
  const title = formText(form, "title");
  return {
    ...(title === "" ? {} : { title }),
    answerTime: answerTimeIn(form.get("answerTime")),
    startRule: startRules().find(({ value }) => value === form.get("startRule"))?.value ?? "owner",
    maxPlayers: Number(form.get("maxPlayers")),
    prompt: formText(form, "prompt"),
    ...levelIn(form),
    public: form.has("public"),
    start: form.has("auto") ? "auto" : "host",
  };
};

type Props = { readonly topic: string; readonly onSource: (source: string) => void };

/** All of a new lobby that may well stay as it is. */
export const MoreOfLobby = ({ topic, onSource }: Props) => (
  <details class="unfold more-of-lobby" data-testid="more-of-lobby">
    <summary>{say("play:make.more")}</summary>
    <SourceField id="lobby" topic={topic} onSource={onSource} />
    <label class="check">
      <input type="checkbox" name="public" defaultChecked />
      {say("play:make.public")}
    </label>
    <label class="check">
      <input type="checkbox" name="auto" />
      {say("play:make.auto")}
    </label>
    <div class="two-fields">
      <Select name="startRule" label={say("play:make.startRule")} options={startRules()} />
      <Select name="answerTime" label={say("play:make.answerTime")} options={answerTimes()} />
    </div>
    <div class="two-fields">
      <NumberField name="maxPlayers" label={say("play:make.maxPlayers")} value={12} min={1} max={1000} />
      <div class="field">
        <label for="new-title">{say("play:make.title")}</label>
        <input id="new-title" name="title" maxLength={60} autocomplete="off" placeholder={say("play:make.titleHint")} />
      </div>
    </div>
    <h3>{say("play:make.company")}</h3>
    <CompanyField id="new-lobby" />
    <LevelField />
  </details>
);

type SelectProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string | number; readonly words: string }[];
};

const Select = ({ name, label, options }: SelectProps) => (
  <div class="field">
    <label for={`new-${name}`}>{label}</label>
    <select id={`new-${name}`} name={name}>
      {options.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
