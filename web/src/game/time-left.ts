import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../clock.ts";
import { lobby, stoodFrom } from "../store.ts";

/** Whether the clock stands: in a pause, and while nothing can be saved. */
export const clockStands = (): boolean => lobby.value?.game.paused === true || stoodFrom.value !== undefined;

/** How many ms of the phase are left, by the server's clock. */
export const timeLeft = (): number => {
  const game = lobby.value?.game;
  if (game === undefined) return 0;
  return Math.max(0, game.paused ? game.remainingMs : game.phaseEndsAt - (stoodFrom.value ?? serverNow()));
};

/** A little after the second is full, so that it is not taken for the one before. */
const slackMs = 8;

/** The seconds left, rounded up; the component is rendered anew when they change and not in between. */
export const useSecondsLeft = (): number => {
  const [, setTicks] = useState(0);
  const left = timeLeft();
  const stands = clockStands();
  useEffect(() => {
    if (stands || left === 0) return undefined;
    const timer = setTimeout(() => setTicks((ticks) => ticks + 1), (left % 1000) + slackMs);
    return () => clearTimeout(timer);
  });
  return Math.ceil(left / 1000);
};
