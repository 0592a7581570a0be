import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Strikes, sanctions, the moderators' queue, the server's settings, and how processes did. */
export const conduct: Migration = {
  up: async (db) => {
    await sql`
      create table strike (
        id text collate "C" primary key,
        player text collate "C" not null,
        name text not null,
        lobby text not null,
        reason text not null,
        rule text not null,
        tier int not null,
        weight float8 not null,
        text text not null,
        at timestamptz not null,
        expires_at timestamptz not null,
        cleared_at timestamptz
      )`.execute(db);
    await sql`create index strike_player on strike (player, at desc)`.execute(db);
    await sql`create index strike_at on strike (at desc)`.execute(db);
    await sql`create index strike_over on strike (least(expires_at, cleared_at))`.execute(db);
    await sql`
      create table sanction (
        id text collate "C" primary key,
        kind text not null,
        scope text not null,
        player text collate "C" not null,
        name text not null,
        device text not null,
        lobby text not null,
        owner text not null,
        imposed_by text not null,
        reason text not null,
        strikes float8 not null,
        strike text not null,
        at timestamptz not null,
        until timestamptz,
        lifted_at timestamptz,
        lifted_by text not null default '',
        appeal text not null default 'none',
        appeal_text text not null default ''
      )`.execute(db);
    await sql`create index sanction_player on sanction (player, at desc)`.execute(db);
    await sql`
      create index sanction_device on sanction (device)
      where device <> '' and kind = 'ban' and lifted_at is null`.execute(db);
    await sql`create index sanction_at on sanction (at desc)`.execute(db);
    await sql`
      create index sanction_over on sanction (
        least(lifted_at, until, case when kind = 'warning' then at end)
      )`.execute(db);
    await sql`
      create table staff_note (
        id text collate "C" primary key,
        player text collate "C" not null,
        written_by text not null,
        by_name text not null,
        text text not null,
        at timestamptz not null
      )`.execute(db);
    await sql`create index staff_note_player on staff_note (player, at desc)`.execute(db);
    await sql`create index staff_note_by on staff_note (written_by)`.execute(db);
    await sql`
      create table review (
        id text collate "C" primary key,
        kind text not null,
        state text not null default 'open',
        lobby text not null,
        player text collate "C" not null,
        name text not null,
        message text not null,
        text text not null,
        rule text not null,
        category text not null,
        score float8 not null,
        context jsonb not null,
        sanction text not null,
        strike text not null,
        at timestamptz not null,
        decided_at timestamptz,
        decided_by text not null default '',
        why text not null default ''
      )`.execute(db);
    await sql`create unique index review_line on review (lobby, kind, message) where message <> ''`.execute(db);
    await sql`
      create unique index review_person on review (lobby, player)
      where kind = 'person' and state = 'open'`.execute(db);
    await sql`create index review_state on review (state, at desc, id desc)`.execute(db);
    await sql`create index review_player on review (player, at desc)`.execute(db);
    await sql`create index review_over on review (coalesce(decided_at, at))`.execute(db);
    // For who goes: their lines are quoted in matters about others.
    await sql`create index review_quoted on review using gin (context jsonb_path_ops)`.execute(db);
    await sql`
      create table review_report (
        review text collate "C" not null references review (id) on delete cascade,
        player text collate "C" not null,
        reason text not null,
        at timestamptz not null,
        source text collate "C" not null unique,
        primary key (review, player)
      )`.execute(db);
    await sql`create index review_report_player on review_report (player)`.execute(db);
    await sql`
      create table exception (
        text text collate "C" primary key,
        added_by text not null,
        at timestamptz not null
      )`.execute(db);
    await sql`
      create table training_line (
        id text collate "C" primary key,
        player text collate "C" not null,
        text text not null,
        label int not null,
        at timestamptz not null
      )`.execute(db);
    await sql`create index training_line_player on training_line (player)`.execute(db);
    await sql`create index training_line_at on training_line (at desc)`.execute(db);
    await sql`
      create table setting (
        key text collate "C" primary key,
        value jsonb not null,
        changed_at timestamptz not null default now()
      )`.execute(db);
    await sql`
      create table health (
        process text collate "C" not null,
        at timestamptz not null,
        data jsonb not null,
        primary key (process, at)
      )`.execute(db);
    await sql`create index health_at on health (at)`.execute(db);
    // To page through people by id, whatever the database's own order is.
    await sql`create index account_by_id on account (id collate "C")`.execute(db);
  },
};
