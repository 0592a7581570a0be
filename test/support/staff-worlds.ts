import { type Kysely, sql } from "kysely";
import { openDatabase } from "../../src/database/database.ts";
import type { Tables } from "../../src/database/tables.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { newDataDir } from "./database.ts";
import { sharedPostgres } from "./postgres.ts";

/** Databases for the suites about conduct and the staff, opened once for all of them; they go with the process. */
const opened = new Map<string, Promise<Kysely<Tables>>>();

const log = logOf("silent");
const openers: Readonly<Record<string, () => Promise<Kysely<Tables>>>> = {
  "the embedded database": async () => (await openDatabase({ dataDir: await newDataDir(), log })).db,
  PostgreSQL: async () =>
    (await openDatabase({ dataDir: undefined, url: await (await sharedPostgres()).newDatabase(), log })).db,
};

const shared = (name: string): Promise<Kysely<Tables>> => {
  const found = opened.get(name) ?? (openers[name] as () => Promise<Kysely<Tables>>)();
  opened.set(name, found);
  return found;
};

const tables = ["strike", "sanction", "staff_note", "review", "exception", "training_line"] as const;
const others = ["setting", "health", "account", "tally", "game"] as const;

/** Nothing is left but the audit log, which nobody empties. To truncate them would take the embedded database longer. */
const emptied = async (db: Kysely<Tables>): Promise<Kysely<Tables>> => {
  for (const table of [...tables, ...others]) await sql`delete from ${sql.table(table)}`.execute(db);
  return db;
};

/** Where staff's things are kept; `fresh` gives the tables empty, or undefined in memory. */
export const staffWorlds: readonly {
  readonly name: string;
  readonly fresh: () => Promise<Kysely<Tables> | undefined>;
}[] = [
  { name: "memory", fresh: () => Promise.resolve(undefined) },
  ...Object.keys(openers).map((name) => ({ name, fresh: async () => emptied(await shared(name)) })),
];
