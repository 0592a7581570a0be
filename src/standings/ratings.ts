import { sql } from "kysely";
import { rateBoards } from "./rating-boards.ts";
import { gamesBy, rateGames, type RatingLine, writeLines } from "./rating-lines.ts";
import { sidesOf } from "./rate.ts";
import type { Rows } from "./rows.ts";
import type { PastGame } from "./standings.ts";

/**
 * Ratings as a fold that may be told late what came before. A line for each player in a game keeps what was known of
 * them after it, so what was known before a game is in their lines of the games before. A game is due when it is new
 * or has changed. To rate it makes due the next game of everybody whose line is another one now, and no other. So the
 * lines come to be those of all games in their order, by end and then by id, in whatever order they were counted.
 */

/** Has games rated soon. Those in which people did not meet people are passed over. */
export const addDue = async (rows: Rows, games: readonly PastGame[]): Promise<void> => {
  const due = games
    .filter(({ lines }) => sidesOf(lines).length > 0)
    .map(({ game, at }) => ({ game, at: new Date(at).toISOString() }));
  if (due.length === 0) return;
  await sql`
    insert into rating_due (game, at)
    select v.game, v.at from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as v (game text, at timestamptz)
    order by v.game collate "C"
    on conflict (game) do nothing`.execute(rows);
};

/** One process rates at a time. Held until the transaction ends. */
export const lockRatings = (rows: Rows) => sql`select pg_advisory_xact_lock(hashtext('ratings'))`.execute(rows);

/** Games at once: each statement stays far below the time that a query may take. */
const batch = 20;

/** Rates some of the games that are due, the oldest first, within a transaction; answers whether there may be more. */
export const rateDue = async (rows: Rows): Promise<boolean> => {
  await lockRatings(rows);
  // Taken off first: who makes one of them due meanwhile waits, and then it is due again.
  const { rows: taken } = await sql<{ readonly game: string }>`
    delete from rating_due where game in (select game from rating_due order by at, game limit ${batch})
    returning game`.execute(rows);
  if (taken.length === 0) return false;
  const ids = taken.map(({ game }) => game);
  const changed = await rateGames(rows, await gamesBy(rows, ids));
  if (changed.length === 0) return true;
  await writeLines(rows, changed);
  await makeNextDue(rows, changed, ids);
  await rateBoards(rows, changed);
  return true;
};

/** Those that were just rated with the others are in order with them already. */
const makeNextDue = (rows: Rows, lines: readonly RatingLine[], rated: readonly string[]) =>
  sql`
    insert into rating_due (game, at)
    select distinct on (next.game) next.game, next.at
    from jsonb_to_recordset(${JSON.stringify(
      lines.map(({ game, at, player, mode }) => ({ game, at: new Date(at).toISOString(), player, mode })),
    )}::jsonb) as v (game text, at timestamptz, player text, mode text),
    lateral (
      (select game, at from rating_line
        where player = v.player and (at, game) > (v.at, v.game collate "C") order by at, game limit 1)
      union all
      (select game, at from rating_line
        where player = v.player and mode = v.mode and (at, game) > (v.at, v.game collate "C")
        order by at, game limit 1)
    ) next
    where next.game not in (select jsonb_array_elements_text(${JSON.stringify(rated)}::jsonb))
    order by next.game
    on conflict (game) do nothing`.execute(rows);
