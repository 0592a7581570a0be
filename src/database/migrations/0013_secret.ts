import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What all processes of a server keep to themselves; in no backup. */
export const secret: Migration = {
  up: async (db) => {
    await sql`create table secret (name text collate "C" primary key, value text not null)`.execute(db);
  },
};
