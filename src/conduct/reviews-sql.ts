import { type Kysely, type Selectable, sql } from "kysely";
import type { PlayerId } from "../core/ids.ts";
import { holding, isStorable, storable } from "../database/texts.ts";
import type { Tables } from "../database/tables.ts";
import { isTraining, mostReports, takenMs } from "./review-rules.ts";
import { writeReviews } from "./reviews-write.ts";
import type { Review, Reviews } from "./reviews.ts";

/** So many exceptions, and lines to learn from, are given at most. */
const mostExceptions = 5000;
const mostDecisions = 50_000;

type Report = { readonly player: string; readonly reason: string; readonly at: number };
type Row = Selectable<Tables["review"]> & { readonly reports: readonly Report[] };

const reviewOf = (row: Row): Review => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  lobby: row.lobby,
  player: row.player as PlayerId,
  name: row.name,
  message: row.message,
  text: row.text,
  rule: row.rule,
  category: row.category,
  score: row.score,
  context: row.context as Review["context"],
  reports: row.reports as Review["reports"],
  sanction: row.sanction,
  strike: row.strike,
  at: row.at.getTime(),
  // Of an open one they say since when, and by whom, it is taken.
  decidedAt: (row.state === "open" ? null : row.decided_at?.getTime()) ?? null,
  decidedBy: row.state === "open" ? "" : (row.decided_by as PlayerId | ""),
  why: row.why,
});

/** The queue in the tables. */
export const sqlReviews = (db: Kysely<Tables>): Reviews => {
  const reviews = (rows: Kysely<Tables> = db) =>
    rows
      .selectFrom("review")
      .selectAll()
      .select(
        sql<readonly Report[]>`(
          select coalesce(
            jsonb_agg(
              jsonb_build_object(
                'player', player, 'reason', reason, 'at', round(extract(epoch from at) * 1000)::bigint
              ) order by at, player
            ), '[]')
          from (
            select player, reason, at from review_report where review = review.id order by at, player limit ${mostReports}
          ) as report
        )`.as("reports"),
      );
  const find = async (id: string, rows?: Kysely<Tables>): Promise<Review | undefined> => {
    const row = await reviews(rows).where("id", "=", id).executeTakeFirst();
    return row && reviewOf(row);
  };

  return {
    list: async ({ state, kind, search = "", player, limit, after }) => {
      if (!isStorable(search)) return [];
      const rows = await reviews()
        .where("state", "=", state)
        .$if(kind !== undefined, (some) => some.where("kind", "=", kind as Review["kind"]))
        .$if(player !== undefined, (some) => some.where("player", "=", player as string))
        .$if(search !== "", (some) =>
          some.where((row) =>
            row.or((["text", "name", "lobby"] as const).map((one) => row(one, "ilike", holding(search)))),
          ),
        )
        .$if(after !== undefined, (some) =>
          some.where(sql<boolean>`(at, id) < (select last.at, last.id from review as last where last.id = ${after})`),
        )
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(reviewOf);
    },
    find: (id) => find(id),
    add: (review) => db.transaction().execute((trx) => writeReviews(trx, [review])),
    take: async (id, by, at) => {
      const taken = await db
        .updateTable("review")
        .set({ decided_at: new Date(at), decided_by: by })
        .where("id", "=", id)
        .where("state", "=", "open")
        .where(isFree(at))
        .returning("id")
        .executeTakeFirst();
      const review = await find(id);
      return taken === undefined || review === undefined ? review && "conflict" : review;
    },
    giveBack: async (id, by) => {
      await db
        .updateTable("review")
        .set({ decided_at: null, decided_by: "" })
        .where("id", "=", id)
        .where("state", "=", "open")
        .where("decided_by", "=", by)
        .execute();
    },
    decide: (id, { state, by, why, at, learn }) =>
      db.transaction().execute(async (trx) => {
        const decided = await trx
          .updateTable("review")
          .set({ state, decided_at: new Date(at), decided_by: by, why: storable(why) })
          .where("id", "=", id)
          .where("state", "=", "open")
          .where((row) => row.or([row("decided_by", "=", by), isFree(at)]))
          .returning("id")
          .executeTakeFirst();
        const review = await find(id, trx);
        if (decided === undefined || review === undefined) return review && "conflict";
        const line = { text: review.text, label: state === "denied" ? 1 : 0, at: new Date(at) } as const;
        if (learn && isTraining(review))
          await trx
            .insertInto("training_line")
            .values({ id, player: review.player, ...line })
            .onConflict((conflict) => conflict.column("id").doUpdateSet(line))
            .execute();
        return review;
      }),
    openCount: async () => {
      const { count } = await db
        .selectFrom("review")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("state", "=", "open")
        .executeTakeFirstOrThrow();
      return count;
    },
    exceptions: async () => {
      const rows = await db
        .selectFrom("exception")
        .selectAll()
        .orderBy("at", "desc")
        .orderBy("text")
        .limit(mostExceptions)
        .execute();
      return rows.map(({ text, added_by, at }) => ({ text, by: added_by as PlayerId, at: at.getTime() }));
    },
    addException: async ({ text, by, at }) => {
      await db
        .insertInto("exception")
        .values({ text: storable(text), added_by: by, at: new Date(at) })
        .onConflict((conflict) => conflict.column("text").doNothing())
        .execute();
    },
    removeException: async (text) => {
      const gone = await db.deleteFrom("exception").where("text", "=", text).returning("text").executeTakeFirst();
      return gone !== undefined;
    },
    decisions: async () => {
      const rows = await db
        .selectFrom("training_line")
        .select(["text", "label"])
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(mostDecisions)
        .execute();
      return rows.toReversed();
    },
    erase: (player) => db.transaction().execute((trx) => erase(trx, player)),
    removeOlder: async (before) => {
      const { numDeletedRows } = await db
        .deleteFrom("review")
        .where(sql<boolean>`coalesce(decided_at, at) < ${new Date(before)}::timestamptz`)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
};

/** Whether nobody is at it at an instant. */
const isFree = (at: number) =>
  sql<boolean>`(decided_at is null or decided_at <= ${new Date(at - takenMs)}::timestamptz)`;

const erase = async (rows: Kysely<Tables>, player: PlayerId): Promise<void> => {
  await rows.updateTable("review").set({ name: "", rule: "", text: "" }).where("player", "=", player).execute();
  await sql`
    update review set context = (
      select jsonb_agg(
        case when line ->> 'player' = ${player} then line || '{"name": "", "text": ""}' else line end order by nth
      )
      from jsonb_array_elements(context) with ordinality as one (line, nth)
    )
    where context @> ${JSON.stringify([{ player }])}::jsonb`.execute(rows);
  await rows.deleteFrom("review_report").where("player", "=", player).execute();
  await rows.deleteFrom("training_line").where("player", "=", player).execute();
};
