import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { ProcessHealth } from "../protocol/admin.ts";
import { type HealthStore, mostPoints } from "./health.ts";

/** Figures in the table, by all processes. */
export const sqlHealth = (db: Kysely<Tables>): HealthStore => ({
  add: async (point) => {
    const data = JSON.stringify(point);
    await db
      .insertInto("health")
      .values({ process: point.process, at: new Date(point.at), data })
      .onConflict((conflict) => conflict.columns(["process", "at"]).doUpdateSet({ data }))
      .execute();
  },
  since: async (at) => {
    const rows = await db
      .selectFrom("health")
      .select("data")
      .where("at", ">=", new Date(at))
      .orderBy("at", "desc")
      .orderBy("process", "desc")
      .limit(mostPoints)
      .execute();
    return rows.map(({ data }) => data as ProcessHealth).toReversed();
  },
  removeOlder: async (before) => {
    const { numDeletedRows } = await db
      .deleteFrom("health")
      .where("at", "<", new Date(before))
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },
});
