import type { FinalStanding } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Bluff, Outcome, Phase, Round, Standing } from "./state.ts";

export const forTruth = 1000;
const forFooling = 500;

type Players = Bluff["players"];
type Voting = Phase & { readonly name: "voting" };

/** What came of a vote, for everybody who voted, wrote, or could have (rules P1 and P2). */
export const outcomesOf = (
  { options, key, votes }: Pick<Voting, "options" | "key" | "votes">,
  players: Players,
  limit: number,
): readonly Outcome[] => {
  const counts = options.map((_, index) => [...votes.values()].filter(({ choice }) => choice === index).length);
  return [...players].flatMap(([player, { presence }]): Outcome[] => {
    const vote = votes.get(player);
    const index = options.findIndex(({ authors }) => authors.includes(player));
    if (vote === undefined && index < 0 && presence === "gone") return [];
    const fooled = counts[index] ?? 0;
    const right = vote?.choice === key;
    const shared = Math.round((forFooling * fooled) / Math.max(1, options[index]?.authors.length ?? 1));
    const points = (right ? forTruth : 0) + shared;
    return [{ player, choice: vote?.choice ?? null, right, fooled, points, time: vote?.time ?? limit }];
  });
};

/** Everybody's points made anew from every round that stands. */
export const scored = (players: Players, closed: readonly Round[], struck: ReadonlySet<string>): Players => {
  const next = new Map([...players].map(([id, standing]) => [id, { ...standing, score: 0, right: 0 }]));
  for (const { question, outcomes } of closed) {
    if (struck.has(question)) continue;
    for (const { player, points, right } of outcomes) {
      const standing = next.get(player);
      if (standing === undefined) continue;
      next.set(player, { ...standing, score: standing.score + points, right: standing.right + (right ? 1 : 0) });
    }
  }
  return next;
};

const isBefore = (a: Standing, b: Standing): number => b.score - a.score || b.right - a.right;

/** The standings of all who have not left for good, best first; equals share a rank (rule P4). */
export const ranking = (players: Players): readonly FinalStanding[] => {
  const listed = [...players].filter(([, { presence }]) => presence !== "gone");
  listed.sort(([, a], [, b]) => isBefore(a, b));
  let rank = 0;
  return listed.map(([player, standing], index): FinalStanding => {
    const above = listed[index - 1];
    if (above === undefined || isBefore(above[1], standing) !== 0) rank = index + 1;
    return { player, score: standing.score, right: standing.right, rank };
  });
};

export const ranksOf = (players: Players): ReadonlyMap<PlayerId, number> =>
  new Map(ranking(players).map(({ player, rank }) => [player, rank]));
