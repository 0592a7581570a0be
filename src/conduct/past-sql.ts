import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { recentBansMs } from "./barred.ts";
import type { Conduct } from "./conduct.ts";
import { noteOf, sanctionOf, strikeOf } from "./rows.ts";

/** So much of somebody's past is shown, the latest. */
const mostShown = 200;

/** What somebody did, and what followed. */
export const pastOf = (
  db: Kysely<Tables>,
): Pick<Conduct, "recordOf" | "strikesOf" | "sanctionsOf" | "notesOf" | "find"> => ({
  recordOf: async (player, now) => {
    const strikes = await db
      .selectFrom("strike")
      .select(["id", "weight", "at", "expires_at"])
      .where("player", "=", player)
      .where("cleared_at", "is", null)
      .where("expires_at", ">", new Date(now))
      .orderBy("at")
      .orderBy("id")
      .execute();
    const bans = await db
      .selectFrom("sanction")
      .select("at")
      .where("player", "=", player)
      .where("kind", "=", "ban")
      .where("imposed_by", "=", "")
      .where("lifted_at", "is", null)
      .where("at", ">", new Date(now - recentBansMs))
      .orderBy("at")
      .execute();
    return {
      strikes: strikes.map(({ id, weight, at, expires_at }) => ({
        id,
        weight,
        at: at.getTime(),
        expiresAt: expires_at.getTime(),
      })),
      bans: bans.map(({ at }) => at.getTime()),
    };
  },
  strikesOf: async (player) => {
    const rows = await db
      .selectFrom("strike")
      .selectAll()
      .where("player", "=", player)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(mostShown)
      .execute();
    return rows.map(strikeOf);
  },
  sanctionsOf: async (player) => {
    const rows = await db
      .selectFrom("sanction")
      .selectAll()
      .where("player", "=", player)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(mostShown)
      .execute();
    return rows.map(sanctionOf);
  },
  notesOf: async (player) => {
    const rows = await db
      .selectFrom("staff_note")
      .selectAll()
      .where("player", "=", player)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(mostShown)
      .execute();
    return rows.map(noteOf);
  },
  find: async (id) => {
    const row = await db.selectFrom("sanction").selectAll().where("id", "=", id).executeTakeFirst();
    return row && sanctionOf(row);
  },
});
