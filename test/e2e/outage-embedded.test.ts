import assert from "node:assert/strict";
import { cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../src/database/database.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { newDataDir, newDirectory, runChild } from "../support/database.ts";
import { freePort, ParlorProcess, runToEnd } from "../support/process.ts";

/** PostgreSQL's log: the first segment, which is made at its full size. */
const walFile = "database/pg_wal/000000010000000000000001";

describe("the embedded database after a kill in mid-write", function () {
  this.timeout(120_000);
  let dataDir: string;
  /** The rows whose writing was acknowledged, in order. */
  const acked: number[] = [];
  let wal: Buffer;
  /** Where the log ends. */
  let end: number;

  before(async () => {
    dataDir = await newDataDir();
    const writer = runChild("test/support/database-child.ts", ["write", dataDir]);
    assert.equal(await writer.line(), "open");
    for (let rows = 0; rows < 200; rows++) acked.push(Number(await writer.line()));
    await writer.kill();
    acked.push(...(await writer.rest()).map(Number));
    wal = readFileSync(join(dataDir, walFile));
    end = wal.findLastIndex((byte) => byte !== 0) + 1;
  });

  /** A copy whose log was changed. */
  const copyWith = (tear: (file: string) => void): string => {
    const copy = newDirectory();
    cpSync(dataDir, copy, { recursive: true, filter: (file) => !file.endsWith(".sock") });
    tear(join(copy, walFile));
    return copy;
  };

  /** The rows of a copy, which must still take new ones. */
  const rowsIn = async (copy: string): Promise<readonly number[]> => {
    const database = await openDatabase({ dataDir: copy, log: logOf("silent") });
    const rows = await database.db.selectFrom("event").select("seq").orderBy("seq").execute();
    await database.db.insertInto("event").values({ lobby: "KILLED", seq: -1, epoch: 1, data: "{}" }).execute();
    await database.close();
    return rows.map(({ seq }) => seq);
  };

  it("has every acknowledged row, and at most the one under way beside them", async () => {
    const rows = await rowsIn(copyWith(() => {}));
    assert.deepEqual(rows.slice(0, acked.length), acked);
    assert.ok(rows.length <= acked.length + 1);
  });

  it("has all before a record that was half written", async () => {
    const whole = (await rowsIn(copyWith(() => {}))).length;
    const torn = Buffer.from(wal).fill(0, end - 10);
    const rows = await rowsIn(copyWith((file) => writeFileSync(file, torn)));
    assert.equal(rows.length, whole - 1);
    assert.deepEqual(rows, acked.slice(0, rows.length), "what is there is what came first, without gaps");
  });

  it("has all before a record that was damaged later", async () => {
    const damaged = Buffer.from(wal);
    damaged[end - 3000] = (damaged[end - 3000] ?? 0) ^ 0xff;
    const rows = await rowsIn(copyWith((file) => writeFileSync(file, damaged)));
    assert.ok(rows.length < acked.length && rows.length > acked.length - 50, `${rows.length} rows`);
    assert.deepEqual(rows, acked.slice(0, rows.length));
  });

  it("has all before the last page of a log that was cut off", async () => {
    const rows = await rowsIn(copyWith((file) => truncateSync(file, end - 1)));
    assert.ok(rows.length > acked.length - 100, `${rows.length} rows`);
    assert.deepEqual(rows, acked.slice(0, rows.length));
  });

  it("refuses to start without its log, and says which files and what to do", async () => {
    const copy = copyWith((file) => truncateSync(file, 0));
    const { code, said } = await runToEnd({ port: 0, dataDir: copy });
    assert.equal(code, 1);
    const text = said.join("\n");
    assert.ok(text.includes(`The database in ${join(copy, "database")} can't be opened`), text);
    assert.match(text, /npm run restore/);
    assert.doesNotMatch(text, /^ {4}at /m, "a stack helps no operator");
  });
});

describe("a second server on one data directory", function () {
  this.timeout(120_000);

  it("is refused by npm start, by the name of the holder, who goes on", async () => {
    const dataDir = await newDataDir();
    const holder = await ParlorProcess.start({ port: await freePort(), dataDir });
    const { code, said } = await runToEnd({ port: await freePort(), dataDir });
    assert.equal(code, 1);
    assert.deepEqual(said, [
      `Another Parlor (process ${holder.pid}) is using DATA_DIR ${dataDir}. Stop it, or give this one a DATA_DIR of its own.`,
    ]);
    assert.equal((await fetch(`${holder.url}/health/ready`)).status, 200);
    await holder.kill();
    // Of a killed one nothing remains in the way.
    const next = await ParlorProcess.start({ port: await freePort(), dataDir });
    assert.equal(await next.stop(), 0);
  });
});
