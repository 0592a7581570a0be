import { placeOf, topOf } from "./boards.ts";
import { correctGame } from "./corrections.ts";
import { countGame } from "./count.ts";
import { eraseName } from "./erase.ts";
import { gameById, historyOf, profileOf } from "./past.ts";
import { periodOf } from "./periods.ts";
import type { Rows } from "./rows.ts";
import type { Standings, StandingsParts } from "./standings.ts";
import { trendsOf } from "./trends.ts";

export { countGame };

/** Standings in the database. */
export const sqlStandings = (db: Rows, { points, now }: StandingsParts): Standings => ({
  record: (game) => db.transaction().execute((trx) => countGame(trx, game)),
  top: (board, kind, limit, at, after = 0) => topOf(db, periodOf(board, at), kind, limit, after),
  place: (board, kind, player, at) => placeOf(db, periodOf(board, at), kind, player),
  profile: (player) => profileOf(db, player),
  trends: (player, at) => trendsOf(db, player, at),
  history: (player, limit, cursor) => historyOf(db, player, limit, cursor),
  game: (id) => gameById(db, id),
  strike: (game, question, by) => correctGame(db, game, { question, by, at: now(), strike: true }, points),
  rekey: (game, question, key, by) => correctGame(db, game, { question, by, at: now(), key }, points),
  erase: (player) => db.transaction().execute((trx) => eraseName(trx, player)),
});
