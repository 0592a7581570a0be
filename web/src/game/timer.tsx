import { useRef } from "preact/hooks";
import { lobby } from "../store.ts";
import { useDraining } from "./draining.ts";
import { useSecondsLeft } from "./time-left.ts";
import { say } from "../text/say.ts";

/** How much of the phase is left, by the server's clock. */
export const Timer = () => {
  const { game } = lobby.value ?? {};
  const seconds = useSecondsLeft();
  const fill = useRef<HTMLDivElement>(null);
  useDraining(fill);
  if (game === undefined || game.phaseEndsAt === 0) return null;
  return (
    <div class={seconds <= 5 && game.phase === "question" ? "timer urgent" : "timer"}>
      <div class="track" aria-hidden="true">
        <div class="fill" ref={fill} />
      </div>
      <span role="timer" data-testid="timer">
        {say("play:time.seconds", { seconds })}
      </span>
    </div>
  );
};
