import assert from "node:assert/strict";
import { sql } from "kysely";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { Outage } from "../../src/journal/journal.ts";
import { adapters } from "../support/database.ts";

const lobby = (code: string) => ({ code, status: "open", owner: "ana", public: true, listing: "{}" });

for (const { name, newPlace } of adapters) {
  describe(`transactions on ${name}`, () => {
    let database: Database;
    before(async function () {
      this.timeout(120_000);
      database = await openDatabase(await newPlace());
    });
    after(() => database.close());

    it("keeps all of a transaction or nothing", async () => {
      const { db } = database;
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("lobby").values(lobby("KEPT")).execute();
        await trx.insertInto("event").values({ lobby: "KEPT", seq: 1, epoch: 0, data: "{}" }).execute();
      });
      const fails = db.transaction().execute(async (trx) => {
        await trx.insertInto("event").values({ lobby: "KEPT", seq: 2, epoch: 0, data: "{}" }).execute();
        throw new Error("changed our mind");
      });
      await assert.rejects(fails, /changed our mind/);
      const aborted = db.transaction().execute(async (trx) => {
        await trx.insertInto("event").values({ lobby: "KEPT", seq: 3, epoch: 0, data: "{}" }).execute();
        await assert.rejects(sql`select 1 / 0`.execute(trx));
      });
      await assert.rejects(aborted, /rolled back instead of committed/);
      const events = await db.selectFrom("event").select("seq").where("lobby", "=", "KEPT").execute();
      assert.deepEqual(events, [{ seq: 1 }]);
    });

    it("undoes to a savepoint", async () => {
      const trx = await database.db.startTransaction().execute();
      await trx.insertInto("lobby").values(lobby("SAVED")).execute();
      const later = await trx.savepoint("a b").execute();
      await later.insertInto("lobby").values(lobby("UNDONE")).execute();
      await later.rollbackToSavepoint("a b").execute();
      await trx.commit().execute();
      const rows = await database.db
        .selectFrom("lobby")
        .select("code")
        .where("code", "in", ["SAVED", "UNDONE"])
        .execute();
      assert.deepEqual(rows, [{ code: "SAVED" }]);
    });

    it("keeps transactions and queries that run at once apart", async () => {
      const { db } = database;
      await db.insertInto("lobby").values(lobby("BUSY")).execute();
      const seen = new Set<number>();
      const transactions = Array.from({ length: 30 }, () =>
        db.transaction().execute(async (trx) => {
          const row = await trx
            .selectFrom("lobby")
            .select("epoch")
            .where("code", "=", "BUSY")
            .forUpdate()
            .executeTakeFirstOrThrow();
          await trx.updateTable("lobby").set({ epoch: -1 }).where("code", "=", "BUSY").execute();
          await trx
            .updateTable("lobby")
            .set({ epoch: row.epoch + 1 })
            .where("code", "=", "BUSY")
            .execute();
        }),
      );
      const queries = Array.from({ length: 100 }, async (_, seq) => {
        await db.insertInto("event").values({ lobby: "BUSY", seq, epoch: 0, data: "{}" }).execute();
        const row = await db.selectFrom("lobby").select("epoch").where("code", "=", "BUSY").executeTakeFirstOrThrow();
        seen.add(row.epoch);
      });
      await Promise.all([...transactions, ...queries]);
      assert.equal(seen.has(-1), false);
      const { epoch } = await db
        .selectFrom("lobby")
        .select("epoch")
        .where("code", "=", "BUSY")
        .executeTakeFirstOrThrow();
      assert.equal(epoch, 30);
      const { rows } = await sql`select count(*) as count from event where lobby = 'BUSY'`.execute(db);
      assert.deepEqual(rows, [{ count: 100 }]);
    });

    it("ends a transaction that sits idle", async () => {
      const impatient = await openDatabase({ ...(await newPlace()), limits: { queryMs: 5000, idleMs: 200 } });
      const left = impatient.db.transaction().execute(async (trx) => {
        await trx.insertInto("lobby").values(lobby("IDLE")).execute();
        const open = sql<{ count: number }>`
          select count(*) as count from pg_stat_activity
          where state = 'idle in transaction' and datname = current_database()`;
        while ((await open.execute(impatient.db)).rows[0]?.count !== 0);
        await trx.insertInto("lobby").values(lobby("IDLE2")).execute();
      });
      await assert.rejects(left, Outage);
      assert.deepEqual(await impatient.db.selectFrom("lobby").select("code").execute(), []);
      await impatient.close();
    });
  });
}
