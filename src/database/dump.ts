import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { migrationsOf } from "./migrate.ts";
import { tableNames, type Tables } from "./tables.ts";

/**
 * A backup is lines of text, the same for both kinds of database: a header, rows as `table [row, …]`, and a trailer
 * that says how many there are and what they hash to. Rows are JSON as PostgreSQL writes it and takes it back, so
 * that no value passes through a number of ours.
 */
export const backupVersion = 1;

/** First line of a backup. */
export type Header = {
  readonly parlor: "backup";
  readonly version: number;
  readonly at: string;
  readonly migrations: readonly string[];
};

/** Last line of a backup: rows a table, and the hash of all lines before. */
export type Trailer = { readonly rows: Readonly<Record<string, number>>; readonly sha256: string };

/** Rows fetched at once. */
const batch = 500;

/** Which processes run is over with them, and a backup holds no secret. */
const left = new Set<string>(["process", "secret"]);

/** The lines of a backup, all from one moment. The transaction is open until they have been read or given up. */
export async function* dump(db: Kysely<Tables>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (line: string): string => {
    hash.update(`${line}\n`);
    return `${line}\n`;
  };
  const trx = await db.startTransaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute();
  try {
    await sql`set local time zone 'UTC'`.execute(trx);
    const migrations = await migrationsOf(trx);
    const header: Header = { parlor: "backup", version: backupVersion, at: new Date().toISOString(), migrations };
    yield hashed(JSON.stringify(header));
    const counts: Record<string, number> = {};
    for (const table of await tablesOf(trx)) {
      let count = 0;
      for await (const rows of rowsOf(trx, table)) {
        count += rows.length;
        yield hashed(`${table} [${rows.join(",")}]`);
      }
      counts[table] = count;
    }
    const trailer: Trailer = { rows: counts, sha256: hash.digest("hex") };
    yield `${JSON.stringify(trailer)}\n`;
  } finally {
    await trx.rollback().execute();
  }
}

const tablesOf = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${[...tableNames]}::text[]) as name where to_regclass(name) is not null`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !left.has(name));
};

async function* rowsOf(db: Kysely<Tables>, table: string): AsyncGenerator<readonly string[]> {
  await sql`declare dumped no scroll cursor for select row_to_json(t)::text as text from ${sql.table(table)} t`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{ text: string }>`fetch ${sql.lit(batch)} from dumped`.execute(db);
    if (rows.length === 0) break;
    yield rows.map(({ text }) => text);
  }
  await sql`close dumped`.execute(db);
}
