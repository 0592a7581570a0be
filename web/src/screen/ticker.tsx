import { bursts, lines } from "../store.ts";
import { say } from "../text/say.ts";

const shownMost = 2;

/** The latest that was said, for a room that does not look at its phones. */
export const Ticker = () => {
  const said = lines.value.filter((line) => line.type === "chat" && !line.removed && !line.waits).slice(-shownMost);
  return (
    <div class="ticker">
      <ul aria-label={say("screen:ticker.title")} data-testid="ticker">
        {said.map((line) => (
          <li key={line.id}>
            {line.type === "chat" && <strong>{line.name}</strong>} {line.text}
          </li>
        ))}
      </ul>
      <div class="floats" aria-hidden="true">
        {bursts.value.map(({ id, emoji }) => (
          <span key={id} style={{ insetInlineEnd: `${(id * 29) % 70}%` }}>
            {emoji}
          </span>
        ))}
      </div>
    </div>
  );
};
