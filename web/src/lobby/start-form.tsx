import { useState } from "preact/hooks";
import { start, suggest, type Wish } from "../actions.ts";
import type { Options } from "../../../src/protocol/modes.ts";
import type { LobbyState } from "../lobby-state.ts";
import { modeOf } from "../modes/available.ts";
import { ModeField } from "../modes/mode-field.tsx";
import { OptionFields, optionsIn } from "../modes/option-fields.tsx";
import { EveningButton } from "../evening/evening-button.tsx";
import { formOf, formText } from "../home/form-text.ts";
import { PreviewButton } from "../hosting/preview-button.tsx";
import { type Choice, choiceIn, packTitle, rememberChoice, rememberedChoice } from "../questions/choice.ts";
import { SourceField } from "../questions/source-field.tsx";
import { lobby, mayStart, showStatus } from "../store.ts";
import { say } from "../text/say.ts";

type Made = {
  readonly status: string;
  readonly topic: string;
  readonly source: string;
  readonly choice: Choice | undefined;
};

const wishIn = (form: FormData, made: Made): Wish => {
  const topic = formText(form, "topic");
  const count = Number(form.get("count"));
  const choice = choiceIn(form);
  const isSame =
    choice.source === "" || (choice.source === made.choice?.source && choice.pack === (made.choice?.pack ?? ""));
  // What is ready is played as it is, unless something else is asked for.
  const isReady = made.status === "ready" && isSame && (choice.pack !== "" || topic === made.topic);
  // Another topic would be another source, too.
  const isThePack = choice.source === "" && made.source === "pack" && topic === made.topic;
  return {
    ...(isReady || isThePack ? {} : wishOf(choice, choice.pack === "" ? topic : packTitle(choice.pack) || made.topic)),
    ...(count > 0 ? { count } : {}),
  };
};

const wishOf = ({ source, pack }: Choice, topic: string): Wish => {
  if (source === "") return { topic };
  return pack === "" ? { topic, source } : { topic, source, pack };
};

type ModeAt = { readonly mode: string; readonly options: Options };

/** The mode that the lobby is set to. */
const modeAt = (shown: LobbyState | undefined): ModeAt => ({
  mode: shown?.mode || "quiz",
  options: JSON.parse(shown?.options || "{}") as Options,
});

/** What is as the lobby is set need not be asked for: what is ready is played as it is. */
const modeWish = (mode: string, options: Options, at: ModeAt): Wish => ({
  ...(mode === at.mode ? {} : { mode }),
  ...(mode === at.mode && isSame(options, at.options) ? {} : { options }),
});

const isSame = (one: Options, other: Options): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);

/** Starts a game; who may not start one asks the others for it. */
export const StartForm = ({ again = "" }: { readonly again?: string }) => {
  const { code = "", status = "", topic = "", source: set = "" } = lobby.value ?? {};
  const at = modeAt(lobby.value);
  const choice = rememberedChoice(code);
  const [source, setSource] = useState<string>(choice?.source ?? "");
  const [typed, setTyped] = useState(topic);
  const [mode, setMode] = useState(at.mode);
  const needsQuestions = modeOf(mode)?.needsQuestions ?? true;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const now = choiceIn(form);
    if (now.source === "pack" && now.pack === "") return showStatus(say("play:make.choosePack"));
    if (form.has("source")) rememberChoice(code, now);
    const options = optionsIn(form, modeOf(mode)?.options ?? {});
    const wish = { ...wishIn(form, { status, topic, source: set, choice }), ...modeWish(mode, options, at) };
    void (mayStart.value ? start(wish) : suggest(wish));
  };
  return (
    <>
      <form class="start-form" onSubmit={submit}>
        <ModeField id="start-mode" label={say("modes:label")} value={mode} onMode={setMode} />
        {source !== "pack" && needsQuestions && (
          <div class="field">
            <label for="start-topic">{say("play:make.topic")}</label>
            <input
              id="start-topic"
              name="topic"
              maxLength={80}
              autocomplete="off"
              defaultValue={typed}
              placeholder={say("play:start.anything")}
              onChange={({ currentTarget: { value } }) => setTyped(value.trim())}
            />
          </div>
        )}
        {mayStart.value && (
          <div class="field short">
            <label for="start-count">{say("play:make.count")}</label>
            <input
              id="start-count"
              name="count"
              type="number"
              inputMode="numeric"
              min={1}
              max={50}
              placeholder={say("play:start.asSet")}
            />
          </div>
        )}
        {mayStart.value && <OptionFields id="start-option" mode={mode} options={mode === at.mode ? at.options : {}} />}
        {mayStart.value && needsQuestions && (
          <SourceField id="start" topic={typed} start={choice} asSet onSource={setSource} />
        )}
        <button class="primary" data-testid={mayStart.value ? "start-game" : "suggest-game"}>
          {mayStart.value ? again || say("play:start.start") : say("play:start.suggest")}
        </button>
      </form>
      <PreviewButton />
      <EveningButton />
    </>
  );
};
