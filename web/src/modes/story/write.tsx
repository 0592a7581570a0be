import { useState } from "preact/hooks";
import { formOf, formText } from "../../home/form-text.ts";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { type Ask, useMove } from "../asks.tsx";
import { turn } from "./round.ts";

/** A sentence of one's own. What was refused stays in the field, to be mended. */
export const Write = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const [length, setLength] = useState(0);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = formText(formOf(event), "text").replace(/\s+/g, " ");
    if (text !== "" && !busy) void act({ text });
  };
  const { most = 200 } = ask;
  return (
    <form class="story-form" onSubmit={submit} data-testid="story-form">
      <label for="story-text">{say(turn()?.ending === true ? "modeStory:write.ending" : "modeStory:write.next")}</label>
      <textarea
        id="story-text"
        name="text"
        rows={3}
        maxLength={most}
        required
        autocomplete="off"
        aria-describedby="story-left story-fault"
        onInput={({ currentTarget }) => setLength(currentTarget.value.length)}
      />
      <div class="story-send">
        <span id="story-left" class="muted">
          {say("modeStory:write.left", { count: most - length })}
        </span>
        <button class="primary" disabled={lobby.value?.game.paused}>
          {say("modeStory:write.send")}
        </button>
      </div>
      <p id="story-fault" class="fault" role="alert">
        {fault}
      </p>
    </form>
  );
};
