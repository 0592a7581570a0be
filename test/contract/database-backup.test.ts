import assert from "node:assert/strict";
import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { sqlAudit } from "../../src/audit/sql.ts";
import { sqlReviews } from "../../src/conduct/reviews-sql.ts";
import { writeConduct } from "../../src/conduct/write-sql.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { linesOf } from "../../src/database/backup-file.ts";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { ban, matter, mod, news, now, strike } from "../support/conduct.ts";
import { newDataDir, newDirectory, runChild } from "../support/database.ts";
import { sharedPostgres } from "../support/postgres.ts";

const log = logOf("silent");

const cli = async (action: "backup" | "restore", file: string, place: { dataDir?: string; url?: string }) => {
  const env = { DATA_DIR: place.dataDir ?? newDirectory(), DATABASE_URL: place.url ?? "" };
  return (await runChild("src/database/backup.ts", [action, file], env).rest()).join("\n");
};

/** Rows of every sort, more than are fetched at once. */
const fill = async ({ db }: Database): Promise<void> => {
  const listing = JSON.stringify({ text: 'line\nend "\\ é 😀', big: 12_345_678_901 });
  const lobby = { status: "open", owner: "o", public: true, listing };
  await db
    .insertInto("lobby")
    .values([
      { ...lobby, code: "ONE", epoch: 2 ** 53 - 1, snapshot: "[1]" },
      { ...lobby, code: "TWO", closed_at: "2026-01-01T00:00:00.123456Z" },
    ])
    .execute();
  await sql`insert into event (lobby, seq, epoch, data)
    select 'ONE', n, 1, jsonb_build_object('n', n) from generate_series(1, 1234) n`.execute(db);
  await db.insertInto("process").values({ id: "P", address: "", lease_until: new Date() }).execute();
  for (const seq of [1, 2, 3])
    await db.insertInto("outbox").values({ lobby: "ONE", seq, type: "game_over", payload: "{}" }).execute();
  await writeConduct(db, news({ strikes: [strike("s", { weight: 0.1 })], sanctions: [ban("b", { until: null })] }));
  const reviews = sqlReviews(db);
  await reviews.add({ ...matter("r"), report: { player: mod, reason: "it's rude" } });
  await reviews.decide("r", { state: "denied", by: mod, why: "", at: now, learn: true });
  await db.insertInto("setting").values({ key: "learn", value: "true" }).execute();
  const gone = "gone" as PlayerId;
  for (const subject of [gone, ""] as const) await sqlAudit(db).add({ ...entry, subject }, now);
  await sqlAudit(db).erase(gone);
};

const entry = {
  actor: mod,
  actorName: "Mo",
  action: "person.ban",
  target: "player:gone",
  why: "é\n😀",
  before: null,
  after: { big: 12_345_678_901, small: 1e-7 },
} as const;

const staffTables = ["strike", "sanction", "review", "review_report", "training_line", "setting", "audit"];

/** All that is stored, without the header's time: hashes of the rows by table, or a difference would fill the screen. */
const contents = async (database: Database): Promise<Readonly<Record<string, string>>> => {
  const file = join(newDirectory(), "contents");
  await database.dump(file);
  return rowsIn(file);
};

const rowsIn = async (file: string): Promise<Readonly<Record<string, string>>> => {
  const hashes = new Map<string, Hash>();
  for await (const line of linesOf(file)) {
    const [table = ""] = line.split(" ", 1);
    if (!line.startsWith("{")) hashes.set(table, (hashes.get(table) ?? createHash("md5")).update(line));
  }
  return Object.fromEntries([...hashes].map(([table, hash]) => [table, hash.digest("hex")]));
};

describe("backup", () => {
  let dataDir: string;
  let file: string;
  let expected: Readonly<Record<string, string>>;
  let database: Database;

  before(async function () {
    this.timeout(120_000);
    dataDir = await newDataDir();
    database = await openDatabase({ dataDir, log });
    await fill(database);
    expected = await contents(database);
    file = join(newDirectory(), "parlor.backup");
  });
  after(() => database.close());

  it("is made of a running server, for its owner only", async () => {
    assert.match(await cli("backup", file, { dataDir }), /holds the database of the running Parlor/);
    assert.equal(statSync(file).mode & 0o077, 0);
    assert.deepEqual(readdirSync(dataDir).toSorted(), ["database", "parlor.sock"]);
    assert.deepEqual(Object.keys(expected), ["lobby", "event", "outbox", ...staffTables]);
  }).timeout(60_000);

  it("is not put back below a running server", async () => {
    assert.match(
      await cli("restore", file, { dataDir }),
      new RegExp(String.raw`^Another Parlor \(process ${process.pid}\)`),
    );
    assert.deepEqual(await contents(database), expected);
  }).timeout(60_000);

  it("is put back elsewhere with equal rows, and what was there is kept", async () => {
    const elsewhere = await newDataDir();
    assert.match(await cli("restore", file, { dataDir: elsewhere }), /the one before is in .*database\.before-/);
    assert.equal(readdirSync(elsewhere).filter((name) => name.startsWith("database.before-")).length, 1);
    const restored = await openDatabase({ dataDir: elsewhere, log });
    assert.deepEqual(await contents(restored), expected);
    const { id } = await restored.db
      .insertInto("outbox")
      .values({ lobby: "ONE", seq: 4, type: "game_over", payload: "{}" })
      .returning("id")
      .executeTakeFirstOrThrow();
    assert.equal(id, 4);
    const audit = sqlAudit(restored.db);
    assert.equal((await audit.add({ ...entry, subject: "" }, now)).id, 3);
    assert.deepEqual(await audit.verify(), { entries: 3, brokenAt: null });
    await assert.rejects(sql`delete from audit`.execute(restored.db), /not rewritten/);
    await restored.close();
  }).timeout(60_000);

  it("takes the rows to a PostgreSQL server and back", async () => {
    const url = await (await sharedPostgres()).newDatabase();
    assert.match(await cli("restore", file, { url }), /The database is that of/);
    const onServer = await openDatabase({ dataDir: undefined, url, log });
    assert.deepEqual(await contents(onServer), expected);
    assert.match(await cli("restore", file, { url }), /^A Parlor is using this database \(from 127\.0\.0\.1\)/);
    await onServer.close();

    const back = join(newDirectory(), "back");
    assert.match(await cli("backup", back, { url }), /holds the database/);
    assert.deepEqual(await rowsIn(back), expected);
  }).timeout(60_000);

  it("is refused when it is torn, changed or something else, and nothing is changed", async () => {
    const directory = newDirectory();
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
    const target = newDirectory();
    for (const bytes of [whole.subarray(0, whole.length >> 1), whole.subarray(0, -1), changed, Buffer.from("no")]) {
      const bad = join(directory, "bad");
      writeFileSync(bad, bytes);
      const said = await cli("restore", bad, { dataDir: target });
      assert.match(said, /is torn|is no backup/);
      assert.equal(said.includes("\n"), false, said);
    }
    assert.deepEqual(readdirSync(target), []);
  }).timeout(60_000);

  it("is finished by the next start when a restore was cut between its last two steps", async () => {
    const cut = await newDataDir();
    const other = await openDatabase({ dataDir: cut, log });
    await fill(other);
    await other.close();
    renameSync(join(cut, "database"), join(cut, "database.restored"));
    const restored = await openDatabase({ dataDir: cut, log });
    assert.equal((await restored.db.selectFrom("lobby").select("code").execute()).length, 2);
    await restored.close();
    assert.equal(existsSync(join(cut, "database.restored")), false);
  }).timeout(60_000);

  it("says so when there is nothing to back up", async () => {
    assert.match(await cli("backup", file, { dataDir: newDirectory() }), /^There is no database in DATA_DIR/);
  }).timeout(60_000);
});
