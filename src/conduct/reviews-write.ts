import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { mostContext, reportsToReopen } from "./review-rules.ts";
import type { NewReview } from "./reviews.ts";

/** Writes what a lobby's events put in the queue. To be called in the transaction that makes the events durable. */
export const writeReviews = async (rows: Kysely<Tables>, reviews: readonly NewReview[]): Promise<void> => {
  for (const review of reviews) await writeReview(rows, review);
};

const writeReview = async (rows: Kysely<Tables>, { report, ...review }: NewReview): Promise<void> => {
  const matter = await matterOf(rows, review);
  if (report === undefined || matter === undefined) return;
  const added = await rows
    .insertInto("review_report")
    .values({ review: matter, ...report, at: new Date(review.at), source: review.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning("review")
    .executeTakeFirst();
  if (added === undefined) return;
  await rows
    .updateTable("review")
    .set({ state: "open", decided_at: null, decided_by: "", why: "" })
    .where("id", "=", matter)
    .where("state", "=", "allowed")
    .where(
      sql<boolean>`${reportsToReopen} <= (
        select count(*) from review_report where review = review.id and at > review.decided_at
      )`,
    )
    .execute();
};

/** The matter that it is about, which is made when there is none; undefined when its report was taken already. */
const matterOf = async (rows: Kysely<Tables>, review: Omit<NewReview, "report">): Promise<string | undefined> => {
  const taken = await rows
    .selectFrom("review_report")
    .select("review")
    .where("source", "=", review.id)
    .executeTakeFirst();
  if (taken !== undefined) return undefined;
  const { at, context, ...row } = review;
  const made = await rows
    .insertInto("review")
    .values({ ...row, at: new Date(at), context: JSON.stringify(context.slice(-mostContext)) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made?.id ?? (await sameMatter(rows, review));
};

const sameMatter = async (
  rows: Kysely<Tables>,
  { id, lobby, kind, message, player }: Omit<NewReview, "report">,
): Promise<string | undefined> => {
  const found = await rows
    .selectFrom("review")
    .select("id")
    .where((row) =>
      row.or([
        row("id", "=", id),
        row.and([
          row("lobby", "=", lobby),
          row("kind", "=", kind),
          message === ""
            ? row.and([row("kind", "=", "person"), row("player", "=", player), row("state", "=", "open")])
            : row.and([row("message", "=", message), row("message", "<>", "")]),
        ]),
      ]),
    )
    .executeTakeFirst();
  return found?.id;
};
