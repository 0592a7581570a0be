import { sql } from "kysely";
import type { Kysely } from "kysely";
import { openDatabase } from "../../src/database/database.ts";
import type { Tables } from "../../src/database/tables.ts";
import { pointsFor, streakBonus } from "../../src/games/quiz/scoring.ts";
import { memoryStandings } from "../../src/standings/memory.ts";
import { sqlStandings } from "../../src/standings/sql.ts";
import type { Points, Standings } from "../../src/standings/standings.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { sharedPostgres } from "./postgres.ts";

/** Where standings are kept, for the suites beside this file. */
export type World = {
  readonly standings: Standings;
  /** Undefined in memory. */
  readonly db: Kysely<Tables> | undefined;
  readonly close: () => Promise<void>;
};

/** When every correction of these tests is made. */
export const correctedAt = 1_800_000_000_000;
const points: Points = ({ time, limit, streak }) => pointsFor(time, limit) + streakBonus(streak);
export const parts = { points: new Map([["quiz", points]]), now: () => correctedAt };

const inDatabase = async (url: string | undefined): Promise<World> => {
  const { db, close } = await openDatabase({ dataDir: undefined, url, log: logOf("silent") });
  return { standings: sqlStandings(db, parts), db, close };
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
  await sql`truncate game, game_line, tally, tally_bucket, lobby, event`.execute(world.db);
  return world.standings;
};

/** Everything that standings keep, as text. */
export const contents = async (db: Kysely<Tables>): Promise<string> => {
  const games = await sql`select * from game order by id collate "C"`.execute(db);
  const lines = await sql`select * from game_line order by game collate "C", player collate "C"`.execute(db);
  const tallies = await sql`select * from tally order by period, player`.execute(db);
  const buckets = await sql`select * from tally_bucket order by period, kind, bucket`.execute(db);
  return JSON.stringify([games.rows, lines.rows, tallies.rows, buckets.rows], undefined, 1);
};
