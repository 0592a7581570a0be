import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Finished games and the boards. Players are compared byte by byte (`collate "C"`), so that both kinds of database
 * put equal scores in the same order.
 */
export const standings: Migration = {
  up: async (db) => {
    await sql`
      create table game (
        id text collate "C" primary key,
        lobby text not null,
        mode text not null,
        topic text not null,
        at timestamptz not null,
        seq int not null,
        detail jsonb not null
      )`.execute(db);
    await sql`
      create table game_line (
        game text collate "C" not null references game (id) on delete cascade,
        player text not null,
        name text not null,
        kind text not null,
        score int not null,
        right_answers int not null,
        rank int not null,
        at timestamptz not null,
        answered int not null,
        primary key (game, player)
      )`.execute(db);
    await sql`create index game_line_player on game_line (player, at desc, game desc)`.execute(db);
    await sql`
      create table tally (
        period text not null,
        kind text not null,
        player text collate "C" not null,
        name text not null,
        score bigint not null,
        games int not null,
        primary key (period, player)
      )`.execute(db);
    await sql`create index tally_board on tally (period, kind, score desc, games, player)`.execute(db);
    await sql`
      create table tally_bucket (
        period text not null,
        kind text not null,
        bucket int not null,
        players int not null,
        primary key (period, kind, bucket)
      )`.execute(db);
  },
};
