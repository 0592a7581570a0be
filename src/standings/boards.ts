import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import type { Rows } from "./rows.ts";
import { bucketEnd, bucketOf } from "./score-bucket.ts";
import type { BoardLine, Place } from "./standings.ts";

type Kind = "human" | "bot";

/**
 * The best of a period after the first `after`, in the order of the index `tally_board`. Who has no name there goes by
 * that of all time.
 */
export const topOf = async (
  rows: Rows,
  period: string,
  kind: Kind,
  limit: number,
  after: number,
): Promise<readonly BoardLine[]> => {
  const { rows: found } = await sql<Omit<BoardLine, "rank">>`
    select one.player, coalesce(nullif(one.name, ''), whole.name, '') as name, one.kind, one.score, one.games
    from (
      select player, name, kind, score, games from tally
      where period = ${period} and kind = ${kind}
      order by score desc, games, player limit ${limit} offset ${after}
    ) one
    left join tally whole on one.name = '' and whole.period = 'all' and whole.player = one.player
    order by one.score desc, one.games, one.player`.execute(rows);
  return found.map((line, index) => ({ rank: after + index + 1, ...line }));
};

/**
 * Where a player is: the players in better buckets are summed up from `tally_bucket`, and only those of the player's
 * own bucket are counted one by one.
 */
export const placeOf = async (rows: Rows, period: string, kind: Kind, player: PlayerId): Promise<Place | undefined> => {
  const own = await rows
    .selectFrom("tally")
    .select(["score", "games"])
    .where("period", "=", period)
    .where("player", "=", player)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (own === undefined) return undefined;
  const { score, games } = own;
  const bucket = bucketOf(score);
  const { rows: counts } = await sql<{ ahead: number; of: number }>`
    select
      (select coalesce(sum(players), 0) from tally_bucket
        where period = ${period} and kind = ${kind} and bucket > ${bucket}::int)
      + (select count(*) from tally
        where period = ${period} and kind = ${kind} and score > ${score}::bigint and score < ${bucketEnd(bucket)}::bigint)
      + (select count(*) from tally
        where period = ${period} and kind = ${kind} and score = ${score}::bigint
          and (games, player) < (${games}::int, ${player}::text collate "C")) as ahead,
      (select coalesce(sum(players), 0) from tally_bucket where period = ${period} and kind = ${kind}) as of
    `.execute(rows);
  const { ahead = 0, of = 0 } = counts[0] ?? {};
  return { rank: ahead + 1, score, games, of };
};
