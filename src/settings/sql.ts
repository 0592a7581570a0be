import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { given, readSettings } from "./read.ts";
import type { SettingsStore } from "./settings.ts";

/** Settings in the table. Those of a new server until the first `refresh`. */
export const sqlSettings = (db: Kysely<Tables>): SettingsStore => {
  let current = readSettings(new Map());
  const refresh = async (): Promise<void> => {
    const rows = await db.selectFrom("setting").select(["key", "value"]).execute();
    current = readSettings(new Map(rows.map(({ key, value }) => [key, value])));
  };
  return {
    current: () => current,
    refresh,
    change: async (changes) => {
      // In one order, so that two admins at once don't wait for each other's rows.
      const rows = Object.entries(given(changes)).map(([key, value]) => ({ key, value: JSON.stringify(value) }));
      if (rows.length > 0)
        await db
          .insertInto("setting")
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .column("key")
              .doUpdateSet((row) => ({ value: row.ref("excluded.value"), changed_at: sql<Date>`now()` })),
          )
          .execute();
      await refresh();
      return current;
    },
  };
};
