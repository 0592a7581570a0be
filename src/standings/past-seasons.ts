import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { placeOf } from "./boards.ts";
import { seasonPeriod } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { seasonAt, seasonBy, type SeasonMonths, seasonsBack } from "./seasons.ts";
import { type SeasonPage, type SeasonPlace, seasonsLookedAt } from "./standings.ts";

/** A page of the seasons since the first game. */
export const seasonsOf = async (
  rows: Rows,
  months: SeasonMonths,
  limit: number,
  now: number,
  cursor: string | undefined,
): Promise<SeasonPage> => {
  const { rows: games } = await sql<{ readonly first: Date | null }>`select min(at) as first from game`.execute(rows);
  const first = games[0]?.first?.getTime();
  const page = pageOf(months, limit, now, first, cursor);
  if (page.seasons.length === 0) return { seasons: [] };
  const { rows: found } = await sql<{ readonly period: string; readonly players: number }>`
    select period, sum(players) as players from tally_bucket
    where period in (${sql.join(page.seasons.map((season) => seasonPeriod(months, season)))}) and kind = 'human'
    group by period`.execute(rows);
  const players = new Map(found.map((one) => [one.period, one.players]));
  return {
    ...page,
    seasons: page.seasons.map((season) => ({ ...season, players: players.get(seasonPeriod(months, season)) ?? 0 })),
  };
};

/** The seasons of a page, `first` being when the first game ended. */
export const pageOf = (
  months: SeasonMonths,
  limit: number,
  now: number,
  first: number | undefined,
  cursor: string | undefined,
) => {
  // A clock that is behind has seen nothing yet of the season that runs.
  const before = cursor === undefined ? now : (seasonBy(months, cursor)?.begin ?? 0) - 1;
  const from = Math.min(before, now);
  if (first === undefined || from < 0) return { seasons: [] };
  const found = seasonsBack(months, from, Math.min(first, now), limit + 1);
  const seasons = found.slice(0, limit);
  const last = seasons.at(-1);
  return { seasons, ...(last !== undefined && found.length > limit ? { cursor: last.id } : {}) };
};

/** Where a player was when the latest seasons ended. */
export const seasonPlacesOf = async (
  rows: Rows,
  months: SeasonMonths,
  player: PlayerId,
  now: number,
): Promise<readonly SeasonPlace[]> => {
  const running = seasonAt(months, now);
  if (running === undefined) return [];
  const over = seasonsBack(months, running.begin - 1, 0, seasonsLookedAt);
  const found = await rows
    .selectFrom("tally")
    .select(["period", "kind"])
    .where(
      "period",
      "in",
      over.map((season) => seasonPeriod(months, season)),
    )
    .where("player", "=", player)
    .execute();
  const kinds = new Map(found.map(({ period, kind }) => [period, kind]));
  const places: SeasonPlace[] = [];
  for (const season of over) {
    const period = seasonPeriod(months, season);
    const kind = kinds.get(period);
    const place = kind === undefined ? undefined : await placeOf(rows, period, kind, player);
    if (place !== undefined) places.push({ ...season, ...place });
  }
  return places;
};
