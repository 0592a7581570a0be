import assert from "node:assert/strict";
import type { Played } from "./play.ts";
import type { Seat } from "./seat.ts";

/** By the contract: round(1000 · (1 − t/T/2)), 1000 under 0.5 s, and 100 a step of the streak from the second on, at most 500. */
const pointsOf = (right: boolean, t: number, seconds: number, streak: number): number => {
  if (!right) return 0;
  const speed = t < 500 ? 1000 : Math.round(1000 * (1 - t / (seconds * 1000) / 2));
  return speed + Math.min(500, (streak - 1) * 100);
};

/** Checks a whole game of one player: a result for each answer, in order, that follows from what was acknowledged. */
export const assertResults = (seat: Seat, seconds: number, played: readonly Played[]): void => {
  const results = seat.all("result");
  assert.equal(results.length, played.length);
  let total = 0;
  let streak = 0;
  for (const [index, { ack, openedAt }] of played.entries()) {
    const { question, choice, key, right, points, ...sums } = results[index] as (typeof results)[number];
    assert.deepEqual({ question, choice }, { question: ack.question, choice: ack.choice });
    assert.equal(right, choice === key);
    streak = right ? streak + 1 : 0;
    assert.equal(points, pointsOf(right, ack.at - openedAt, seconds, streak));
    total += points;
    assert.deepEqual([sums.total, sums.streak], [total, streak]);
  }
  const { player } = seat.all("you")[0] ?? { player: "" };
  assert.equal(seat.state.players.get(player)?.score, total);
};
