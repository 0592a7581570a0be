import type { PlayerId } from "../core/ids.ts";
import type { GameLine, RatingLine } from "./standings.ts";

/** What is known of somebody's skill: about where it is, and how far from there it may be. */
export type Skill = { readonly mu: number; readonly sigma: number };

/** Digits that are kept: the same numbers on every machine, and in every store. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Of whom nothing is known. */
export const unknown: Skill = { mu: 25, sigma: round(25 / 3) };

/** How much a skill may change between two games, so that ratings never stand still. */
const tau = 25 / 300;

/** Beyond so many sides each is compared with those beside it alone: the usual way takes the square of their number. */
const mostSides = 100;

/** With fewer rated games than this a rating is provisional. */
const enoughGames = 5;
export const isProvisional = (games: number): boolean => games < enoughGames;

const scale = 40;

/** A rating as people see it: 1000 for who is new, and lower than the skill by as much as that is uncertain. */
export const figureOf = ({ mu, sigma }: Skill): number => Math.max(0, Math.round(1000 + scale * (mu - 3 * sigma)));

/** How far off it may be, in the same measure. */
export const marginOf = ({ sigma }: Pick<Skill, "sigma">): number => Math.round(scale * sigma);

/** What a player is told of their rating after so many rated games. */
export const ratingLine = (mode: string | undefined, skill: Skill, games: number): RatingLine => ({
  ...(mode === undefined ? {} : { mode }),
  rating: figureOf(skill),
  margin: marginOf(skill),
  games,
  provisional: isProvisional(games),
});

type Side = { readonly rank: number; readonly players: readonly PlayerId[] };
type Line = Pick<GameLine, "player" | "kind" | "rank" | "team">;

/** The people of a game who are rated by it, side by side; none where people did not meet people. */
export const sidesOf = (lines: readonly Line[]): readonly Side[] => {
  const people = lines
    .filter(({ kind }) => kind === "human")
    .toSorted((one, other) => (one.player < other.player ? -1 : 1));
  const teams = new Map<string, Side>();
  for (const { player, rank, team } of people) {
    const key = team === undefined ? `player ${player}` : `team ${team}`;
    teams.set(key, { rank, players: [...(teams.get(key)?.players ?? []), player] });
  }
  return teams.size < 2 ? [] : [...teams.values()];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * What is known of everybody after a game, by what was known of them before. A side is as good as its members are on
 * average, as that is how sides score: how many they are does not matter.
 */
export const rated = async (
  sides: readonly Side[],
  before: (player: PlayerId) => Skill,
): Promise<ReadonlyMap<PlayerId, Skill>> => {
  // Loaded when somebody is rated first: a start need not wait for it.
  const [{ rate }, { bradleyTerryPart }] = await Promise.all([import("openskill"), import("openskill/models")]);
  const teams = sides.map(({ players }) => {
    const members = players.map((player) => {
      const { mu, sigma } = before(player);
      return { player, mu, variance: sigma ** 2 + tau ** 2 };
    });
    const count = members.length;
    const mu = sum(members.map((one) => one.mu)) / count;
    const variance = sum(members.map((one) => one.variance));
    return { members, count, mu, variance, sigma: Math.sqrt(variance) / count };
  });
  const after = rate(
    teams.map(({ mu, sigma }) => [{ mu, sigma }]),
    {
      rank: sides.map(({ rank }) => rank),
      ...(sides.length > mostSides ? { model: bradleyTerryPart } : {}),
    },
  );
  const skills = teams.flatMap(({ members, count, variance: whole, ...team }, index) => {
    const found = after[index]?.[0] ?? team;
    const gained = found.mu - team.mu;
    const learned = 1 - (found.sigma / team.sigma) ** 2;
    return members.map(({ player, mu, variance }): [PlayerId, Skill] => {
      const share = variance / whole;
      const sigma = Math.sqrt(variance * (1 - share * learned));
      return [player, { mu: round(mu + count * share * gained), sigma: round(sigma) }];
    });
  });
  return new Map(skills);
};
