import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import {
  type Ability,
  type GivenAnswer,
  type Hardness,
  hardnessRules,
  learn,
  type QuestionRow,
  startOf,
} from "./hardness.ts";

const { least, most, remembered } = hardnessRules;

/**
 * Writes what the answers of a game teach. To be called in the transaction that makes its events durable. Rows take
 * moves, not values, so that of two games that end at once neither undoes the other; and always in one order, so
 * that they don't wait for each other's rows.
 */
export const writeHardness = async (rows: Kysely<Tables>, answers: readonly GivenAnswer[]): Promise<void> => {
  const asked = [...new Map(answers.map(({ question, label }) => [question, startOf(label)]))];
  if (asked.length === 0) return;
  const { abilities, questions } = await begin(
    rows,
    asked.map(([question, start]) => ({ question, start })),
    [...new Set(answers.map(({ player }) => player))],
  );
  const lesson = learn(abilities, questions, answers);
  await sql`
    insert into hardness as old (question, b, n, latest)
    select question, move, count, latest
    from jsonb_to_recordset(${JSON.stringify(lesson.questions)}::jsonb)
      as v (question text, move float8, count int, latest int[])
    order by question collate "C"
    on conflict (question) do update set
      b = greatest(${least}::float8, least(${most}::float8, old.b + excluded.b)),
      n = old.n + excluded.n,
      latest = (excluded.latest || old.latest)[1:${sql.lit(remembered)}]`.execute(rows);
  await sql`
    insert into ability as old (player, theta, n)
    select player, move, count
    from jsonb_to_recordset(${JSON.stringify(lesson.abilities)}::jsonb) as v (player text, move float8, count int)
    order by player collate "C"
    on conflict (player) do update set
      theta = greatest(${least}::float8, least(${most}::float8, old.theta + excluded.theta)),
      n = old.n + excluded.n`.execute(rows);
};

type Known = { readonly id: string; readonly value: number; readonly n: number; readonly latest: number[] | null };

/** Makes rows for questions that have none, so that every question can take a move, and reads what was there before. */
const begin = async (
  rows: Kysely<Tables>,
  asked: readonly { readonly question: string; readonly start: number }[],
  players: readonly string[],
) => {
  const { rows: known } = await sql<Known>`
    with asked as (
      select question, start from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as v (question text, start float8)
    ), fresh as (
      insert into hardness (question, b, n, latest)
      select question, start, 0, '{}' from asked order by question collate "C"
      on conflict (question) do nothing
    )
    select question as id, b as value, n, latest from hardness where question in (select question from asked)
    union all
    select player, theta, n, null from ability where player = any(${players}::text[])`.execute(rows);
  const abilities = new Map<string, Ability>();
  const questions = new Map<string, QuestionRow>();
  for (const { id, value, n, latest } of known) {
    if (latest === null) abilities.set(id, { theta: value, n });
    else questions.set(id, { b: value, n, latest });
  }
  return { abilities, questions };
};

/** What is learned of people's answers, in the tables `hardness` and `ability`. */
export const sqlHardness = (db: Kysely<Tables>): Hardness => ({
  of: async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await db.selectFrom("hardness").select(["question", "b", "n"]).where("question", "in", ids).execute();
    return new Map(rows.map(({ question, b, n }) => [question, { b, n }]));
  },
  forget: async (player) => {
    await db.deleteFrom("ability").where("player", "=", player).execute();
  },
});
