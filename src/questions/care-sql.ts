import { type Kysely, type Selectable, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { type CaredQuestion, type CareNews, careRules, type QuestionCare } from "./care.ts";

const { reports: reportsMost, plays: playsLeast, leastRight } = careRules;

type Growth = {
  readonly id: string;
  readonly question: CaredQuestion["question"];
  readonly plays: number;
  readonly right: number;
  readonly reports: number;
};

/** Writes what a lobby's events say about questions. To be called in the transaction that makes the events durable. */
export const writeCare = async (rows: Kysely<Tables>, { plays, reports }: CareNews): Promise<void> => {
  if (plays.length > 0)
    await grow(
      rows,
      plays.map((one) => ({ ...one, reports: 0 })),
    );
  for (const { shown, ...report } of reports) await addReport(rows, report, shown);
};

/** Adds to the counts of questions, and hides those of which the counts say so and nobody has looked at yet. */
const grow = async (rows: Kysely<Tables>, growths: readonly Growth[]): Promise<void> => {
  const values = JSON.stringify(growths);
  // Always in one order, so that two games that end at once don't wait for each other's rows.
  await sql`
    insert into question_care as care (question, data, plays, right_answers, reports)
    select id, question, plays, "right", reports
    from jsonb_to_recordset(${values}::jsonb) as v (id text, question jsonb, plays int, "right" int, reports int)
    order by id collate "C"
    on conflict (question) do update set
      data = excluded.data,
      plays = care.plays + excluded.plays,
      right_answers = care.right_answers + excluded.right_answers,
      reports = care.reports + excluded.reports`.execute(rows);
  await sql`
    update question_care set
      state = 'hidden',
      reason = case when reports >= ${reportsMost} then 'reported' else 'too_few_right' end,
      changed_at = now()
    where question in (select v.id from jsonb_to_recordset(${values}::jsonb) as v (id text))
      and state = 'live'
      and (
        reports >= ${reportsMost}
        or (plays >= ${playsLeast} and right_answers < plays * ${leastRight}::float8)
      )`.execute(rows);
};

const addReport = async (
  rows: Kysely<Tables>,
  { at, ...report }: Omit<CareNews["reports"][number], "shown">,
  shown: CaredQuestion["question"] | undefined,
): Promise<void> => {
  const question = shown ?? (await dataOf(rows, report.question));
  if (question === undefined) return;
  const growth = { id: report.question, question, plays: 0, right: 0 };
  await grow(rows, [{ ...growth, reports: 0 }]);
  const added = await rows
    .insertInto("question_report")
    .values({ ...report, at: new Date(at) })
    .onConflict((conflict) => conflict.columns(["question", "player"]).doNothing())
    .returning("question")
    .executeTakeFirst();
  if (added !== undefined) await grow(rows, [{ ...growth, reports: 1 }]);
};

const dataOf = async (rows: Kysely<Tables>, id: string): Promise<CaredQuestion["question"] | undefined> => {
  const row = await rows.selectFrom("question_care").select("data").where("question", "=", id).executeTakeFirst();
  return row?.data as CaredQuestion["question"] | undefined;
};

const caredOf = (row: Selectable<Tables["question_care"]>): CaredQuestion => ({
  id: row.question,
  question: row.data as CaredQuestion["question"],
  plays: row.plays,
  right: row.right_answers,
  reports: row.reports,
  state: row.state,
  reason: row.reason,
  changedAt: row.changed_at.getTime(),
});

/** Care in the tables. */
export const sqlCare = (db: Kysely<Tables>): QuestionCare => {
  let hidden: ReadonlySet<string> = new Set();
  const refresh = async (): Promise<void> => {
    const rows = await db
      .selectFrom("question_care")
      .select("question")
      .where("state", "in", ["hidden", "removed"])
      .execute();
    hidden = new Set(rows.map(({ question }) => question));
  };
  return {
    hidden: () => hidden,
    refresh,
    list: async (state, { limit, after = "" }) => {
      const rows = await db
        .selectFrom("question_care")
        .selectAll()
        .where("state", "=", state)
        .where("question", ">", after)
        .orderBy("question")
        .limit(limit)
        .execute();
      return rows.map(caredOf);
    },
    find: async (id) => {
      const row = await db.selectFrom("question_care").selectAll().where("question", "=", id).executeTakeFirst();
      return row === undefined ? undefined : caredOf(row);
    },
    reportsOf: async (id) => {
      const rows = await db
        .selectFrom("question_report")
        .selectAll()
        .where("question", "=", id)
        .orderBy("at")
        .limit(100)
        .execute();
      return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
    },
    decide: async (id, state, reason) => {
      const row = await db
        .updateTable("question_care")
        .set({ state, reason, changed_at: sql<Date>`now()` })
        .where("question", "=", id)
        .returningAll()
        .executeTakeFirst();
      await refresh();
      return row === undefined ? undefined : caredOf(row);
    },
    eraseReports: async (player) => {
      await db
        .updateTable("question_report")
        .set({ reason: "" })
        .where("player", "=", player)
        .where("reason", "<>", "")
        .execute();
    },
    expireReports: async (before) => {
      await db
        .updateTable("question_report")
        .set({ reason: "" })
        .where("at", "<", new Date(before))
        .where("reason", "<>", "")
        .where("question", "not in", (those) =>
          those.selectFrom("question_care").select("question").where("state", "=", "hidden"),
        )
        .execute();
    },
  };
};
