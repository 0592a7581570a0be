import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What games change beside the sums of all time, week and day. `boards` says on which boards a game has been counted:
 * 0 on those three, as by every version before this one, 1 on those by mode and season as well, and due to be rated.
 * So what an older process counts meanwhile is found, and made up for, and so is all that was played before.
 */
export const ratings: Migration = {
  up: async (db) => {
    await sql`alter table game add column boards smallint not null default 0`.execute(db);
    await sql`create index game_uncounted on game (at, id) where boards = 0`.execute(db);
    await sql`create index game_at on game (at)`.execute(db);
    await sql`
      create table rating_due (
        game text collate "C" primary key,
        at timestamptz not null
      )`.execute(db);
    await sql`create index rating_due_order on rating_due (at, game)`.execute(db);
    await sql`
      create table rating_line (
        game text collate "C" not null,
        player text collate "C" not null,
        mode text not null,
        at timestamptz not null,
        mu float8 not null,
        sigma float8 not null,
        mode_mu float8 not null,
        mode_sigma float8 not null,
        primary key (game, player)
      )`.execute(db);
    await sql`create index rating_line_player on rating_line (player, at, game)`.execute(db);
    await sql`create index rating_line_mode on rating_line (player, mode, at, game)`.execute(db);
  },
};
