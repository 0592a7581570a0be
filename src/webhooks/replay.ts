import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { wants } from "./outbox.ts";

/**
 * Makes everything after an outbox row due again for a webhook, delivered or not, including what came while the
 * webhook was not active or not there; answers how much that is.
 */
export const replay = async (db: Kysely<Tables>, webhook: string, after: number, now: number): Promise<number> => {
  let queued = 0;
  // In portions, as a query may take a few seconds at most.
  for (let from: number | undefined = after; from !== undefined;) {
    const portion = await requeue(db, webhook, from, new Date(now));
    queued += portion.length;
    from = portion.length < portionMost ? undefined : Math.max(...portion);
  }
  return queued;
};

const portionMost = 2000;

const requeue = async (db: Kysely<Tables>, webhook: string, after: number, now: Date): Promise<readonly number[]> => {
  const rows = await db
    .insertInto("delivery")
    .columns(["outbox", "webhook", "state", "next_at"])
    .expression((one) =>
      one
        .selectFrom("outbox as o")
        .innerJoin("webhook as w", (join) => join.on("w.id", "=", webhook))
        .where("o.id", ">", after)
        .where(wants())
        .orderBy("o.id")
        .limit(portionMost)
        .select(["o.id", "w.id as webhook", sql.lit("due").as("state"), sql<Date>`${now}::timestamptz`.as("at")]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["outbox", "webhook"])
        .doUpdateSet({ state: "due", attempts: 0, next_at: now, last_error: null }),
    )
    .returning("outbox")
    .execute();
  return rows.map(({ outbox }) => outbox);
};
