import type { Kysely } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import type { Tables } from "../database/tables.ts";
import { mostAtOnce, type Notes } from "./notes.ts";

/** Notes in the tables. */
export const sqlNotes = (db: Kysely<Tables>): Notes => ({
  add: async (notes) => {
    if (notes.length === 0) return;
    const rows = notes.map(({ data, at, ...note }) => ({ ...note, data: JSON.stringify(data), at: new Date(at) }));
    await db.insertInto("note").values(rows).execute();
  },
  waiting: async (player) => {
    const rows = await db
      .selectFrom("note")
      .selectAll()
      .where("player", "=", player)
      .orderBy("at")
      .limit(mostAtOnce)
      .execute();
    return rows.map(({ player: whose, data, at, ...row }) => ({
      ...row,
      player: whose as PlayerId,
      data: data as object,
      at: at.getTime(),
    }));
  },
  told: async (ids) => {
    if (ids.length > 0) await db.deleteFrom("note").where("id", "in", ids).execute();
  },
  removeAllOf: async (player) => void (await db.deleteFrom("note").where("player", "=", player).execute()),
  removeOlder: async (before) => void (await db.deleteFrom("note").where("at", "<", new Date(before)).execute()),
});
