import type { FinalStanding } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Standing } from "./state.ts";

const full = 1000;
const graceMs = 500;
const streakStep = 100;
const streakMost = 500;

/** Points of a right answer after `time` of `limit` ms, without the streak (rule P1, the formula Kahoot made common). */
export const pointsFor = (time: number, limit: number): number =>
  time < graceMs ? full : Math.round(full * (1 - time / limit / 2));

/** What the `streak`-th right answer in a row adds (rule P3). */
export const streakBonus = (streak: number): number =>
  streak < 2 ? 0 : Math.min(streakMost, (streak - 1) * streakStep);

const isBefore = (a: Standing, b: Standing): number => b.score - a.score || b.right - a.right || a.time - b.time;

/** The standings of all who have not left for good, best first; equals share a rank (rule P4). */
export const ranking = (players: ReadonlyMap<PlayerId, Standing>): readonly FinalStanding[] => {
  const listed = [...players].filter(([, standing]) => standing.presence !== "gone");
  listed.sort(([, a], [, b]) => isBefore(a, b));
  let rank = 0;
  return listed.map(([player, standing], index) => {
    const above = listed[index - 1];
    if (above === undefined || isBefore(above[1], standing) !== 0) rank = index + 1;
    return { player, score: standing.score, right: standing.right, rank };
  });
};
