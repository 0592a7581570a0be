import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Pace } from "./pace.ts";

/** A pace that all processes share, by the database's clock. */
export const sqlPace = (db: Kysely<Tables>): Pace => ({
  // One statement, so that of two who take at the same moment the second waits for the first one's row.
  take: async (name, everyMs) => {
    const every = sql`make_interval(secs => ${everyMs / 1000})`;
    const { rows } = await sql<{ wait: number }>`
      insert into pace as p (name, next_at) values (${name}, clock_timestamp() + ${every})
      on conflict (name) do update set next_at = greatest(p.next_at, clock_timestamp()) + ${every}
      returning extract(epoch from p.next_at - ${every} - clock_timestamp()) * 1000 as wait`.execute(db);
    return Math.max(0, Math.ceil(rows[0]?.wait ?? 0));
  },
  wait: async (name) => {
    const row = await db
      .selectFrom("pace")
      .where("name", "=", name)
      .select(sql<number>`extract(epoch from next_at - clock_timestamp()) * 1000`.as("wait"))
      .executeTakeFirst();
    return Math.max(0, Math.ceil(row?.wait ?? 0));
  },
  recall: async (name) => {
    const row = await db.selectFrom("pace").where("name", "=", name).select("value").executeTakeFirst();
    return row?.value ?? "";
  },
  remember: async (name, value) => {
    await db
      .insertInto("pace")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  },
});
