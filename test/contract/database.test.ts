import assert from "node:assert/strict";
import { sql } from "kysely";
import { ConfigError } from "../../src/config.ts";
import { connectDatabase } from "../../src/database/connect.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { migrations } from "../../src/database/migrations/index.ts";
import { isUniqueViolation } from "../../src/database/outage.ts";
import { tableNames } from "../../src/database/tables.ts";
import { Outage } from "../../src/journal/journal.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { adapters, type Place } from "../support/database.ts";

const lobby = (code: string) => ({ code, status: "open", owner: "ana", public: true, listing: "{}" });

const doneMigrations = async ({ db }: Database) =>
  (await sql<{ name: string; timestamp: string }>`select * from kysely_migration order by name`.execute(db)).rows;

for (const { name, newPlace } of adapters) {
  describe(`database on ${name}`, () => {
    let place: Place;
    let database: Database;
    before(async function () {
      this.timeout(120_000);
      place = await newPlace();
      database = await openDatabase(place);
    });
    after(() => database.close());

    it("has every table after its first start", async () => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(
        database.db,
      );
      assert.deepEqual(rows.map((row) => row.name).toSorted(), [...tableNames].toSorted());
      assert.deepEqual(
        (await doneMigrations(database)).map((row) => row.name),
        Object.keys(migrations),
      );
    });

    it("changes nothing when it is opened again", async () => {
      const before = await doneMigrations(database);
      await database.db.insertInto("lobby").values(lobby("AGAIN")).execute();
      await database.close();
      database = await openDatabase(place);
      assert.deepEqual(await doneMigrations(database), before);
      assert.equal((await database.db.selectFrom("lobby").where("code", "=", "AGAIN").execute()).length, 1);
    });

    it("refuses a database that a newer Parlor has used", async () => {
      await sql`insert into kysely_migration values ('9999_later', '2099-01-01T00:00:00Z')`.execute(database.db);
      await database.close();
      await assert.rejects(
        openDatabase(place),
        (error) => error instanceof ConfigError && /newer Parlor \(it has 9999_later\)/.test(error.message),
      );
      // What was refused is let go of: who knows the migration finds it free.
      const connected = await connectDatabase({ ...place, log: logOf("silent") });
      await sql`delete from kysely_migration where name = '9999_later'`.execute(connected.db);
      await connected.close();
      database = await openDatabase(place);
    });

    it("gives back what was stored, in the same types", async () => {
      const { db } = database;
      const listing = { text: 'quote " back \\ line \n é 😀', list: [1, "2", null], deep: { yes: true, n: 1.5 } };
      const touched = new Date("2026-02-03T04:05:06.789Z");
      await db
        .insertInto("lobby")
        .values({ ...lobby("TYPES"), epoch: 2 ** 53 - 1, listing: JSON.stringify(listing), touched_at: touched })
        .execute();
      const row = await db.selectFrom("lobby").selectAll().where("code", "=", "TYPES").executeTakeFirstOrThrow();
      assert.ok(row.created_at instanceof Date && Math.abs(row.created_at.getTime() - Date.now()) < 60_000);
      assert.deepEqual(
        { ...row, created_at: undefined },
        {
          code: "TYPES",
          epoch: 2 ** 53 - 1,
          runner: null,
          status: "open",
          owner: "ana",
          public: true,
          listing,
          snapshot: null,
          snapshot_seq: 0,
          created_at: undefined,
          touched_at: touched,
          closed_at: null,
          shape: 1,
        },
      );
      const { rows } = await sql`
        select count(*) as count, sum(snapshot_seq) as sum, ${["a", 'b"\\', null]}::text[] as texts, ${[1, 2]}::int[] as ints,
          ${null}::text as nothing, ${false}::boolean as no, ${7n}::bigint as seven, ${{ a: 1 }}::jsonb as object,
          array_agg(epoch) is not null as has, now() = ${touched} as equal from lobby where code = any(${["TYPES", "X"]})`.execute(
        db,
      );
      assert.deepEqual(rows, [
        {
          count: 1,
          sum: 0,
          texts: ["a", 'b"\\', null],
          ints: [1, 2],
          nothing: null,
          no: false,
          seven: 7,
          object: { a: 1 },
          has: true,
          equal: false,
        },
      ]);
      const { numUpdatedRows } = await db.updateTable("lobby").set({ status: "closed" }).executeTakeFirst();
      assert.equal(typeof numUpdatedRows, "bigint");
    });

    it("names the key that is taken, and does not quote the row", async () => {
      const account = { id: "1", email: "ana@example.org", name: "Ana", password_hash: "secret" };
      await database.db.insertInto("account").values(account).execute();
      const again = database.db
        .insertInto("account")
        .values({ ...account, id: "2" })
        .execute();
      await assert.rejects(again, (error: Error) => {
        assert.ok(isUniqueViolation(error, "account_email_key"));
        assert.equal(isUniqueViolation(error, "account_pkey"), false);
        assert.doesNotMatch(JSON.stringify(Object.entries(error)) + error.message, /ana@example/);
        return true;
      });
      const nothing = sql`insert into account (id, password_hash) values ('3', 'secret')`.execute(database.db);
      await assert.rejects(nothing, (error: Error) => {
        assert.equal(isUniqueViolation(error), false);
        assert.doesNotMatch(JSON.stringify(Object.entries(error)) + error.message, /secret/);
        return true;
      });
    });

    it("takes a database that can't be written for an outage", async () => {
      const written = database.db
        .transaction()
        .setAccessMode("read only")
        .execute((trx) => trx.insertInto("lobby").values(lobby("NEVER")).execute());
      await assert.rejects(written, Outage);
      await database.ping();
    });

    it("tidies up", () => database.tidy());
  });
}
