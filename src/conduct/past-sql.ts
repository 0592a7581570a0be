import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
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
  strikesOf: async (player) => (await latestOf(db.selectFrom("strike").selectAll(), player)).map(strikeOf),
  sanctionsOf: async (player) => (await latestOf(db.selectFrom("sanction").selectAll(), player)).map(sanctionOf),
  notesOf: async (player) => (await latestOf(db.selectFrom("staff_note").selectAll(), player)).map(noteOf),
  find: async (id) => {
    const row = await db.selectFrom("sanction").selectAll().where("id", "=", id).executeTakeFirst();
    return row && sanctionOf(row);
  },
});

/** Of one person, the latest first. */
const latestOf = <Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>, player: PlayerId) =>
  query
    .where(sql.ref("player"), "=", player)
    .orderBy(sql.ref("at"), "desc")
    .orderBy(sql.ref("id"), "desc")
    .limit(mostShown)
    .execute();
