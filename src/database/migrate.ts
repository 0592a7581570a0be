import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { ConfigError } from "../config.ts";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

/** The names of the migrations that a database has been through, in order. */
export const migrationsOf = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(
    db,
  );
  if (rows[0]?.found !== true) return [];
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map(({ name }) => name);
};

/** What of a list of migrations this Parlor has never heard of. */
export const unknownMigrations = (names: readonly string[]): readonly string[] =>
  names.filter((name) => migrations[name] === undefined);

/**
 * Brings a database to what this Parlor knows, or to `last` of its migrations; one process at a time.
 * Rejects with a ConfigError when the database is newer than this Parlor.
 */
export const migrate = async (db: Kysely<Tables>, last?: string): Promise<void> => {
  const done = await migrationsOf(db);
  const newer = unknownMigrations(done);
  if (newer.length > 0)
    throw new ConfigError(
      `The database was last used by a newer Parlor (it has ${newer.join(", ")}). Start that version, or restore a backup.`,
    );
  if (last === undefined ? done.length === Object.keys(migrations).length : done.at(-1) === last) return;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error !== undefined) throw error;
};
