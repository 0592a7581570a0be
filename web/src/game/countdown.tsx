import { lobby } from "../store.ts";
import { useTimeLeft } from "./time-left.ts";

/** The last seconds before the first question. */
export const Countdown = () => {
  const { game, topic } = lobby.value ?? {};
  const left = useTimeLeft();
  if (game === undefined) return null;
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
