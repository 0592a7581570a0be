import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The learned signal as it was retrained here. */
export const signal: Migration = {
  up: async (db) => {
    await sql`
      create table signal (
        name text collate "C" primary key,
        file text not null,
        made_at timestamptz not null default now()
      )`.execute(db);
  },
};
