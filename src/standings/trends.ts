import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { weekAt, weeksUpTo } from "./periods.ts";
import type { Rows } from "./rows.ts";
import { type CategoryLine, trendBounds, type Trends } from "./standings.ts";

/** How a player has done by week, and by category in their latest games. */
export const trendsOf = async (rows: Rows, player: PlayerId, now: number): Promise<Trends> => {
  const weeks = await rows
    .selectFrom("tally")
    .select(["period", "score", "games"])
    .where("period", "in", weeksUpTo(now, trendBounds.weeks))
    .where("player", "=", player)
    .execute();
  const { rows: categories } = await sql<CategoryLine>`
    select category, sum((counts ->> 0)::int) as right, sum((counts ->> 1)::int) as answered
    from (
      select categories from game_line where player = ${player}
      order by at desc, game collate "C" desc limit ${trendBounds.games}
    ) as latest, jsonb_each(categories) as one (category, counts)
    group by category
    order by answered desc, category collate "C"
    limit ${trendBounds.categories}`.execute(rows);
  return {
    weeks: weeks
      .map(({ period, score, games }) => ({ at: weekAt(period), score, games }))
      .toSorted((one, other) => one.at - other.at),
    categories,
  };
};
