import type { Messages } from "../../../src/protocol/messages.ts";
import { ask } from "../actions.ts";

/** The protocol's reactions with a word for each. Only its types are imported: its values would bring zod along. */
const names: Readonly<Record<Messages["react"]["emoji"], string>> = {
  "👍": "Thumbs up",
  "👏": "Applause",
  "😂": "Laughing",
  "😮": "Surprised",
  "😢": "Sad",
  "❤️": "Heart",
  "🔥": "Fire",
  "🎉": "Party",
};
const reactions = Object.keys(names) as (keyof typeof names)[];

/** The reactions to send. */
export const ReactionsBar = () => (
  <div class="reaction-buttons" id="reactions" role="group" aria-label="React">
    {reactions.map((emoji) => (
      <button key={emoji} class="quiet" aria-label={names[emoji]} onClick={() => void ask("react", { emoji })}>
        {emoji}
      </button>
    ))}
  </div>
);
