import { type Kysely, sql } from "kysely";
import type { Source } from "./source.ts";
import type { Tables } from "./tables.ts";

/** Does work that may take longer than a query of the game may: migrations, backups, tidying. */
export const patiently = <T>(
  source: Source,
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> =>
  db.connection().execute(async (one) => {
    // The server keeps its own limit; the embedded database has none, so that we keep it.
    await sql`set statement_timeout = 0`.execute(one);
    source.limit(false);
    try {
      return await work(one);
    } finally {
      source.limit(true);
      // A broken connection is thrown away with its settings, and the error that broke it is worth more.
      await sql`reset statement_timeout`.execute(one).catch(() => {});
    }
  });
