import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { placeOf, topOf } from "./boards.ts";
import { correctGame } from "./corrections.ts";
import { countGame } from "./count.ts";
import { gameById, historyOf, profileOf } from "./past.ts";
import { periodOf } from "./periods.ts";
import { rowsOf } from "./rows.ts";
import type { Standings, StandingsParts } from "./standings.ts";

export { countGame };

/** Standings in the database. */
export const sqlStandings = (db: Kysely<Tables>, { points, now }: StandingsParts): Standings => {
  const rows = rowsOf(db);
  return {
    record: (game) => db.transaction().execute((trx) => countGame(trx, game)),
    top: (board, kind, limit, at) => topOf(rows, periodOf(board, at), kind, limit),
    place: (board, kind, player, at) => placeOf(rows, periodOf(board, at), kind, player),
    profile: (player) => profileOf(rows, player),
    history: (player, limit, cursor) => historyOf(rows, player, limit, cursor),
    game: (id) => gameById(rows, id),
    strike: (game, question, by) => correctGame(db, game, { question, by, at: now(), strike: true }, points),
    rekey: (game, question, key, by) => correctGame(db, game, { question, by, at: now(), key }, points),
  };
};
