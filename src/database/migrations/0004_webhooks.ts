import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What other servers want to be told, what there is to tell, and how far the telling has come. */
export const webhooks: Migration = {
  up: async (db) => {
    await sql`
      create table webhook (
        id text primary key,
        owner text not null,
        url text not null,
        secret text not null,
        events jsonb not null,
        active boolean not null default true,
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`
      create table outbox (
        id bigint generated always as identity primary key,
        lobby text not null,
        seq int not null,
        type text not null,
        payload jsonb not null,
        at timestamptz not null default now(),
        unique (lobby, seq, type)
      )`.execute(db);
    await sql`
      create table delivery (
        outbox bigint not null references outbox (id) on delete cascade,
        webhook text not null references webhook (id) on delete cascade,
        state text not null,
        attempts int not null default 0,
        next_at timestamptz,
        last_error text,
        primary key (outbox, webhook)
      )`.execute(db);
    await sql`create index delivery_due on delivery (next_at) where state = 'due'`.execute(db);
    await sql`create index delivery_webhook on delivery (webhook)`.execute(db);
  },
};
