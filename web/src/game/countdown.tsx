import { useServerNow } from "../clock.ts";
import { lobby } from "../store.ts";

/** The last seconds before the first question. */
export const Countdown = () => {
  const { game, topic } = lobby.value ?? {};
  const now = useServerNow(100, game?.paused !== true);
  if (game === undefined) return null;
  const left = game.paused ? game.remainingMs : game.phaseEndsAt - now;
  return (
    <div class="countdown">
      <h2>Get ready</h2>
      <p class="big" role="timer" data-testid="timer">
        {Math.max(1, Math.ceil(left / 1000))}
      </p>
      <p class="muted">
        {game.total} questions{topic ? ` about ${topic}` : ""}
      </p>
    </div>
  );
};
