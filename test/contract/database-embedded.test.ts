import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { ConfigError } from "../../src/config.ts";
import { openDatabase } from "../../src/database/database.ts";
import { Outage } from "../../src/journal/journal.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { newDataDir, newDirectory, runChild } from "../support/database.ts";

const program = "test/support/database-child.ts";
const log = logOf("silent");

describe("database in the data directory", () => {
  it("refuses a second process, by the name of the first", async () => {
    const dataDir = await newDataDir();
    const holder = runChild(program, ["hold", dataDir]);
    assert.equal(await holder.line(), "open");
    const second = runChild(program, ["hold", dataDir]);
    const [said, ...rest] = await second.rest();
    assert.match(
      said ?? "",
      new RegExp(String.raw`^Another Parlor \(process ${holder.pid}\) is using DATA_DIR ${dataDir}\.`),
    );
    assert.deepEqual(rest, []);
    await holder.kill();
  }).timeout(60_000);

  it("is taken over from a killed process, by one of those who try", async () => {
    const dataDir = await newDataDir();
    const holder = runChild(program, ["hold", dataDir]);
    assert.equal(await holder.line(), "open");
    await holder.kill();
    assert.ok(existsSync(join(dataDir, "parlor.sock")));
    const tries = Array.from({ length: 4 }, () => runChild(program, ["hold", dataDir]));
    const said = await Promise.all(tries.map((child) => child.line()));
    const open = said.filter((line) => line === "open");
    assert.equal(open.length, 1, said.join("\n"));
    const pid = tries[said.indexOf("open")]?.pid;
    for (const line of said)
      if (line !== "open") assert.match(line ?? "", new RegExp(String.raw`^Another Parlor \(process ${pid}\)`));
    await Promise.all(tries.map((child) => child.kill()));
  }).timeout(60_000);

  it("loses no row that was stored before a kill", async () => {
    const dataDir = await newDataDir();
    const acked: number[] = [];
    for (let round = 0; round < 2; round++) {
      const writer = runChild(program, ["write", dataDir]);
      assert.equal(await writer.line(), "open");
      for (let rows = 0; rows < 100 * (round + 1); rows++) acked.push(Number(await writer.line()));
      await writer.kill();
      acked.push(...(await writer.rest()).map(Number));
    }
    const database = await openDatabase({ dataDir, log });
    const rows = await database.db.selectFrom("event").select(["seq", "data"]).execute();
    const stored = new Map(rows.map(({ seq, data }) => [seq, (data as { seq: number }).seq]));
    assert.deepEqual(
      acked.filter((seq) => stored.get(seq) !== seq),
      [],
    );
    await database.close();
  }).timeout(60_000);

  it("gives up a query that takes too long, and what was open with it, and goes on", async () => {
    const limits = { queryMs: 500, idleMs: 10_000 };
    const database = await openDatabase({ dataDir: await newDataDir(), log, limits });
    const { db } = database;
    const lobby = { code: "HALF", status: "open", owner: "o", public: true, listing: "{}" };
    const lost = db.transaction().execute(async (trx) => {
      await trx.insertInto("lobby").values(lobby).execute();
      await sql`select pg_sleep(20)`.execute(trx).catch(() => {});
      // Without care this one would be made outside of any transaction, by the next thread.
      await trx.insertInto("process").values({ id: "STRAY", address: "", lease_until: new Date() }).execute();
    });
    const waiting = sql<{ one: number }>`select 1 as one`.execute(db);
    await assert.rejects(lost, Outage);
    assert.deepEqual((await waiting).rows, [{ one: 1 }]);
    await database.ping();
    assert.deepEqual(await db.selectFrom("lobby").select("code").execute(), []);
    assert.deepEqual(await db.selectFrom("process").select("id").execute(), []);
    await db.insertInto("lobby").values(lobby).execute();
    await database.close();
  }).timeout(60_000);

  it("refuses the files of another PostgreSQL", async () => {
    const dataDir = await newDataDir();
    writeFileSync(join(dataDir, "database", "PG_VERSION"), "17\n");
    await assert.rejects(
      openDatabase({ dataDir, log }),
      (error) => error instanceof ConfigError && /made by PostgreSQL 17, .* has PostgreSQL 18/.test(error.message),
    );
  }).timeout(60_000);

  it("begins anew when the first start was cut short, at any length of path, for its owner only", async () => {
    const dataDir = join(newDirectory(), "deep".repeat(30));
    mkdirSync(join(dataDir, "database"), { recursive: true });
    writeFileSync(join(dataDir, "database", "PG_VERSION"), "18\n");
    const database = await openDatabase({ dataDir, log });
    await database.ping();
    await assert.rejects(openDatabase({ dataDir, log }), /Another Parlor/);
    assert.equal(readdirSync(dataDir).filter((name) => name.startsWith("database.unfinished-")).length, 1);
    assert.equal(statSync(join(dataDir, "database")).mode & 0o077, 0);
    await database.close();
  }).timeout(60_000);

  it("can be in memory", async () => {
    const database = await openDatabase({ dataDir: undefined, log });
    assert.equal(database.kind, "embedded");
    await database.ping();
    await database.close();
    await assert.rejects(database.ping());
  }).timeout(60_000);
});
