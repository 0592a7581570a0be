import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { ConfigError } from "../config.ts";
import type { Log } from "../telemetry/log.ts";
import { checkBackup, linesOf } from "./backup-file.ts";
import { lockDataDir } from "./data-lock.ts";
import { dialectOf } from "./driver.ts";
import type { Header, Trailer } from "./dump.ts";
import { embeddedSource } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { patiently } from "./patiently.ts";
import { restoredIn, takeRestored } from "./restored.ts";
import { applicationName, serverSource } from "./server.ts";
import { type Source, usualLimits } from "./source.ts";
import { tableNames, type Tables } from "./tables.ts";

/**
 * Replaces the embedded database by a backup, in one step; resolves with where the old one was put. Rejects with
 * ConfigError, and changes nothing, when the backup is not whole or a Parlor is using the data directory.
 */
export const restoreEmbedded = async (dataDir: string, file: string, log: Log): Promise<string | undefined> => {
  const contents = await checkBackup(file);
  const lock = await lockDataDir(dataDir, (_request, socket) => socket.destroy());
  try {
    takeRestored(dataDir);
    const unfinished = join(dataDir, "database.restoring");
    await rm(unfinished, { recursive: true, force: true });
    await fill(await embeddedSource(unfinished, log, usualLimits), file, contents);
    await rename(unfinished, restoredIn(dataDir));
    return takeRestored(dataDir);
  } finally {
    await lock.release();
  }
};

/**
 * Replaces all that Parlor has on a PostgreSQL server by a backup, in one transaction. Rejects with ConfigError,
 * and changes nothing, when the backup is not whole or a Parlor is using the database.
 */
export const restoreServer = async (url: string, file: string, log: Log): Promise<void> => {
  const contents = await checkBackup(file);
  await fill(serverSource(url, log, usualLimits), file, contents, refuseWhenUsed);
};

const fill = async (
  source: Source,
  file: string,
  contents: Header & Trailer,
  first: (db: Kysely<Tables>) => Promise<void> = async () => {},
): Promise<void> => {
  const db = new Kysely<Tables>({ dialect: dialectOf(source) });
  try {
    await patiently(source, db, (one) =>
      one.transaction().execute(async (trx) => {
        await first(trx);
        await load(trx, file, contents);
      }),
    );
  } finally {
    await db.destroy();
    await source.close();
  }
};

const refuseWhenUsed = async (db: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ address: string | null }>`
    select host(client_addr) as address from pg_stat_activity
    where application_name = ${applicationName} and datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
  if (rows.length > 0)
    throw new ConfigError(
      `A Parlor is using this database (from ${rows[0]?.address ?? "this machine"}). Stop it before you restore.`,
    );
};

/** Fills the tables as they were when the backup was made, then brings them up to date. */
const load = async (db: Kysely<Tables>, file: string, contents: Header & Trailer): Promise<void> => {
  for (const table of ["kysely_migration", "kysely_migration_lock", ...tableNames])
    await sql`drop table if exists ${sql.table(table)} cascade`.execute(db);
  const last = contents.migrations.at(-1);
  if (last !== undefined) await migrate(db, last);
  for await (const line of linesOf(file)) {
    // The header and the trailer are no rows.
    if (line.startsWith("{")) continue;
    const space = line.indexOf(" ");
    const table = sql.table(line.slice(0, space));
    await sql`
      insert into ${table} overriding system value
      select * from jsonb_populate_recordset(null::${table}, ${line.slice(space + 1)}::jsonb)`.execute(db);
  }
  for (const [table, expected] of Object.entries(contents.rows)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
    if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} of ${expected} rows of ${table} were restored`);
  }
  await countOn(db);
  await migrate(db);
};

/** Identities go on behind the highest one restored. */
const countOn = async (db: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where is_identity = 'YES' and table_schema = current_schema()`.execute(db);
  for (const { table, column } of rows)
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), greatest(max(${sql.ref(column)}), 1), count(*) > 0)
      from ${sql.table(table)}`.execute(db);
};
