import type { KeptStory } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";

/** The place of a name in a story whose author's data have been erased. */
const nobody = "–";

/** A story without what somebody wrote in it; the gap stays. */
export const storyWithout = (story: KeptStory, player: PlayerId): KeptStory => ({
  ...story,
  lines: story.lines.map((line) => (line.player === player ? { ...line, name: nobody, text: "" } : line)),
});
