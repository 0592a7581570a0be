import { useState } from "preact/hooks";
import { useSending } from "../account/sending.ts";
import { choiceIn, packTitle } from "../questions/choice.ts";
import { formOf, formText } from "./form-text.ts";
import { type LobbyWish, makeLobby } from "./make-lobby.ts";
import { MoreOfLobby, moreIn } from "./more-of-lobby.tsx";
import { NumberField } from "./number-field.tsx";

const words = {
  not_found: "This pack is not there any more.",
  malformed: "Choose a pack first.",
  banned: "You are banned from this server. Under “My record” you see why, and can appeal.",
  blocked: "These words can't stand on the door of a lobby, or be asked of bots.",
};

/** Makes a lobby and goes there: as it stands with one tap. */
export const NewLobby = () => {
  const [source, setSource] = useState("auto");
  const [topic, setTopic] = useState("");
  const { busy, fault, run } = useSending(words);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = formOf(event);
    const choice = choiceIn(form);
    const wish: LobbyWish = {
      topic: choice.pack === "" ? formText(form, "topic") : packTitle(choice.pack),
      count: Number(form.get("count")),
      seconds: Number(form.get("seconds")),
      bots: Number(form.get("bots")),
      ...moreIn(form),
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
      <div class="numbers">
        <NumberField name="count" label="Questions" value={10} min={1} max={50} />
        <NumberField name="seconds" label="Seconds" value={20} min={3} max={300} />
        <NumberField name="bots" label="AI bots" value={2} min={0} max={5} />
      </div>
      <MoreOfLobby topic={topic} onSource={setSource} />
      <button class="primary wide" data-testid="make-lobby" aria-disabled={busy}>
        {busy ? "Making it…" : "Make the lobby"}
      </button>
      <p class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
