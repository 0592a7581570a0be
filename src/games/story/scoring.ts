import type { FinalStanding } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Line, Outcome, Standing, Story } from "./state.ts";

const full = 1000;

/** What a vote brings each sentence (rule P1). */
export const outcomesOf = (candidates: readonly Line[], votes: ReadonlyMap<PlayerId, number>): readonly Outcome[] =>
  candidates.map(({ player }, index) => {
    const got = [...votes.values()].filter((choice) => choice === index).length;
    const others = [...votes.keys()].filter((voter) => voter !== player).length;
    return { index, votes: got, points: others === 0 ? 0 : Math.round((full * got) / others) };
  });

/** The place of the sentence with the most votes, of equals the first; null where there is none (rule V1). */
export const bestOf = (outcomes: readonly Outcome[]): number | null =>
  outcomes.toSorted((one, other) => other.votes - one.votes || one.index - other.index)[0]?.index ?? null;

/** Everybody's points with what a vote has brought them. */
export const scored = (
  players: Story["players"],
  candidates: readonly Line[],
  outcomes: readonly Outcome[],
): Story["players"] => {
  const next = new Map<PlayerId, Standing>(players);
  for (const { index, points } of outcomes) {
    const author = candidates[index]?.player;
    const standing = author === undefined ? undefined : next.get(author);
    if (author !== undefined && standing !== undefined)
      next.set(author, { ...standing, score: standing.score + points });
  }
  return next;
};

/** The standings of all who have not left for good, best first; equals share a rank (rule P2). */
export const ranking = (players: Story["players"]): readonly FinalStanding[] => {
  const listed = [...players].filter(([, { presence }]) => presence !== "gone");
  return listed
    .map(([player, { score }]) => ({
      player,
      score,
      right: 0,
      rank: 1 + listed.filter(([, other]) => other.score > score).length,
    }))
    .toSorted((one, other) => one.rank - other.rank);
};
