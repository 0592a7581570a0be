import { sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { cursorOf, markOf } from "./history.ts";
import { gameOf, type Rows } from "./rows.ts";
import type { HistoryPage, PastGame, Profile } from "./standings.ts";

export const gameById = async (rows: Rows, id: string): Promise<PastGame | undefined> => {
  const row = await rows.selectFrom("game").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : gameOf(row);
};

type Sums = {
  readonly games: number;
  readonly score: number;
  readonly best: number;
  readonly wins: number;
  readonly right: number;
  readonly answered: number;
  readonly right_ms: number;
  readonly streak: number;
  readonly first_at: Date;
  readonly last_at: Date;
};

/** Everything a player has done, summed up. */
export const profileOf = async (rows: Rows, player: PlayerId): Promise<Profile | undefined> => {
  const latest = await rows
    .selectFrom("game_line")
    .select(["name", "kind"])
    .where("player", "=", player)
    .orderBy("at", "desc")
    .orderBy(sql`game collate "C"`, "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined) return undefined;
  const { rows: sums } = await sql<Sums>`
    select count(*) as games, sum(score) as score, max(score) as best, count(*) filter (where rank = 1) as wins,
      sum(right_answers) as right, sum(answered) as answered, sum(right_ms)::bigint as right_ms,
      max(streak) as streak, min(at) as first_at, max(at) as last_at
    from game_line where player = ${player}`.execute(rows);
  const { first_at, last_at, right_ms: rightMs, ...counts } = sums[0] as Sums;
  return { id: player, ...latest, ...counts, rightMs, firstAt: first_at.getTime(), lastAt: last_at.getTime() };
};

/** A page of a player's games, newest first. */
export const historyOf = async (
  rows: Rows,
  player: PlayerId,
  limit: number,
  cursor: string | undefined,
): Promise<HistoryPage> => {
  const mark = markOf(cursor);
  const found = await rows
    .selectFrom("game_line as line")
    .innerJoin("game", "game.id", "line.game")
    .select((select) => [
      "line.game",
      "game.mode",
      "game.topic",
      "line.at",
      "line.score",
      "line.right_answers",
      "line.rank",
      select
        .selectFrom("game_line as other")
        .whereRef("other.game", "=", "line.game")
        .select(({ fn }) => fn.countAll<number>().as("of"))
        .$castTo<{ of: number }>()
        .$asScalar()
        .as("of"),
    ])
    .where("line.player", "=", player)
    .$if(mark !== undefined, (query) =>
      query.where(
        sql<boolean>`(line.at, line.game collate "C") < (${new Date(mark?.at ?? 0)}::timestamptz, ${mark?.game})`,
      ),
    )
    .orderBy("line.at", "desc")
    .orderBy(sql`line.game collate "C"`, "desc")
    .limit(limit + 1)
    .execute();
  const games = found.slice(0, limit).map(({ at, right_answers, of, ...line }) => ({
    ...line,
    at: at.getTime(),
    right: right_answers,
    of: of ?? 0,
  }));
  const last = games.at(-1);
  return last !== undefined && found.length > limit ? { games, cursor: cursorOf(last) } : { games };
};
