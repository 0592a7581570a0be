import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Where a retrained model is kept, for all processes. May reject with Outage. */
export type SignalStore = {
  /** The file, if it is newer than `since` (ms since 1970), and when it was made. */
  readonly newer: (since: number) => Promise<{ readonly file: Uint8Array; readonly at: number } | undefined>;
  readonly keep: (file: Uint8Array) => Promise<void>;
};

const name = "chat";

export const memorySignalStore = (now: () => number): SignalStore => {
  let kept: { readonly file: Uint8Array; readonly at: number } | undefined;
  return {
    newer: (since) => Promise.resolve(kept !== undefined && kept.at > since ? kept : undefined),
    keep: (file) => {
      kept = { file, at: now() };
      return Promise.resolve();
    },
  };
};

export const sqlSignalStore = (db: Kysely<Tables>): SignalStore => ({
  newer: async (since) => {
    const row = await db
      .selectFrom("signal")
      .select(["file", "made_at"])
      .where("name", "=", name)
      .where("made_at", ">", new Date(since + 1))
      .executeTakeFirst();
    return row && { file: Buffer.from(row.file, "base64"), at: row.made_at.getTime() };
  },
  keep: async (file) => {
    const text = Buffer.from(file).toString("base64");
    await db
      .insertInto("signal")
      .values({ name, file: text })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ file: text, made_at: sql<Date>`now()` }))
      .execute();
  },
});
