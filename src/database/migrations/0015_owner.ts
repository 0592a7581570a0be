import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Finds the lobbies that somebody has open, however many others there are. */
export const owner: Migration = {
  up: async (db) => {
    await sql`create index lobby_owner on lobby (owner) where runner is not null`.execute(db);
  },
};
