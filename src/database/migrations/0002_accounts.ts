import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who has an account. */
export const accounts: Migration = {
  up: async (db) => {
    await sql`
      create table account (
        id text primary key,
        email text unique check (email = lower(email)),
        name text not null,
        password_hash text,
        role text not null default 'player',
        token_version int not null default 0,
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`
      create table password_reset (
        token_hash text primary key,
        account text not null references account (id) on delete cascade,
        expires_at timestamptz not null
      )`.execute(db);
    await sql`create index password_reset_account on password_reset (account)`.execute(db);
  },
};
