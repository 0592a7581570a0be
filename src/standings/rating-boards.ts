import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { ratingPeriod, within } from "./periods.ts";
import { figureOf, isProvisional, marginOf, ratingLine, type Skill } from "./rate.ts";
import type { RatingLine as Changed } from "./rating-lines.ts";
import type { Rows } from "./rows.ts";
import type { BoardLine, RatingLine } from "./standings.ts";
import { addToTallies, nameless } from "./tallies.ts";

/**
 * The boards of ratings are kept as though they were sums of points, so places on them are found in the same way. They
 * hold no names: those are on the board of all time.
 */

type Standing = Skill & { readonly player: PlayerId; readonly mode: string | null; readonly score: number | null };

type Wanted = { readonly player: PlayerId; readonly mode: string | null; readonly period: string };

/** Brings the boards up to date with the latest lines of everybody of whom a line has changed. */
export const rateBoards = async (rows: Rows, changed: readonly Changed[]): Promise<void> => {
  const wanted = new Map<string, Wanted>(
    changed.flatMap(({ player, mode }) => [
      [`${player} `, { player, mode: null, period: ratingPeriod }],
      [`${player} ${mode}`, { player, mode, period: within(ratingPeriod, mode) }],
    ]),
  );
  const { rows: standings } = await sql<Standing>`
    select v.player, v.mode, tally.score,
      case when v.mode is null then overall.mu else alike.mode_mu end as mu,
      case when v.mode is null then overall.sigma else alike.mode_sigma end as sigma
    from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb) as v (player text, mode text, period text)
    left join tally on tally.period = v.period and tally.player = v.player
    left join lateral (
      select mu, sigma from rating_line where player = v.player and v.mode is null
      order by at desc, game desc limit 1
    ) overall on true
    left join lateral (
      select mode_mu, mode_sigma from rating_line where player = v.player and mode = v.mode
      order by at desc, game desc limit 1
    ) alike on true`.execute(rows);
  const changes = standings.map(({ player, mode, score, ...skill }) => {
    const fresh = changed.filter((one) => one.isNew && one.player === player && (mode === null || one.mode === mode));
    return {
      period: within(ratingPeriod, mode ?? undefined),
      until: nameless,
      kind: "human" as const,
      player,
      score: figureOf(skill) - (score ?? 0),
      games: fresh.length,
    };
  });
  await addToTallies(
    rows,
    changes.filter(({ score, games }) => score !== 0 || games > 0),
  );
};

/** The best rated after the first `after`. */
export const topRated = async (
  rows: Rows,
  mode: string | undefined,
  limit: number,
  after: number,
): Promise<readonly BoardLine[]> => {
  const { rows: found } = await sql<Omit<BoardLine, "rank"> & { readonly sigma: number }>`
    select one.player, whole.name, one.kind, one.score, one.games, line.sigma
    from (
      select player, kind, score, games from tally
      where period = ${within(ratingPeriod, mode)} and kind = 'human'
      order by score desc, games, player limit ${limit} offset ${after}
    ) one
    join tally whole on whole.period = 'all' and whole.player = one.player,
    lateral (${latest(mode)}) line
    order by one.score desc, one.games, one.player`.execute(rows);
  return found.map(({ sigma, ...line }, index) => ({
    rank: after + index + 1,
    ...line,
    margin: marginOf({ sigma }),
    provisional: isProvisional(line.games),
  }));
};

const latest = (mode: string | undefined) =>
  mode === undefined
    ? sql`select sigma from rating_line where player = one.player order by at desc, game desc limit 1`
    : sql`
      select mode_sigma as sigma from rating_line where player = one.player and mode = ${mode}
      order by at desc, game desc limit 1`;

/** What a player is rated: in all modes together, then mode by mode. */
export const ratingsOf = async (rows: Rows, player: PlayerId): Promise<readonly RatingLine[]> => {
  const { rows: found } = await sql<Skill & { readonly mode: string | null; readonly games: number }>`
    with overall as (
      select null::text as mode, mu, sigma from rating_line where player = ${player}
      order by at desc, game desc limit 1
    ), alike as (
      select distinct on (mode) mode, mode_mu as mu, mode_sigma as sigma from rating_line where player = ${player}
      order by mode, at desc, game desc
    )
    select one.mode, one.mu, one.sigma, tally.games
    from (select * from overall union all select * from alike) one
    join tally on tally.player = ${player}
      and tally.period = concat_ws(' ', ${ratingPeriod}::text, one.mode)
    order by one.mode collate "C" nulls first`.execute(rows);
  return found.map(({ mode, games, ...skill }) => ratingLine(mode ?? undefined, skill, games));
};
