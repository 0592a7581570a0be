import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { WebhookEvent } from "./events.ts";

/** The owner of webhooks that are told of every lobby; no player's id is empty. */
export const serverWide = "";

/** Something to tell, and the number in the lobby's log of the event it comes from. */
export type OutboxRow = WebhookEvent & { readonly seq: number };

/**
 * Whether webhook `w` wants what row `o` tells and may have it: what is told names the lobby's owner at the time,
 * so whoever inherits a lobby does not get what happened before.
 */
export const wants = (): Expression<SqlBool> =>
  sql<boolean>`w.events @> to_jsonb(o.type) and w.owner in (${serverWide}, o.payload->'lobby'->>'owner')`;

/**
 * Notes what is to be told, and to whom, in the transaction of the events it comes from. What was noted before is
 * left as it is, so the same append made twice tells everything once.
 */
export const writeOutbox = async (trx: Kysely<Tables>, lobby: string, rows: readonly OutboxRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const values = rows.map(({ seq, type, payload }) => ({ lobby, seq, type, payload: JSON.stringify(payload) }));
  await trx
    .with("o", (one) =>
      one
        .insertInto("outbox")
        .values(values)
        .onConflict((conflict) => conflict.columns(["lobby", "seq", "type"]).doNothing())
        .returning(["id", "type", "payload"]),
    )
    .insertInto("delivery")
    .columns(["outbox", "webhook", "state", "next_at"])
    .expression((one) =>
      one
        .selectFrom("o")
        .innerJoin("webhook as w", (join) => join.onTrue())
        .where("w.active", "=", true)
        .where(wants())
        .orderBy("o.id")
        // A minute ago, so that a difference between the database's clock and ours holds nothing up.
        .select([
          "o.id",
          "w.id as webhook",
          sql.lit("due").as("state"),
          sql<Date>`now() - interval '1 minute'`.as("at"),
        ]),
    )
    .execute();
};

/** Forgets what was to be told before an instant, but for what is still on its way; answers how much. */
export const pruneOutbox = async (db: Kysely<Tables>, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom("outbox as o")
    .where("o.at", "<", before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("delivery as d")
            .select("d.outbox")
            .whereRef("d.outbox", "=", "o.id")
            .where("d.state", "=", "due"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
};
