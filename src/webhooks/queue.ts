import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Verdict } from "./retry.ts";

/** A delivery that is ours to try until `until`, when others may take it for forgotten. */
export type Claim = {
  readonly outbox: number;
  readonly webhook: string;
  readonly until: Date;
  /** How often it has been tried, with this time. */
  readonly attempts: number;
  readonly lobby: string;
  readonly seq: number;
  readonly type: string;
  readonly payload: unknown;
  readonly at: Date;
  readonly url: string;
  readonly secret: string;
};

/** The deliveries that are due, for any number of processes at once. Times in ms since 1970. */
export type Queue = {
  /** Takes the one that is due longest, of none of the webhooks in `busy`. */
  readonly take: (now: number, busy: readonly string[]) => Promise<Claim | undefined>;
  /** Notes what came of a try, unless the claim has run out and somebody else has it. */
  readonly settle: (claim: Claim, verdict: Verdict, now: number) => Promise<void>;
};

/** Far more than a request may take, so that only the work of a process that has died is taken over. */
export const claimMs = 30_000;

/**
 * The queue in the tables. A claim is an instant up to which the row is not due, so no transaction is open while a
 * request is; that instant is also the proof, when the outcome is noted, that the row is still ours.
 */
export const queueOf = (db: Kysely<Tables>): Queue => ({
  take: async (now, busy) => {
    const until = new Date(now + claimMs);
    const taken = await db
      // In the order of each lobby's log: only the first of what is due may go, and what comes later waits for it.
      // One pass over all that is due; asking row by row for an earlier one takes seconds when there is much.
      .with("first", (one) =>
        one
          .selectFrom("delivery as d")
          .innerJoin("outbox as o", "o.id", "d.outbox")
          .where("d.state", "=", "due")
          .groupBy(["d.webhook", "o.lobby"])
          .select(({ fn }) => ["d.webhook", fn.min("d.outbox").as("outbox")]),
      )
      .with("head", (one) => {
        const due = one
          .selectFrom("first as f")
          .innerJoin("delivery as d", (join) =>
            join.onRef("d.outbox", "=", "f.outbox").onRef("d.webhook", "=", "f.webhook"),
          )
          .innerJoin("outbox as o", "o.id", "d.outbox")
          .innerJoin("webhook as w", "w.id", "d.webhook")
          .select(["d.outbox", "d.webhook", "o.lobby", "o.seq", "o.type", "o.payload", "o.at", "w.url", "w.secret"])
          .where("d.state", "=", "due")
          .where("d.next_at", "<=", new Date(now))
          .where("w.active", "=", true);
        return (busy.length === 0 ? due : due.where("d.webhook", "not in", busy))
          .orderBy("d.next_at")
          .orderBy("d.outbox")
          .limit(1)
          .forUpdate("d")
          .skipLocked();
      })
      .updateTable("delivery")
      .from("head")
      .set(({ eb }) => ({ next_at: until, attempts: eb("delivery.attempts", "+", 1) }))
      .whereRef("delivery.outbox", "=", "head.outbox")
      .whereRef("delivery.webhook", "=", "head.webhook")
      .returning([
        "head.outbox",
        "head.webhook",
        "head.lobby",
        "head.seq",
        "head.type",
        "head.payload",
        "head.at",
        "head.url",
        "head.secret",
        "delivery.attempts",
      ])
      .executeTakeFirst();
    return taken === undefined ? undefined : { ...taken, until };
  },

  settle: async (claim, verdict, now) => {
    if (verdict.state !== "given_up" || !verdict.gone) return void (await settled(db, claim, verdict, now));
    // Together, so that nobody takes the next one for a webhook that has just gone.
    await db.transaction().execute(async (transaction) => {
      if (!(await settled(transaction, claim, verdict, now))) return;
      await transaction.updateTable("webhook").set({ active: false }).where("id", "=", claim.webhook).execute();
    });
  },
});

/** Writes what came of a claim, unless the claim has passed to somebody else. */
const settled = async (db: Kysely<Tables>, claim: Claim, verdict: Verdict, now: number): Promise<boolean> => {
  const changed = await db
    .updateTable("delivery")
    .set({
      state: verdict.state,
      next_at: verdict.state === "due" ? new Date(now + verdict.waitMs) : null,
      last_error: verdict.state === "delivered" ? null : verdict.error,
    })
    .where("outbox", "=", claim.outbox)
    .where("webhook", "=", claim.webhook)
    .where("state", "=", "due")
    .where("next_at", "=", claim.until)
    .returning("outbox")
    .executeTakeFirst();
  return changed !== undefined;
};
