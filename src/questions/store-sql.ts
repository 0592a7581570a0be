import { type Kysely, sql } from "kysely";
import type { Question } from "../core/game.ts";
import type { Tables } from "../database/tables.ts";
import type { KeptSource, QuestionStore } from "./store.ts";
import { folded } from "./text.ts";

/** Questions kept in the database, where all processes find them. */
export const sqlQuestionStore = (db: Kysely<Tables>): QuestionStore => {
  const of = (source: KeptSource, topic: string) => {
    const all = db.selectFrom("question").where("source", "=", source);
    return topic === "" ? all : all.where("topic", "=", topic);
  };

  return {
    add: async (questions) => {
      if (questions.length === 0) return [];
      const values = questions.map(({ question, source, topic, provenance }) => ({
        id: question.id,
        source,
        topic,
        text: folded(question.prompt),
        data: JSON.stringify(question),
        provenance: JSON.stringify(provenance),
      }));
      const rows = await db
        .insertInto("question")
        // All add in the same order, or two with the same questions would wait for each other.
        .values(values.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)))
        .onConflict((conflict) => conflict.doNothing())
        .returning("data")
        .execute();
      return rows.map(({ data }) => data as Question);
    },

    // Sorted where the rows are: of 100,000 ids none has to travel, only the questions found.
    find: async ({ source, topic, limit, not, seed }) => {
      const rows = await of(source, topic)
        .where(sql<boolean>`id <> all(${[...not]}::text[])`)
        .orderBy(sql`md5(${seed} || id)`)
        .limit(limit)
        .select("data")
        .execute();
      return rows.map(({ data }) => data as Question);
    },

    count: async (source, topic) => {
      const { count } = await of(source, topic)
        .select((one) => one.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return count;
    },

    page: async (after, limit) => {
      const rows = await db
        .selectFrom("question")
        .where("id", ">", after)
        .orderBy("id")
        .limit(limit)
        .select("data")
        .execute();
      return rows.map(({ data }) => data as Question);
    },
  };
};
