import assert from "node:assert/strict";
import { type Kysely, sql } from "kysely";
import type { Audit, Entry, NewEntry } from "../../src/audit/audit.ts";
import { memoryAudit } from "../../src/audit/memory.ts";
import { sqlAudit } from "../../src/audit/sql.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import type { Tables } from "../../src/database/tables.ts";
import { mod, now } from "../support/conduct.ts";
import { staffWorlds } from "../support/staff-worlds.ts";

const did = (changes: Partial<NewEntry> = {}): NewEntry => ({
  actor: mod,
  actorName: "Mo",
  action: "person.ban",
  target: "player:ana",
  subject: "",
  why: "three strikes",
  before: null,
  after: { until: now, list: ["é", 1.5, null] },
  ...changes,
});

for (const { name, fresh } of staffWorlds) {
  describe(`the audit log in ${name}`, function () {
    this.timeout(120_000);
    let audit: Audit;
    /** The number of the last entry before a test: the log is never emptied. */
    let start: number;
    before(async () => {
      const db = await fresh();
      audit = db === undefined ? memoryAudit() : sqlAudit(db);
    });
    beforeEach(async () => {
      start = (await audit.add(did({ action: "start" }), now - 1)).id;
    });
    const ids = async (query: Partial<Parameters<Audit["list"]>[0]>) =>
      (await audit.list({ limit: 100, from: now, ...query })).map(({ id }) => id - start).filter((id) => id > 0);

    it("gives back what was added, newest first and page by page", async () => {
      const entries: Entry[] = [];
      for (const action of ["a", "b", "c"]) entries.push(await audit.add(did({ action }), now + entries.length));
      assert.deepEqual(await audit.list({ limit: 3 }), entries.toReversed());
      assert.deepEqual(entries[0], { ...did({ action: "a" }), ...only(entries[0]), at: now, isErased: false });
      assert.deepEqual(await ids({ limit: 2 }), [3, 2]);
      assert.deepEqual(await ids({ limit: 2, before: start + 2 }), [1]);
      assert.deepEqual(await audit.verify(), { entries: start + 3, brokenAt: null });
    });

    it("is searched by who, what, to whom, when and in its words, for the very signs looked for", async () => {
      await audit.add(did(), now);
      await audit.add(did({ actor: "bo" as PlayerId, actorName: "Bo", why: "100% sure\\" }), now + 1);
      await audit.add(did({ action: "lobby.close", target: "lobby:A_B", after: { word: "Needle" } }), now + 2);
      assert.deepEqual(await ids({ actor: "bo" }), [2]);
      assert.deepEqual(await ids({ action: "lobby.close" }), [3]);
      assert.deepEqual(await ids({ target: "lobby:A_B" }), [3]);
      assert.deepEqual(await ids({ from: now + 1, to: now + 1 }), [2]);
      for (const [search, found] of [
        ["0% SURE\\", [2]],
        ["needle", [3]],
        ["a_b", [3]],
        ["_", [3]],
        ["BO", [2]],
        ["\0", []],
      ] as const)
        assert.deepEqual(await ids({ search }), found, search);
    });

    it("counts on without a gap, however many add at once", async () => {
      const added = await Promise.all(Array.from({ length: 12 }, () => audit.add(did(), now)));
      assert.deepEqual(
        added.map(({ id }) => id - start).toSorted((a, b) => a - b),
        Array.from({ length: 12 }, (_, nth) => nth + 1),
      );
      assert.equal((await audit.verify()).brokenAt, null);
    });

    it("stays true when the words about somebody are erased, and their name where they acted", async () => {
      const ana = `ana ${start}` as PlayerId;
      await audit.add(did({ subject: ana, before: { name: "Ana" } }), now);
      await audit.add(did({ actor: ana, actorName: "Ana", subject: mod }), now);
      await audit.add(did(), now);
      await audit.erase(ana);
      await audit.erase("" as PlayerId);
      const [other, byThem, about] = await audit.list({ limit: 3 });
      const nothing = { why: "", before: null, after: null, isErased: true };
      assert.deepEqual(about, { ...did({ subject: ana }), ...only(about), at: now, ...nothing });
      assert.deepEqual(byThem && [byThem.actorName, byThem.why, byThem.isErased], ["", "three strikes", false]);
      assert.deepEqual(other, { ...did(), ...only(other), at: now, isErased: false });
      assert.equal((await audit.verify()).brokenAt, null);
      assert.deepEqual(await ids({ search: "Ana" }), [3, 2, 1], "by their id alone");
    });

    it("cuts what is too long, and takes what no text of a database may hold", async () => {
      const { before, after, why } = await audit.add(
        did({ before: { text: '"'.repeat(50_000) }, after: "x".repeat(15_000), why: "a\0b\ud800" }),
        now,
      );
      assert.deepEqual(Object.keys(before as object), ["cut"]);
      assert.ok(JSON.stringify(before).length <= 16_384);
      assert.equal((after as string).length, 15_000);
      assert.equal(why, "ab\ufffd");
      assert.equal((await audit.verify()).brokenAt, null);
    });
  });
}

const only = (entry: Entry | undefined) => ({ id: entry?.id, digest: entry?.digest });

describe("the audit log's table", function () {
  this.timeout(120_000);
  const attempts: Readonly<Record<string, (db: Kysely<Tables>) => Promise<unknown>>> = {
    "a word is changed": (db) => sql`update audit set why = 'else'`.execute(db),
    "an erased word is written again": (db) => sql`update audit set after = '1' where after is null`.execute(db),
    "an actor is changed": (db) => sql`update audit set actor = 'else'`.execute(db),
    "an instant is changed": (db) => sql`update audit set at = at + interval '1 ms'`.execute(db),
    "a salt is changed": (db) => sql`update audit set salts = salts || '{"why": "else"}'`.execute(db),
    "a hash is changed": (db) => sql`update audit set hashes = hashes || '{"why": "else"}'`.execute(db),
    "a digest is changed with an erasure": (db) => sql`update audit set why = null, digest = 'else'`.execute(db),
    "an entry is deleted": (db) => sql`delete from audit where id = 1`.execute(db),
    "all are deleted": (db) => sql`truncate audit`.execute(db),
  };
  const forgeries: Readonly<Record<string, string>> = {
    "a word is changed": "update audit set why = 'else' where id = 2",
    "a fact is changed": "update audit set target = 'else' where id = 2",
    "a hash is changed with its word":
      'update audit set hashes = hashes || \'{"why": "else"}\', why = null where id = 2',
    "a digest is changed": "update audit set digest = 'else' where id = 2",
    "one is taken out": "delete from audit where id = 2",
    "the first is taken out": "delete from audit where id = 1",
    "two change places":
      "update audit set id = case id when 2 then -2 else 2 end where id in (2, 3); update audit set id = 3 where id = -2",
  };

  for (const { name, fresh } of staffWorlds.slice(1)) {
    it(`refuses whatever rewrites it in ${name}`, async () => {
      const db = await fresh();
      assert.ok(db);
      const audit = sqlAudit(db);
      await audit.add(did({ subject: "gone" as PlayerId }), now);
      await audit.erase("gone" as PlayerId);
      const before = await audit.list({ limit: 1000 });
      for (const [what, attempt] of Object.entries(attempts))
        await assert.rejects(attempt(db), /the audit log is not rewritten/, what);
      assert.deepEqual(await audit.list({ limit: 1000 }), before);
    });

    it(`says where it was tampered with when nothing kept it from that, in ${name}`, async () => {
      const db = await fresh();
      assert.ok(db);
      const log = sqlAudit(db);
      for (let nth = 0; nth < 4; nth++) await log.add(did(), now);
      for (const [what, statements] of Object.entries(forgeries)) {
        const trx = await db.startTransaction().execute();
        try {
          await sql`alter table audit disable trigger user`.execute(trx);
          for (const statement of statements.split("; ")) await sql.raw(statement).execute(trx);
          assert.equal((await sqlAudit(trx).verify()).brokenAt, forged[what] ?? 2, what);
        } finally {
          await trx.rollback().execute();
        }
      }
      assert.equal((await log.verify()).brokenAt, null);
    });
  }
  /** Where an entry is missing, the next one is wrong. */
  const forged: Readonly<Record<string, number>> = { "one is taken out": 3 };
});
