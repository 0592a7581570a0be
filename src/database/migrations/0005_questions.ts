import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Questions kept for reuse, what is known about every question played, packs, and notes to people. */
export const questions: Migration = {
  up: async (db) => {
    await sql`
      create table question (
        id text collate "C" primary key,
        source text not null,
        topic text not null,
        text text not null unique,
        data jsonb not null,
        provenance jsonb not null,
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index question_topic on question (source, topic)`.execute(db);
    await sql`
      create table question_care (
        question text collate "C" primary key,
        data jsonb not null,
        plays int not null default 0,
        right_answers int not null default 0,
        reports int not null default 0,
        state text not null default 'live',
        reason text not null default '',
        changed_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index question_care_state on question_care (state, question)`.execute(db);
    await sql`
      create table question_report (
        question text collate "C" not null references question_care (question) on delete cascade,
        player text not null,
        lobby text not null,
        game text not null,
        reason text not null,
        at timestamptz not null,
        primary key (question, player)
      )`.execute(db);
    await sql`
      create table pack (
        id text collate "C" primary key,
        owner text not null,
        title text not null,
        description text not null,
        visibility text not null,
        questions jsonb not null,
        size int not null,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index pack_owner on pack (owner, id)`.execute(db);
    await sql`
      create table note (
        id text collate "C" primary key,
        player text not null,
        code text not null,
        text text not null,
        data jsonb not null,
        at timestamptz not null
      )`.execute(db);
    await sql`create index note_player on note (player, at)`.execute(db);
    await sql`
      create table pace (
        name text primary key,
        next_at timestamptz not null default now(),
        value text not null default ''
      )`.execute(db);
  },
};
