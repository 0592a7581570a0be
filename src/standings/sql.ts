import { placeOf, topOf } from "./boards.ts";
import { correctGame } from "./corrections.ts";
import { countGame } from "./count.ts";
import { eraseName } from "./erase.ts";
import { gameById, historyOf, profileOf } from "./past.ts";
import { seasonPlacesOf, seasonsOf } from "./past-seasons.ts";
import { boardPeriod } from "./periods.ts";
import { ratingsOf, topRated } from "./rating-boards.ts";
import type { Rows } from "./rows.ts";
import { seasonNow } from "./seasons.ts";
import { prune, Settler } from "./settle.ts";
import type { Correction, CorrectionOutcome, Standings, StandingsParts } from "./standings.ts";
import { trendsOf } from "./trends.ts";

export { countGame };

/** Standings in the database. */
export const sqlStandings = (db: Rows, parts: StandingsParts): Standings => {
  const { now, seasonMonths } = parts;
  const settler = new Settler(db, parts);
  /** Not waited for: what came after an old game may be much, and whoever settles next goes on with it. */
  const corrected = async (game: string, correction: Correction): Promise<CorrectionOutcome> => {
    const outcome = await correctGame(db, game, correction, parts);
    settler.settle().catch(() => {});
    return outcome;
  };
  return {
    record: (game) => db.transaction().execute((trx) => countGame(trx, game, parts)),
    top: async (board, kind, limit, at, after = 0, part = {}) => {
      if (board === "rating") return kind === "bot" ? [] : topRated(db, part.mode, limit, after);
      const period = boardPeriod(board, at, part, seasonMonths);
      return period === undefined ? [] : topOf(db, period, kind, limit, after);
    },
    place: async (board, kind, player, at, part = {}) => {
      const period = boardPeriod(board, at, part, seasonMonths);
      return period === undefined ? undefined : placeOf(db, period, kind, player);
    },
    season: (at, id) => seasonNow(seasonMonths, at, id),
    seasons: (limit, at, cursor) => seasonsOf(db, seasonMonths, limit, at, cursor),
    seasonPlaces: (player, at) => seasonPlacesOf(db, seasonMonths, player, at),
    ratings: (player) => ratingsOf(db, player),
    profile: (player) => profileOf(db, player),
    trends: (player, at) => trendsOf(db, player, at),
    history: (player, limit, cursor) => historyOf(db, player, limit, cursor),
    game: (id) => gameById(db, id),
    strike: (game, question, by) => corrected(game, { question, by, at: now(), strike: true }),
    rekey: (game, question, key, by) => corrected(game, { question, by, at: now(), key }),
    erase: (player) => db.transaction().execute((trx) => eraseName(trx, player)),
    settle: () => settler.settle(),
    prune: () => prune(db, parts),
    close: () => settler.close(),
  };
};
