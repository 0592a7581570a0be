import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { CompanyField } from "../bots/company-field.tsx";
import { LevelField, levelIn } from "../conduct/level-field.tsx";
import { choiceIn, packTitle } from "../questions/choice.ts";
import { SourceField } from "../questions/source-field.tsx";
import { formOf, formText } from "./form-text.ts";
import { makeLobby } from "./make-lobby.ts";
import { NumberField } from "./number-field.tsx";

const words = {
  not_found: "This pack is not there any more.",
  malformed: "Choose a pack first.",
  banned: "You are banned from this server. Under “My record” you see why, and can appeal.",
  blocked: "These words can't stand on the door of a lobby, or be asked of bots.",
};

/** Makes a lobby and goes there. */
export const NewLobby = () => {
  const [source, setSource] = useState("auto");
  const [topic, setTopic] = useState("");
  const { busy, fault, run } = useSending(words);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const choice = choiceIn(form);
    const wish = {
      topic: choice.pack === "" ? formText(form, "topic") : packTitle(choice.pack),
      count: Number(form.get("count")),
      seconds: Number(form.get("seconds")),
      bots: Number(form.get("bots")),
      prompt: formText(form, "prompt"),
      ...levelIn(form),
      public: form.has("public"),
      start: form.has("auto") ? ("auto" as const) : ("host" as const),
    };
    void run(() => makeLobby(wish, choice));
  };
  return (
    <form class="card new-lobby" data-testid="new-lobby" onSubmit={submit}>
      <h2>Make a lobby</h2>
      {source !== "pack" && (
        <div class="field">
          <label for="topic">Topic</label>
          <input
            id="topic"
            name="topic"
            maxLength={80}
            autocomplete="off"
            defaultValue={topic}
            placeholder="Space, history, food… or leave it open"
            onChange={({ currentTarget: { value } }) => setTopic(value.trim())}
          />
        </div>
      )}
      <SourceField id="lobby" topic={topic} onSource={setSource} />
      <div class="numbers">
        <NumberField name="count" label="Questions" value={10} min={1} max={50} />
        <NumberField name="seconds" label="Seconds each" value={20} min={3} max={300} />
        <NumberField name="bots" label="AI bots" value={2} min={0} max={5} />
      </div>
      <details class="unfold">
        <summary>More: how the bots should be, and how strict it is</summary>
        <CompanyField id="new-lobby" />
        <LevelField />
      </details>
      <label class="check">
        <input type="checkbox" name="public" defaultChecked />
        Show it in the list of open lobbies
      </label>
      <label class="check">
        <input type="checkbox" name="auto" />
        Start as soon as the questions are ready
      </label>
      <button class="primary wide" data-testid="make-lobby" aria-disabled={busy}>
        {busy ? "Making it…" : "Make the lobby"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
