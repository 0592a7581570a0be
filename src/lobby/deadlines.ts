import type { AnyGame } from "../core/game.ts";
import { onceFor } from "../core/once.ts";
import { eveningDue } from "./evening.ts";
import type { Games } from "./evolve.ts";
import { heir } from "./seats.ts";
import { isPaused, type Lobby, makingOf, times } from "./state.ts";

/** When the lobby wants its next tick, in ms since 1970. */
export const nextDeadline = (games: Games, lobby: Lobby): number | undefined => {
  if (lobby.closed) return undefined;
  const dues: number[] = [];
  const awayFrom = firstAway(lobby.members);
  if (awayFrom !== undefined) dues.push(awayFrom + times.seat);
  if (lobby.ownerAwaySince !== undefined && heir(lobby) !== undefined) dues.push(lobby.ownerAwaySince + times.owner);
  if (lobby.offer !== undefined) dues.push(lobby.offer.closesAt);
  for (const until of lobby.muted.values()) dues.push(until);
  if (lobby.waveUntil !== undefined) dues.push(lobby.waveUntil);
  const gameDue = stageDeadline(games, lobby);
  if (gameDue !== undefined) dues.push(gameDue);
  const evening = eveningDue(lobby);
  if (evening !== undefined) dues.push(evening);
  const making = makingOf(lobby);
  if (making !== undefined) dues.push(making.endsAt);
  return dues.length === 0 ? undefined : Math.min(...dues);
};

/** When the first of those went away who still are. */
const firstAway = onceFor((members: Lobby["members"]): number | undefined => {
  let first: number | undefined;
  for (const { awaySince = Infinity } of members.values()) if (awaySince < (first ?? Infinity)) first = awaySince;
  return first;
});

const stageDeadline = (games: Games, { stage }: Lobby): number | undefined => {
  if (stage.status !== "in-progress" || isPaused(stage.play)) return undefined;
  const due = (games.get(stage.play.mode) as AnyGame).nextDeadline(stage.play.state);
  return due === undefined ? undefined : due + stage.play.offset;
};
