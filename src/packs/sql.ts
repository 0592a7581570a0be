import { type Kysely, type Selectable, sql } from "kysely";
import type { Question } from "../core/game.ts";
import type { Tables } from "../database/tables.ts";
import { cursorOf, markOf } from "./cursor.ts";
import type { Pack, PackContent, PackLine, Packs } from "./packs.ts";

/** Packs in the database. `now` is in ms since 1970. */
export const sqlPacks = (db: Kysely<Tables>, now: () => number): Packs => ({
  add: ({ questions, ...pack }, most) =>
    db.transaction().execute(async (trx) => {
      // One at a time for each owner, or two at once would both find room.
      await sql`select pg_advisory_xact_lock(hashtext(${`packs of ${pack.owner}`}))`.execute(trx);
      const { count } = await trx
        .selectFrom("pack")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("owner", "=", pack.owner)
        .executeTakeFirstOrThrow();
      if (count >= most) return undefined;
      const at = new Date(now());
      const row = { ...pack, ...questionColumns(questions), created_at: at, updated_at: at };
      const made = await trx.insertInto("pack").values(row).returning(lineColumns).executeTakeFirstOrThrow();
      return { ...lineOf(made), questions };
    }),

  list: async (owner, limit, cursor) => {
    const mark = markOf(cursor);
    const rows = await db
      .selectFrom("pack")
      .select(lineColumns)
      .where("owner", "=", owner)
      .$if(mark !== undefined, (those) =>
        those.where(sql<boolean>`(created_at, id) < (${mark?.createdAt}::timestamptz, ${mark?.id})`),
      )
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .limit(limit + 1)
      .execute();
    const packs = rows.slice(0, limit).map(lineOf);
    const last = packs.at(-1);
    return { packs, ...(last !== undefined && rows.length > limit ? { cursor: cursorOf(last) } : {}) };
  },

  find: async (id) => {
    const row = await db.selectFrom("pack").selectAll().where("id", "=", id).executeTakeFirst();
    return row && packOf(row);
  },

  line: async (id) => {
    const row = await db.selectFrom("pack").select(lineColumns).where("id", "=", id).executeTakeFirst();
    return row && lineOf(row);
  },

  change: async (id, version, changes) => {
    const row = await db
      .updateTable("pack")
      .set({ ...columnsOf(changes), version: version + 1, updated_at: new Date(now()) })
      .where("id", "=", id)
      .where("version", "=", version)
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) return packOf(row);
    const there = await db.selectFrom("pack").select("id").where("id", "=", id).executeTakeFirst();
    return there && "conflict";
  },

  remove: async (id) => void (await db.deleteFrom("pack").where("id", "=", id).execute()),
  removeAllOf: async (owner) => void (await db.deleteFrom("pack").where("owner", "=", owner).execute()),
});

const lineColumns = [
  "id",
  "owner",
  "title",
  "description",
  "visibility",
  "size",
  "version",
  "created_at",
  "updated_at",
] as const;

type Row = Selectable<Tables["pack"]>;

const lineOf = ({ created_at, updated_at, ...row }: Omit<Row, "questions">): PackLine => ({
  ...row,
  createdAt: created_at.toISOString(),
  updatedAt: updated_at.toISOString(),
});

const packOf = ({ questions, ...row }: Row): Pack => ({ ...lineOf(row), questions: questions as readonly Question[] });

const questionColumns = (questions: readonly Question[]) => ({
  questions: JSON.stringify(questions),
  size: questions.length,
});

const columnsOf = ({ questions, ...rest }: Partial<PackContent>) => ({
  ...rest,
  ...(questions === undefined ? {} : questionColumns(questions)),
});
