import { sql } from "kysely";
import { statsOf } from "./line-stats.ts";
import { gameOf, gameRow, lineRow, type Rows } from "./rows.ts";
import { addDue } from "./ratings.ts";
import type { FinishedGame, PastGame, StandingsParts } from "./standings.ts";
import { addToTallies, changesBy, type Which } from "./tallies.ts";

type Counting = Pick<StandingsParts, "seasonMonths" | "now">;

/**
 * Counts a finished game: its row, its lines and the boards. To be called in the transaction that makes its events
 * durable, so that a crash neither loses nor doubles it. The same game again changes nothing.
 */
export const countGame = async (rows: Rows, game: FinishedGame, counting: Counting): Promise<void> => {
  const past: PastGame = { ...game, corrections: [] };
  const added = await rows
    .insertInto("game")
    .values({ ...gameRow(past), boards: 1 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added !== undefined) await addGames(rows, [past], counting);
};

/** Adds the lines of games that have none yet, and counts them on the boards; they are due to be rated. */
export const addGames = async (rows: Rows, games: readonly PastGame[], counting: Counting): Promise<void> => {
  await addLines(rows, games);
  await addToBoards(rows, games, counting, "all");
};

const addToBoards = async (rows: Rows, games: readonly PastGame[], counting: Counting, which: Which): Promise<void> => {
  await addToTallies(
    rows,
    games.flatMap((game) =>
      game.lines.flatMap(({ player, kind, score }) =>
        changesBy(game, { player, kind, score, games: 1 }, counting, which),
      ),
    ),
  );
  await addDue(rows, games);
};

/** Games at once: each statement stays far below the time that a query may take. */
const batch = 20;

/**
 * Counts by mode and season what was not, as an older version counted it, some games at a time and the oldest first.
 * Answers whether there may be more.
 */
export const countParts = (db: Rows, counting: Counting): Promise<boolean> =>
  db.transaction().execute(async (rows) => {
    const found = await rows
      .selectFrom("game")
      .selectAll()
      .where("boards", "=", 0)
      .orderBy("at")
      .orderBy("id")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    if (found.length === 0) return false;
    await addToBoards(rows, found.map(gameOf), counting, "parts");
    const ids = found.map(({ id }) => id);
    await rows.updateTable("game").set({ boards: 1 }).where("id", "in", ids).execute();
    return found.length === batch;
  });

/** Writes the lines of games; a line that is there already is brought up to date. */
export const addLines = async (rows: Rows, games: readonly PastGame[]): Promise<void> => {
  const lines = games.flatMap((game) => {
    const stats = statsOf(game);
    return game.lines.map((line) => lineRow(game, line, stats(line.player)));
  });
  if (lines.length === 0) return;
  await sql`
    insert into game_line (
      game, player, name, kind, score, right_answers, rank, at, answered, right_ms, streak, categories
    )
    select game, player, name, kind, score, right_answers, rank, at, answered, right_ms, streak, categories
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as v (
      game text, player text, name text, kind text, score int, right_answers int, rank int, at timestamptz,
      answered int, right_ms bigint, streak int, categories jsonb
    )
    on conflict (game, player) do update set
      score = excluded.score,
      right_answers = excluded.right_answers,
      rank = excluded.rank,
      answered = excluded.answered,
      right_ms = excluded.right_ms,
      streak = excluded.streak,
      categories = excluded.categories`.execute(rows);
};
