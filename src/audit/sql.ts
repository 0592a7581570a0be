import { randomBytes } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import { holding, isStorable } from "../database/texts.ts";
import type { Tables } from "../database/tables.ts";
import type { Audit } from "./audit.ts";
import { entryOf, erasedWords, isTrue, type Kept, sealed } from "./chain.ts";

/** Entries looked at at once. */
const batch = 500;

const keptOf = ({ at, ...row }: Selectable<Tables["audit"]>): Kept => ({ ...row, at: at.getTime() });

/** The log in its table; one entry at a time is added, whichever process does. */
export const sqlAudit = (db: Kysely<Tables>): Audit => {
  /** The entries behind a number, in order. */
  const next = async (after: number): Promise<readonly Kept[]> => {
    const rows = await db.selectFrom("audit").selectAll().where("id", ">", after).orderBy("id").limit(batch).execute();
    return rows.map(keptOf);
  };
  return {
    add: (entry, at) =>
      db.transaction().execute(async (trx) => {
        await lock(trx);
        const last = await trx
          .selectFrom("audit")
          .select(["id", "digest"])
          .orderBy("id", "desc")
          .limit(1)
          .executeTakeFirst();
        const kept = sealed(entry, at, last, () => randomBytes(16).toString("hex"));
        await trx
          .insertInto("audit")
          .values({
            ...kept,
            at: new Date(at),
            salts: JSON.stringify(kept.salts),
            hashes: JSON.stringify(kept.hashes),
          })
          .execute();
        return entryOf(kept);
      }),

    list: async ({ search = "", actor, action, target, from, to, limit, before }) => {
      if (![search, actor, action, target].every((one = "") => isStorable(one))) return [];
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .$if(actor !== undefined, (some) => some.where("actor", "=", actor ?? ""))
        .$if(action !== undefined, (some) => some.where("action", "=", action ?? ""))
        .$if(target !== undefined, (some) => some.where("target", "=", target ?? ""))
        .$if(from !== undefined, (some) => some.where("at", ">=", new Date(from ?? 0)))
        .$if(to !== undefined, (some) => some.where("at", "<=", new Date(to ?? 0)))
        .$if(before !== undefined, (some) => some.where("id", "<", before ?? 0))
        .$if(search !== "", (some) =>
          some.where((row) => row.or(searched.map((one) => row(one, "ilike", holding(search))))),
        )
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => entryOf(keptOf(row)));
    },

    verify: async () => {
      let last: Kept | undefined;
      let entries = 0;
      for (;;) {
        const kept = await next(last?.id ?? 0);
        if (kept.length === 0) return { entries, brokenAt: null };
        for (const one of kept) {
          entries += 1;
          if (!isTrue(one, last)) return { entries: await count(db), brokenAt: one.id };
          last = one;
        }
      }
    },

    erase: (person) =>
      db.transaction().execute(async (trx) => {
        // Entries about nobody are about "".
        if ((person as string) === "") return;
        for (const role of ["subject", "actor"] as const) {
          const nothing = Object.fromEntries(erasedWords[role].map((name) => [name, null]));
          await trx
            .updateTable("audit")
            .set({ ...nothing, salts: sql<string>`salts || ${JSON.stringify(nothing)}::jsonb` })
            .where(role, "=", person)
            .execute();
        }
      }),
  };
};

const searched = ["action", "target", "actor_name", "why", "before", "after"] as const;

const lock = async (rows: Kysely<Tables>): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('audit'))`.execute(rows);
};

const count = async (rows: Kysely<Tables>): Promise<number> => {
  const { entries } = await rows
    .selectFrom("audit")
    .select(({ fn }) => fn.countAll<number>().as("entries"))
    .executeTakeFirstOrThrow();
  return entries;
};
