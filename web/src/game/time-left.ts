import { useServerNow } from "../clock.ts";
import { lobby, stoodFrom } from "../store.ts";

/** How many ms of the phase are left, by the server's clock, which stands in a pause and while nothing can be saved. */
export const useTimeLeft = (): number => {
  const game = lobby.value?.game;
  const stood = stoodFrom.value;
  const now = useServerNow(100, game?.paused !== true && stood === undefined);
  if (game === undefined) return 0;
  return Math.max(0, game.paused ? game.remainingMs : game.phaseEndsAt - (stood ?? now));
};
