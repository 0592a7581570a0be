import { modeOf } from "../modes/available.ts";
import { ModeLine } from "../modes/mode-line.tsx";
import { lobby } from "../store.ts";
import { useSecondsLeft } from "./time-left.ts";
import { say } from "../text/say.ts";

/** The last seconds before the first question. */
export const Countdown = () => {
  const { game, topic } = lobby.value ?? {};
  const seconds = Math.max(1, useSecondsLeft());
  if (game === undefined) return null;
  return (
    <div class="countdown">
      <h2>{say("play:countdown.ready")}</h2>
      <p class="big" role="timer" data-testid="timer">
        {/* Each figure is an element of its own, so that each comes in by itself. */}
        <span key={seconds}>{seconds}</span>
      </p>
      <ModeLine />
      {(modeOf(game.mode)?.needsQuestions ?? true) && (
        <p class="muted">
          {topic
            ? say("play:countdown.about", { total: game.total, topic })
            : say("play:countdown.questions", { total: game.total })}
        </p>
      )}
    </div>
  );
};
