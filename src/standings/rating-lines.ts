import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { rated, sidesOf, type Skill, unknown } from "./rate.ts";
import type { Rows } from "./rows.ts";
import type { GameLine } from "./standings.ts";

/** A game, as far as ratings are made from it. */
export type RatedGame = {
  readonly id: string;
  readonly at: number;
  readonly mode: string;
  readonly lines: readonly GameLine[];
};

/** What is known of a player after a game: in all modes together, and in its own. */
export type RatingLine = {
  readonly game: string;
  readonly at: number;
  readonly mode: string;
  readonly player: PlayerId;
  readonly overall: Skill;
  readonly inMode: Skill;
  readonly isNew: boolean;
};

export const gamesBy = async (rows: Rows, ids: readonly string[]): Promise<readonly RatedGame[]> => {
  const { rows: games } = await sql<Omit<RatedGame, "at"> & { readonly at: Date }>`
    select id, at, mode, detail -> 'lines' as lines from game
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) order by at, id`.execute(rows);
  return games.map(({ at, ...game }) => ({ ...game, at: at.getTime() }));
};

/** A skill, and after which game it was known. */
type Known = Skill & { readonly at: number; readonly game: string };
/** What is written of a player in a game, and what was known of them before it. */
type Before = {
  readonly own: readonly [number, number, number, number] | null;
  readonly overall: Known | null;
  readonly inMode: Known | null;
};

const keyOf = (game: string, player: string): string => `${game} ${player}`;

const knownOf = async (rows: Rows, games: readonly RatedGame[]): Promise<ReadonlyMap<string, Before>> => {
  const wanted = games.flatMap(({ id, at, mode, lines }) =>
    lines
      .filter(({ kind }) => kind === "human")
      .map(({ player }) => ({ game: id, at: new Date(at).toISOString(), mode, player })),
  );
  const { rows: found } = await sql<Before & { readonly game: string; readonly player: string }>`
    select v.game, v.player, own.known as own, before.known as overall, alike.known as "inMode"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as v (game text, at timestamptz, mode text, player text)
    left join lateral (
      select jsonb_build_array(mu, sigma, mode_mu, mode_sigma) as known from rating_line
      where game = v.game and player = v.player
    ) own on true
    left join lateral (
      select jsonb_build_object('at', extract(epoch from at) * 1000, 'game', game, 'mu', mu, 'sigma', sigma) as known
      from rating_line
      where player = v.player and (at, game) < (v.at, v.game collate "C")
      order by at desc, game desc limit 1
    ) before on true
    left join lateral (
      select jsonb_build_object(
        'at', extract(epoch from at) * 1000, 'game', game, 'mu', mode_mu, 'sigma', mode_sigma
      ) as known
      from rating_line
      where player = v.player and mode = v.mode and (at, game) < (v.at, v.game collate "C")
      order by at desc, game desc limit 1
    ) alike on true`.execute(rows);
  return new Map(found.map(({ game, player, ...before }) => [keyOf(game, player), before]));
};

/** What is known by the later of two games; of the same one, what these games have made of it. */
const later = (one: Known | null | undefined, other: Known | undefined): Skill => {
  if (one === null || one === undefined) return other ?? unknown;
  if (other === undefined) return one;
  return one.at > other.at || (one.at === other.at && one.game > other.game) ? one : other;
};

/** Rates games, which are given in their order; answers the lines that are other ones than those that are written. */
export const rateGames = async (rows: Rows, games: readonly RatedGame[]): Promise<readonly RatingLine[]> => {
  const before = await knownOf(rows, games);
  /** What these games themselves have made known, by mode, and in all of them together. */
  const known = new Map<string, Known>();
  const changed: RatingLine[] = [];
  for (const { id, at, mode, lines } of games) {
    const sides = sidesOf(lines);
    if (sides.length === 0) continue;
    const overall = await rated(sides, (player) =>
      later(before.get(keyOf(id, player))?.overall, known.get(keyOf("", player))),
    );
    const inMode = await rated(sides, (player) =>
      later(before.get(keyOf(id, player))?.inMode, known.get(keyOf(mode, player))),
    );
    for (const [player, skill] of overall) {
      const alike = inMode.get(player) ?? unknown;
      known.set(keyOf("", player), { ...skill, at, game: id });
      known.set(keyOf(mode, player), { ...alike, at, game: id });
      const own = before.get(keyOf(id, player))?.own ?? [];
      if ([skill.mu, skill.sigma, alike.mu, alike.sigma].every((value, index) => value === own[index])) continue;
      changed.push({ game: id, at, mode, player, overall: skill, inMode: alike, isNew: own.length === 0 });
    }
  }
  return changed;
};

export const writeLines = (rows: Rows, lines: readonly RatingLine[]) =>
  sql`
    insert into rating_line (game, player, mode, at, mu, sigma, mode_mu, mode_sigma)
    select v.game, v.player, v.mode, v.at, v.mu, v.sigma, v.mode_mu, v.mode_sigma
    from jsonb_to_recordset(${JSON.stringify(
      lines.map(({ game, player, mode, at, overall, inMode }) => ({
        game,
        player,
        mode,
        at: new Date(at).toISOString(),
        mu: overall.mu,
        sigma: overall.sigma,
        mode_mu: inMode.mu,
        mode_sigma: inMode.sigma,
      })),
    )}::jsonb) as v (
      game text, player text, mode text, at timestamptz, mu float8, sigma float8, mode_mu float8, mode_sigma float8
    )
    on conflict (game, player) do update set
      mu = excluded.mu, sigma = excluded.sigma, mode_mu = excluded.mode_mu, mode_sigma = excluded.mode_sigma`.execute(
    rows,
  );
