import { useRef } from "preact/hooks";
import { useServerNow } from "../clock.ts";
import { lobby } from "../store.ts";

/** How much of the phase is left, by the server's clock. */
export const Timer = () => {
  const { game } = lobby.value ?? {};
  const now = useServerNow(100, game?.paused !== true);
  const whole = useRef({ phase: "", ms: 1 });
  if (game === undefined) return null;
  const left = Math.max(0, game.paused ? game.remainingMs : game.phaseEndsAt - now);
  const phase = `${game.question.id} ${game.phase}`;
  // The state says when a phase ends and not how long it is: what is left at first sight is taken for the whole.
  if (whole.current.phase !== phase) whole.current = { phase, ms: Math.max(1, left) };
  whole.current.ms = Math.max(whole.current.ms, left);
  const seconds = Math.ceil(left / 1000);
  return (
    <div class={seconds <= 5 && game.phase === "question" ? "timer urgent" : "timer"}>
      <div class="track" aria-hidden="true">
        <div class="fill" style={{ transform: `scaleX(${(left / whole.current.ms).toFixed(3)})` }} />
      </div>
      <span role="timer" data-testid="timer">
        {seconds} s
      </span>
    </div>
  );
};
