import type { AnyGame } from "../core/game.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { gameTime, isPaused, type Lobby, makingOf, type Play, times } from "./state.ts";

/** The lobby goes on, after nobody has run it since `stoodFrom` (ms since 1970). */
export const wake = (games: Games, lobby: Lobby, stoodFrom: number, now: number): Verdict => {
  const draft = new Draft(games, lobby).add({ type: "woken", at: now });
  const { stage } = lobby;
  if (stage.status === "in-progress" && !isPaused(stage.play)) {
    const by = lostTime(games, stage.play, Math.min(stoodFrom, now), now);
    if (by > 0) draft.add({ type: "clock_moved", by });
  } else if (stage.status === "building" || stage.status === "ready") {
    if (makingOf(lobby) !== undefined && now > stoodFrom) draft.add({ type: "clock_moved", by: now - stoodFrom });
  }
  return draft.accepted();
};

/** How far the clock must move so that the phase has left what it had, and no less than people need to look up. */
const lostTime = (games: Games, play: Play, stoodFrom: number, now: number): number => {
  const stood = now - stoodFrom;
  const due = (games.get(play.mode) as AnyGame).nextDeadline(play.state);
  if (due === undefined) return stood;
  const left = due - gameTime(play, stoodFrom);
  return stood + Math.max(0, times.leftOnWaking - left);
};
