import { type FinalStanding, pointsFor, streakBonus } from "parlor/kit";
import { thingOf } from "./facts.ts";
import { directions, type Guess, type HigherOrLower, type Outcome, type Standing } from "./state.ts";

const flat = 1000;

/** The place of the right direction in a round. */
export const rightIn = ({ rounds, number }: HigherOrLower): number => {
  const pair = rounds[number - 1];
  if (pair === undefined) return -1;
  const isHigher = thingOf(pair.asked).thing.value > thingOf(pair.known).thing.value;
  return directions.indexOf(isHigher ? "higher" : "lower");
};

/** What the open round brings everybody (rules P1 and P2). */
export const outcomesOf = (state: HigherOrLower, guesses: ReadonlyMap<string, Guess>): readonly Outcome[] => {
  const key = rightIn(state);
  return [...state.players].map(([player, { chain }]) => {
    const guess = guesses.get(player);
    const right = guess?.direction === key;
    return {
      player,
      direction: guess?.direction ?? null,
      right,
      points: right ? pointsOf(state, guess, chain + 1) : 0,
    };
  });
};

const pointsOf = ({ timed, limit }: HigherOrLower, { time }: Guess, chain: number): number =>
  (timed ? pointsFor(time, limit) : flat) + streakBonus(chain);

const isBefore = (one: Standing, other: Standing): number => other.score - one.score || other.right - one.right;

/** The standings of all who have not left for good, best first; equals share a rank (rule P3). */
export const ranking = (players: HigherOrLower["players"]): readonly FinalStanding[] => {
  const listed = [...players].filter(([, { presence }]) => presence !== "gone");
  return listed
    .map(([player, standing]) => ({
      player,
      score: standing.score,
      right: standing.right,
      rank: 1 + listed.filter(([, other]) => isBefore(other, standing) < 0).length,
    }))
    .toSorted((one, other) => one.rank - other.rank);
};
