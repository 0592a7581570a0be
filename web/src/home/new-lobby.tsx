import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { modeOf } from "../modes/available.ts";
import { ModeField } from "../modes/mode-field.tsx";
import { OptionFields, optionsIn } from "../modes/option-fields.tsx";
import { choiceIn, packTitle } from "../questions/choice.ts";
import { formOf, formText } from "./form-text.ts";
import { type LobbyWish, makeLobby } from "./make-lobby.ts";
import { MoreOfLobby, moreIn } from "./more-of-lobby.tsx";
import { NumberField } from "./number-field.tsx";
import { say } from "../text/say.ts";

const words = () => ({
  not_found: say("play:make.packGone"),
  malformed: say("play:make.choosePack"),
  banned: say("play:make.banned"),
  blocked: say("play:make.blocked"),
});

/** Makes a lobby and goes there: as it stands with one tap. */
export const NewLobby = () => {
  const [source, setSource] = useState("auto");
  const [topic, setTopic] = useState("");
  const [mode, setMode] = useState("quiz");
  const needsQuestions = modeOf(mode)?.needsQuestions ?? true;
  const { busy, fault, run } = useSending(words());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const choice = choiceIn(form);
    const wish: LobbyWish = {
      topic: choice.pack === "" ? formText(form, "topic") : packTitle(choice.pack),
      count: Number(form.get("count")),
      seconds: Number(form.get("seconds")),
      bots: Number(form.get("bots")),
      mode,
      options: optionsIn(form, modeOf(mode)?.options ?? {}),
      ...moreIn(form),
    };
    void run(() => makeLobby(wish, choice));
  };
  return (
    <form class="card new-lobby" data-testid="new-lobby" onSubmit={submit}>
      <h2>{say("play:make.heading")}</h2>
      <ModeField id="mode" label={say("modes:label")} value={mode} onMode={setMode} />
      {source !== "pack" && needsQuestions && (
        <div class="field">
          <label for="topic">{say("play:make.topic")}</label>
          <input
            id="topic"
            name="topic"
            maxLength={80}
            autocomplete="off"
            defaultValue={topic}
            placeholder={say("play:make.topicHint")}
            onChange={({ currentTarget: { value } }) => setTopic(value.trim())}
          />
        </div>
      )}
      <div class="numbers">
        <NumberField name="count" label={say("play:make.count")} value={10} min={1} max={50} />
        <NumberField name="seconds" label={say("play:make.seconds")} value={20} min={3} max={300} />
        <NumberField name="bots" label={say("play:make.bots")} value={2} min={0} max={5} />
      </div>
      <OptionFields id="new-option" mode={mode} options={{}} />
      <MoreOfLobby topic={topic} onSource={setSource} />
      <button class="primary wide" data-testid="make-lobby" aria-disabled={busy}>
        {say(busy ? "play:make.making" : "play:make.make")}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
