import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { storable } from "../database/texts.ts";
import { bansOf } from "./bans-sql.ts";
import type { Conduct } from "./conduct.ts";
import { peopleOf } from "./people-sql.ts";
import { pastOf } from "./past-sql.ts";
import { sanctionOf } from "./rows.ts";
import { clearStrike, writeConduct } from "./write-sql.ts";

const nothing = { strikes: [], sanctions: [], lifted: [], cleared: [] };

/** Conduct in the tables, shared by all processes. */
export const sqlConduct = (db: Kysely<Tables>, now: () => number = Date.now): Conduct => {
  const bans = bansOf(db);
  return {
    ...bans,
    ...pastOf(db),
    ...peopleOf(db),
    impose: async (sanction) => {
      await writeConduct(db, { ...nothing, sanctions: [sanction] });
      bans.forget(sanction.player);
    },
    strike: (strike) => writeConduct(db, { ...nothing, strikes: [strike] }),
    lift: async (id, by, at) => {
      const lifted = await db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable("sanction")
          .set({ lifted_at: new Date(at), lifted_by: by })
          .where("id", "=", id)
          .where("lifted_at", "is", null)
          .where((one) => one.or([one("until", "is", null), one("until", ">", new Date(at))]))
          .returningAll()
          .executeTakeFirst();
        const strike = row?.strike ?? (await strikeBehind(trx, id));
        if (strike !== undefined) await clearStrike(trx, strike, at);
        return row && sanctionOf(row);
      });
      if (lifted !== undefined) bans.forget(lifted.player);
      return lifted;
    },
    appeal: async (id, player, text) => {
      const row = await db
        .updateTable("sanction")
        .set({ appeal: "open", appeal_text: storable(text) })
        .where("id", "=", id)
        .where("player", "=", player)
        .where("appeal", "=", "none")
        .where("lifted_at", "is", null)
        .returningAll()
        .executeTakeFirst();
      if (row !== undefined) return sanctionOf(row);
      const there = await db
        .selectFrom("sanction")
        .select("id")
        .where("id", "=", id)
        .where("player", "=", player)
        .executeTakeFirst();
      return there === undefined ? "not_found" : "conflict";
    },
    answerAppeal: (id, appeal) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable("sanction")
          .set({ appeal })
          .where("id", "=", id)
          .where("appeal", "=", "open")
          .returning("strike")
          .executeTakeFirst();
        if (row !== undefined && appeal === "allowed") await clearStrike(trx, row.strike, now());
      }),
    addNote: async ({ by, byName, at, ...note }) => {
      await db
        .insertInto("staff_note")
        .values({ ...note, text: storable(note.text), written_by: by, by_name: byName, at: new Date(at) })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },
    erase: (player) =>
      db.transaction().execute(async (trx) => {
        // Sanctions before strikes, as everywhere, or two at once would wait for each other.
        await trx
          .updateTable("sanction")
          .set({
            name: "",
            appeal_text: "",
            // A ban that holds goes on holding; its device goes with `removeOlder`.
            device: sql<string>`case
              when kind = 'ban' and lifted_at is null and (until is null or until > ${new Date(now())}::timestamptz) then device else '' end`,
          })
          .where("player", "=", player)
          .execute();
        await trx.updateTable("strike").set({ name: "", rule: "", text: "" }).where("player", "=", player).execute();
        await trx.deleteFrom("staff_note").where("player", "=", player).execute();
        await trx.updateTable("staff_note").set({ by_name: "" }).where("written_by", "=", player).execute();
      }),
    removeOlder: async (before) => {
      const strikes = await db
        .deleteFrom("strike")
        .where(sql<boolean>`least(expires_at, cleared_at) < ${new Date(before)}::timestamptz`)
        .executeTakeFirstOrThrow();
      const sanctions = await db
        .deleteFrom("sanction")
        .where(
          sql<boolean>`least(lifted_at, until, case when kind = 'warning' then at end) < ${new Date(before)}::timestamptz`,
        )
        .executeTakeFirstOrThrow();
      return Number(strikes.numDeletedRows + sanctions.numDeletedRows);
    },
  };
};

/** The strike that led to a sanction, which may count on when the sanction is over. */
const strikeBehind = async (rows: Kysely<Tables>, sanction: string): Promise<string | undefined> => {
  const row = await rows.selectFrom("sanction").select("strike").where("id", "=", sanction).executeTakeFirst();
  return row?.strike;
};
