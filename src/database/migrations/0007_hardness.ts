import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** How hard questions are, and how able people, as learned from people's answers. */
export const hardness: Migration = {
  up: async (db) => {
    await sql`
      create table ability (
        player text collate "C" primary key,
        theta float8 not null,
        n int not null
      )`.execute(db);
    await sql`
      create table hardness (
        question text collate "C" primary key,
        b float8 not null,
        n int not null,
        latest int[] not null
      )`.execute(db);
  },
};
