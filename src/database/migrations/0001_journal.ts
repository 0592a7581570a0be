import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Lobbies, what has happened in them, and the processes that run them. */
export const journal: Migration = {
  up: async (db) => {
    await sql`
      create table process (
        id text primary key,
        address text not null,
        lease_until timestamptz not null,
        draining boolean not null default false
      )`.execute(db);
    await sql`
      create table lobby (
        code text primary key,
        epoch bigint not null default 0,
        runner text,
        status text not null,
        owner text not null,
        public boolean not null,
        listing jsonb not null,
        snapshot jsonb,
        snapshot_seq int not null default 0,
        created_at timestamptz not null default now(),
        touched_at timestamptz not null default now(),
        closed_at timestamptz
      )`.execute(db);
    await sql`create index lobby_closed on lobby (closed_at, touched_at)`.execute(db);
    await sql`
      create table event (
        lobby text not null references lobby (code) on delete cascade,
        seq int not null,
        epoch bigint not null,
        data jsonb not null,
        at timestamptz not null default clock_timestamp(),
        primary key (lobby, seq)
      )`.execute(db);
  },
};
