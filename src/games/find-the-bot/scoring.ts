import type { FinalStanding } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Alias, FindTheBot, Fooled, Mark, Round, Standing } from "./state.ts";

const full = 1000;
const forFooling = 500;

type Votes = ReadonlyMap<PlayerId, number>;
type Players = FindTheBot["players"];

/** Whether a vote marks the alias of this place. */
export const isMarked = (bots: number, index: number): boolean => (bots & (1 << index)) !== 0;

/** What came of a vote, for each player and each alias (rules P1 and P2). */
export const outcomeOf = (
  { aliases }: Round,
  players: Players,
  votes: Votes,
): { readonly marks: readonly Mark[]; readonly fooled: readonly Fooled[] } => {
  const isBot = ({ player }: Alias) => players.get(player)?.bot === true;
  const fooled = aliases.map((alias, index): Fooled => {
    const people = [...votes].filter(([voter]) => voter !== alias.player && players.get(voter)?.bot === false);
    const taken = people.filter(([, bots]) => isMarked(bots, index) !== isBot(alias));
    return { alias: alias.id, fooled: taken.length, of: people.length };
  });
  const marks = [...players].flatMap(([player, { presence }]): Mark[] => {
    const bots = votes.get(player) ?? null;
    if (bots === null && presence === "gone") return [];
    const others = aliases.map((alias, index) => ({ alias, index })).filter(({ alias }) => alias.player !== player);
    const right =
      bots === null ? 0 : others.filter(({ alias, index }) => isMarked(bots, index) === isBot(alias)).length;
    const points =
      others.length === 0 ? 0 : Math.max(0, Math.round((full * (2 * right - others.length)) / others.length));
    return [{ player, bots, right, of: others.length, points, fooling: foolingOf(player, aliases, fooled) }];
  });
  return { marks, fooled };
};

const foolingOf = (player: PlayerId, aliases: readonly Alias[], fooled: readonly Fooled[]): number => {
  const shares = aliases.flatMap((alias, index) => {
    const { fooled: taken, of } = fooled[index] as Fooled;
    return alias.player === player ? [of === 0 ? 0 : taken / of] : [];
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.length === 0 ? 0 : Math.round((forFooling * sum) / shares.length);
};

/** Everybody's points with what a round has brought them. */
export const scored = (players: Players, marks: readonly Mark[]): Players => {
  const next = new Map(players);
  for (const { player, right, points, fooling } of marks) {
    const standing = next.get(player);
    if (standing === undefined) continue;
    next.set(player, { ...standing, score: standing.score + points + fooling, right: standing.right + right });
  }
  return next;
};

const isBefore = (a: Standing, b: Standing): number => b.score - a.score || b.right - a.right;

/** The standings of all who have not left for good, best first; equals share a rank (rule P4). */
export const ranking = (players: Players): readonly FinalStanding[] => {
  const listed = [...players].filter(([, { presence }]) => presence !== "gone");
  listed.sort(([, a], [, b]) => isBefore(a, b));
  let rank = 0;
  return listed.map(([player, standing], index) => {
    const above = listed[index - 1];
    if (above === undefined || isBefore(above[1], standing) !== 0) rank = index + 1;
    return { player, score: standing.score, right: standing.right, rank };
  });
};
