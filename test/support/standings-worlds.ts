import { sql } from "kysely";
import type { Kysely } from "kysely";
import { openDatabase } from "../../src/database/database.ts";
import type { Tables } from "../../src/database/tables.ts";
import { pointsFor, streakBonus } from "../../src/games/quiz/scoring.ts";
import { memoryStandings } from "../../src/standings/memory.ts";
import { sqlStandings } from "../../src/standings/sql.ts";
import type { Points, Standings, StandingsParts } from "../../src/standings/standings.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { sharedPostgres } from "./postgres.ts";
import { start } from "./standings-games.ts";

/** Where standings are kept, for the suites beside this file. */
export type World = {
  readonly standings: Standings;
  /** Undefined in memory. */
  readonly db: Kysely<Tables> | undefined;
  readonly close: () => Promise<void>;
};

/** When every correction of these tests is made: on the last day of their games. */
export const correctedAt = start + 6 * 86_400_000;
const points: Points = ({ time, limit, streak }) => pointsFor(time, limit) + streakBonus(streak);
export const parts: StandingsParts = { points: new Map([["quiz", points]]), now: () => correctedAt, seasonMonths: 3 };

const inDatabase = async (url: string | undefined): Promise<World> => {
  const { db, close } = await openDatabase({ dataDir: undefined, url, log: logOf("silent") });
  const standings = sqlStandings(db, parts);
  return { standings, db, close: () => standings.close().then(close) };
};

/** Empty, each of them. */
export const worlds: Readonly<Record<string, () => Promise<World>>> = {
  memory: () => Promise.resolve({ standings: memoryStandings(parts), db: undefined, close: () => Promise.resolve() }),
  "the embedded database": () => inDatabase(undefined),
  PostgreSQL: async () => inDatabase(await (await sharedPostgres()).newDatabase()),
};

/** The same world without anything in it. */
export const emptied = async (world: World): Promise<Standings> => {
  if (world.db === undefined) return memoryStandings(parts);
  await world.standings.settle();
  await sql`truncate game, game_line, tally, tally_bucket, rating_line, rating_due, lobby, event`.execute(world.db);
  return world.standings;
};

/** Everything that standings keep, as text. */
export const contents = async (db: Kysely<Tables>): Promise<string> => {
  const games = await sql`select * from game order by id collate "C"`.execute(db);
  const lines = await sql`select * from game_line order by game collate "C", player collate "C"`.execute(db);
  const tallies = await sql`select * from tally order by period, player`.execute(db);
  const buckets = await sql`select * from tally_bucket order by period, kind, bucket`.execute(db);
  const ratings = await sql`select * from rating_line order by game, player`.execute(db);
  const due = await sql`select * from rating_due`.execute(db);
  const all = [games, lines, tallies, buckets, ratings, due];
  return JSON.stringify(
    all.map(({ rows }) => rows),
    undefined,
    1,
  );
};
