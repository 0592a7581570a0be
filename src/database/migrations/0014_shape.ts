import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** In which shape a lobby's events are stored at most, so that an older version leaves alone what it would misread. */
export const shape: Migration = {
  up: async (db) => {
    await sql`alter table lobby add column shape int not null default 1`.execute(db);
  },
};
