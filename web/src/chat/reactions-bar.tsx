import type { Messages } from "../../../src/protocol/messages.ts";
import { ask } from "../actions.ts";
import { burst } from "../listen.ts";
import { seat } from "../store.ts";
import { type Key, say } from "../text/say.ts";

/** The protocol's reactions with a word for each. Only its types are imported: its values would bring zod along. */
const names: Readonly<Record<Messages["react"]["emoji"], Key>> = {
  "👍": "play:emoji.up",
  "👏": "play:emoji.applause",
  "😂": "play:emoji.laughing",
  "😮": "play:emoji.surprised",
  "😢": "play:emoji.sad",
  "❤️": "play:emoji.heart",
  "🔥": "play:emoji.fire",
  "🎉": "play:emoji.party",
};
const reactions = Object.keys(names) as (keyof typeof names)[];

/** The reactions to send. */
export const ReactionsBar = () => (
  <div class="reaction-buttons" id="reactions" role="group" aria-label={say("play:chat.react")}>
    {reactions.map((emoji) => (
      <button key={emoji} class="quiet" aria-label={say(names[emoji])} onClick={() => void react(emoji)}>
        {emoji}
      </button>
    ))}
  </div>
);

/** The others are told of it by the server; here it is shown once it has arrived there. */
const react = async (emoji: Messages["react"]["emoji"]): Promise<void> => {
  if (await ask("react", { emoji })) burst(seat.value, emoji);
};
