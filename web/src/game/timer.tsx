import { useTimeLeft } from "./time-left.ts";
import { lobby } from "../store.ts";

/** How much of the phase is left, by the server's clock. */
export const Timer = () => {
  const { game } = lobby.value ?? {};
  const left = useTimeLeft();
  if (game === undefined) return null;
  const share = Math.min(1, left / Math.max(1, game.phaseMs));
  const seconds = Math.ceil(left / 1000);
  return (
    <div class={seconds <= 5 && game.phase === "question" ? "timer urgent" : "timer"}>
      <div class="track" aria-hidden="true">
        <div class="fill" style={{ transform: `scaleX(${share.toFixed(3)})` }} />
      </div>
      <span role="timer" data-testid="timer">
        {seconds} s
      </span>
    </div>
  );
};
