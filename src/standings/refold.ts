import { sql } from "kysely";
import type { AnyGame } from "../core/game.ts";
import { correct } from "./correct.ts";
import { addGames } from "./count.ts";
import { gamesIn, type StoredEvent } from "./journal-games.ts";
import { gameById } from "./past.ts";
import { lockRatings, rateDue } from "./ratings.ts";
import { gameOf, gameRow, type Rows } from "./rows.ts";
import type { FinishedGame, PastGame, StandingsParts } from "./standings.ts";

type RebuildParts = StandingsParts & {
  readonly games: ReadonlyMap<string, AnyGame>;
  /** Brings a stored event up to date. */
  readonly upcast: (stored: unknown) => { readonly type: string };
};

/** Rows handled at once: each statement stays far below the time that a query may take. */
const batch = 100;

/**
 * Makes all lines and boards anew: the games from the journal, or from their own rows where the lobby has been
 * deleted, and then everything else from the games. Corrections are kept. All at once or not at all; games that are
 * finished meanwhile wait, and boards don't answer. Answers how many games were counted.
 */
export const rebuild = (db: Rows, parts: RebuildParts): Promise<number> =>
  db.transaction().execute(async (rows) => {
    await lockRatings(rows);
    await sql`
      lock table game, game_line, tally, tally_bucket, rating_line, rating_due in share row exclusive mode`.execute(
      rows,
    );
    for await (const lobby of lobbies(rows)) await refoldLobby(rows, lobby, parts);
    await sql`truncate game_line, tally, tally_bucket, rating_line, rating_due`.execute(rows);
    await rows.updateTable("game").set({ boards: 1 }).where("boards", "=", 0).execute();
    const counted = await countAll(rows, parts);
    while (await rateDue(rows));
    return counted;
  });

async function* lobbies(rows: Rows): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const page = await rows
      .selectFrom("lobby")
      .select("code")
      .where("code", ">", after)
      .orderBy("code")
      .limit(batch)
      .execute();
    for (const { code } of page) yield code;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.code;
  }
}

/** Writes the games of one lobby as its journal tells them. */
const refoldLobby = async (rows: Rows, lobby: string, parts: RebuildParts): Promise<void> => {
  const events = await rows
    .selectFrom("event")
    .select(["seq", "data"])
    .where("lobby", "=", lobby)
    .where(sql<string>`data ->> 'type'`, "in", ["game_started", "in_game", "game_completed"])
    .orderBy("seq")
    .execute();
  const stored = events.map(({ seq, data }) => ({ seq, event: parts.upcast(data) as StoredEvent }));
  for (const { game, isWhole } of gamesIn(lobby, stored, parts.games)) {
    const before = await gameById(rows, game.game);
    // A journal that no longer holds the game's beginning knows less than the game's row does.
    if (before !== undefined && !isWhole) continue;
    await writeGame(rows, correctedAsBefore(game, before, parts.points));
  }
};

const correctedAsBefore = (
  game: FinishedGame,
  before: PastGame | undefined,
  points: StandingsParts["points"],
): PastGame => {
  let corrected: PastGame = { ...game, corrections: [] };
  for (const correction of before?.corrections ?? []) {
    const outcome = correct(corrected, correction, points.get(game.mode));
    if (outcome.ok) corrected = outcome.game;
  }
  return corrected;
};

const writeGame = (rows: Rows, game: PastGame) => {
  const row = gameRow(game);
  const { id: _, ...columns } = row;
  return rows
    .insertInto("game")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
};

const countAll = async (rows: Rows, parts: StandingsParts): Promise<number> => {
  let counted = 0;
  for (let after = ""; ;) {
    const page = await rows.selectFrom("game").selectAll().where("id", ">", after).orderBy("id").limit(batch).execute();
    const last = page.at(-1);
    if (last === undefined) return counted;
    await addGames(rows, page.map(gameOf), parts);
    counted += page.length;
    after = last.id;
  }
};
