import type { PlayerId } from "../core/ids.ts";
import type { LobbyEvent } from "./events.ts";
import type { Lobby } from "./state.ts";

type Standings = readonly { readonly player: PlayerId; readonly score: number }[];

/** The best of a game has this many points on the evening's board. */
const full = 1000;

/** Each one's share of the best one's points, so that no mode weighs more than another (rule V2). */
const sharesOf = (standings: Standings) => {
  const best = Math.max(0, ...standings.map(({ score }) => score));
  if (best === 0) return [];
  return standings.map(({ player, score }) => ({ player, points: Math.max(0, Math.round((full * score) / best)) }));
};

/**
 * What the end of a game, or of its making, means for the evening that it belongs to: points, and when the next one
 * begins. Undefined when it belongs to none. Without standings nobody has points (rules V2, V3).
 */
export const eveningScored = (
  { evening }: Lobby,
  game: string,
  standings: Standings,
  now: number,
): (LobbyEvent & { readonly type: "evening_scored" }) | undefined => {
  if (evening === undefined || evening.over || evening.game !== game) return undefined;
  const isLast = evening.at + 1 >= evening.items.length;
  const nextAt = isLast ? null : now + evening.gapMs;
  return { type: "evening_scored", points: sharesOf(standings), nextAt, at: now };
};
