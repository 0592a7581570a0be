import type { Kysely } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import type { Tables } from "../database/tables.ts";
import type { Erasures } from "./erasures.ts";

/** Wishes in the table, for all processes. */
export const sqlErasures = (db: Kysely<Tables>): Erasures => ({
  ask: async (player, at) => {
    const asked = { asked_at: new Date(at), done_at: null };
    await db
      .insertInto("erasure")
      .values({ player, ...asked })
      .onConflict((conflict) => conflict.column("player").doUpdateSet(asked))
      .execute();
  },
  done: async (player, at) => {
    await db
      .updateTable("erasure")
      .set({ done_at: new Date(at) })
      .where("player", "=", player)
      .execute();
  },
  since: async (at) => {
    const rows = await db
      .selectFrom("erasure")
      .selectAll()
      .where((row) => row.or([row("asked_at", ">=", new Date(at)), row("done_at", "is", null)]))
      .orderBy("asked_at")
      .execute();
    return rows.map(({ player, asked_at, done_at }) => ({
      player: player as PlayerId,
      askedAt: asked_at.getTime(),
      isDone: done_at !== null,
    }));
  },
  removeOlder: async (before) => {
    await db.deleteFrom("erasure").where("asked_at", "<", new Date(before)).where("done_at", "is not", null).execute();
  },
});
