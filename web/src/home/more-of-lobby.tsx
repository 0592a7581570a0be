import { CompanyField } from "../bots/company-field.tsx";
import { LevelField, levelIn } from "../conduct/level-field.tsx";
import { answerTimeIn, answerTimes, startRules } from "../hosting/answer-times.ts";
import { SourceField } from "../questions/source-field.tsx";
import { formText } from "./form-text.ts";
import type { LobbyWish } from "./make-lobby.ts";
import { NumberField } from "./number-field.tsx";

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
    <summary>More choices</summary>
    <SourceField id="lobby" topic={topic} onSource={onSource} />
    <label class="check">
      <input type="checkbox" name="public" defaultChecked />
      Show it in the list of open lobbies
    </label>
    <label class="check">
      <input type="checkbox" name="auto" />
      Start as soon as the questions are ready
    </label>
    <div class="two-fields">
      <Select name="startRule" label="Who may start a game" options={startRules()} />
      <Select name="answerTime" label="Time to answer" options={answerTimes()} />
    </div>
    <div class="two-fields">
      <NumberField name="maxPlayers" label="Players at most" value={12} min={1} max={1000} />
      <div class="field">
        <label for="new-title">Name of the lobby</label>
        <input id="new-title" name="title" maxLength={60} autocomplete="off" placeholder="Your name’s lobby" />
      </div>
    </div>
    <h3>How the bots should be</h3>
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
