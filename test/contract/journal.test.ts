import assert from "node:assert/strict";
import { sql } from "kysely";
import { type Database, openDatabase } from "../../src/database/database.ts";
import { Conflict, type Facts, Held, type Journal, Unreadable } from "../../src/journal/journal.ts";
import { memoryJournal } from "../../src/journal/memory.ts";
import { fromPlain, toPlain } from "../../src/journal/plain.ts";
import { sqlJournal } from "../../src/journal/sql.ts";
import { upcast } from "../../src/journal/upcast.ts";
import { newDataDir } from "../support/database.ts";
import { sharedPostgres } from "../support/postgres.ts";

type Event = { readonly type: string; readonly n?: number };
type TestJournal = Journal<Event, readonly string[]>;

const facts: Facts = { owner: "ana", status: "ready", public: true, listing: { title: "A lobby" } };
const events = (from: number, count: number): Event[] =>
  Array.from({ length: count }, (_, index) => ({ type: "counted", n: from + index }));

let code = 0;
const fresh = () => `L${code++}`;

type Rig = {
  readonly journal: (runner: string) => TestJournal;
  readonly told: string[];
  readonly alive: Set<string>;
  /** Processes that answer nobody, but renew their leases. */
  readonly renewing: Set<string>;
  /** As if a newer version had written to a stream. */
  readonly outdate: (stream: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

const memoryRig = (): Promise<Rig> => {
  const told: string[] = [];
  const journal: TestJournal = memoryJournal({ now: Date.now, alongside: (_stream, extra) => told.push(...extra) });
  return Promise.resolve({
    journal: () => journal,
    told,
    alive: new Set(),
    renewing: new Set(),
    outdate: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
};

const sqlRig = async (database: Promise<Database>): Promise<Rig> => {
  const { db, close } = await database;
  const told: string[] = [];
  const alive = new Set<string>();
  const renewing = new Set<string>();
  const journal = (runner: string): TestJournal =>
    sqlJournal<Event, readonly string[]>({
      db,
      runner,
      now: Date.now,
      answers: async ({ id }) => {
        const later = sql<Date>`lease_until + interval '1 s'`;
        if (renewing.has(id))
          await db.updateTable("process").set({ lease_until: later }).where("id", "=", id).execute();
        return alive.has(id);
      },
      hasExtra: (extra) => extra.length > 0,
      alongside: async (_transaction, _stream, extra) => void told.push(...extra),
    });
  const lease_until = new Date(Date.now() + 60_000);
  for (const id of ["one", "two"]) await db.insertInto("process").values({ id, address: id, lease_until }).execute();
  const outdate = (stream: string) => db.updateTable("lobby").set({ shape: 99 }).where("code", "=", stream).execute();
  return { journal, told, alive, renewing, outdate, close };
};

const adapters: readonly (readonly [name: string, rig: () => Promise<Rig>])[] = [
  ["memory", memoryRig],
  ["PGlite", async () => sqlRig(openDatabase({ dataDir: await newDataDir() }))],
  [
    "PostgreSQL",
    async () => sqlRig(openDatabase({ dataDir: undefined, url: await (await sharedPostgres()).newDatabase() })),
  ],
];

for (const [name, open] of adapters) {
  describe(`journal in ${name}`, function () {
    this.timeout(120_000);
    let rig: Rig;
    let journal: TestJournal;
    before(async () => {
      rig = await open();
      journal = rig.journal("one");
    });
    after(() => rig.close());

    it("gives back what was appended, in order, with numbers without gaps", async () => {
      const stream = fresh();
      let hold = await journal.create(stream, facts);
      assert.deepEqual(hold, { epoch: 1, length: 0 });
      for (const count of [1, 3, 100]) {
        await journal.append(stream, hold, { events: events(hold.length, count), facts, extra: [] });
        hold = { epoch: 1, length: hold.length + count };
      }
      assert.deepEqual(await journal.read(stream), events(0, 104));
      assert.deepEqual(await journal.read(fresh()), []);
      await assert.rejects(journal.create(stream, facts), Conflict);
    });

    it("lets nobody write with an old epoch, a wrong length, or to a stream that is gone", async () => {
      const stream = fresh();
      const hold = await journal.create(stream, facts);
      const batch = { events: events(0, 2), facts, extra: [] };
      await journal.append(stream, hold, batch);
      await journal.release(stream, 1);
      const taken = await journal.take(stream);
      assert.equal(taken?.epoch, 2);
      const next = { events: events(2, 1), facts, extra: ["lost"] };
      await assert.rejects(journal.append(stream, { epoch: 1, length: 2 }, next), Conflict);
      await assert.rejects(journal.append(stream, { epoch: 2, length: 1 }, next), Conflict);
      await assert.rejects(journal.append(fresh(), { epoch: 1, length: 0 }, next), Conflict);
      await assert.rejects(journal.keep(stream, { epoch: 1, length: 2 }, {}), Conflict);
      assert.deepEqual(await journal.read(stream), events(0, 2));
      assert(!rig.told.includes("lost"));
      assert.deepEqual(await journal.stillOurs(new Map([[stream, 1]])), new Set());
      assert.deepEqual(await journal.stillOurs(new Map([[stream, 2]])), new Set([stream]));
    });

    it("is taken over from its snapshot and the events behind it", async () => {
      const stream = fresh();
      let hold = await journal.create(stream, facts);
      await journal.append(stream, hold, { events: events(0, 5), facts, extra: [] });
      hold = { epoch: 1, length: 5 };
      await journal.keep(stream, hold, { after: 5 });
      await journal.append(stream, hold, {
        events: events(5, 2),
        facts: { ...facts, status: "completed" },
        extra: ["told"],
      });
      await journal.release(stream, 1);
      assert.equal((await journal.find(stream))?.asleep, true);
      const taken = await journal.take(stream);
      assert(taken !== undefined);
      assert.deepEqual(
        [taken.epoch, taken.length, taken.snapshot, taken.snapshotLength, taken.events],
        [2, 7, { after: 5 }, 5, events(5, 2)],
      );
      assert(Math.abs(Date.now() - taken.stoodFrom) < 5000, `${Date.now() - taken.stoodFrom}`);
      assert(rig.told.includes("told"));
      assert.deepEqual(await journal.find(stream), { ...facts, status: "completed", stream, asleep: false });
      assert.equal(await journal.take(fresh()), undefined);
      assert.equal(await journal.find(fresh()), undefined);
    });

    it("says since when a stream stands that was given up unchanged", async () => {
      const stream = fresh();
      await journal.create(stream, facts);
      await journal.release(stream, 1, Date.now() - 30_000);
      const stood = Date.now() - ((await journal.take(stream))?.stoodFrom ?? 0);
      assert(Math.abs(stood - 30_000) < 5000, `${stood}`);
    });

    it("forgets what is removed, and what nobody touched for long", async () => {
      const [kept, old, removed] = [fresh(), fresh(), fresh()];
      for (const stream of [kept, old, removed]) await journal.create(stream, facts);
      await journal.remove(removed);
      await journal.release(old, 1);
      assert.equal(await journal.find(removed), undefined);
      assert(!(await journal.removeOlder(Date.now() - 60_000)).includes(old));
      const gone = await journal.removeOlder(Date.now() + 60_000);
      assert(gone.includes(old) || name !== "memory", gone.join());
    });

    if (name === "memory") return;

    it("is not taken from a process that answers, and at once from one that does not", async () => {
      const stream = fresh();
      await journal.create(stream, facts);
      const other = rig.journal("two");
      rig.alive.add("one");
      await assert.rejects(other.take(stream), Held);
      rig.alive.delete("one");
      assert.equal((await other.take(stream))?.epoch, 2);
    });

    it("is not taken from a process that is silent and renews its lease", async () => {
      const stream = fresh();
      await journal.create(stream, facts);
      rig.renewing.add("one");
      const other = rig.journal("two");
      await assert.rejects(other.take(stream), Held);
      rig.renewing.delete("one");
      assert.equal((await other.take(stream))?.epoch, 2);
    });

    it("is left as it is when a newer version has written to it", async () => {
      const stream = fresh();
      await journal.create(stream, facts);
      await rig.outdate(stream);
      await assert.rejects(journal.take(stream), Unreadable);
      assert.equal((await journal.find(stream))?.asleep, false);
      assert((await journal.stillOurs(new Map([[stream, 1]]))).has(stream));
    });

    it("writes its facts again after somebody else has had it", async () => {
      const stream = fresh();
      const hold = await journal.create(stream, facts);
      await journal.append(stream, hold, { events: events(0, 1), facts, extra: [] });
      rig.alive.delete("one");
      const other = rig.journal("two");
      await other.take(stream);
      const changed = { ...facts, status: "completed" };
      await other.append(stream, { epoch: 2, length: 1 }, { events: events(1, 1), facts: changed, extra: [] });
      await other.release(stream, 2);
      await journal.take(stream);
      await journal.append(stream, { epoch: 3, length: 2 }, { events: events(2, 1), facts, extra: [] });
      assert.equal((await journal.find(stream))?.status, "ready");
    });

    it("knows how many of somebody's are run, by whichever process is there", async () => {
      const owner = fresh();
      const own = { ...facts, owner };
      const streams = [fresh(), fresh(), fresh(), fresh()] as const;
      const holds = [];
      for (const [n, stream] of streams.entries())
        holds.push(await rig.journal(n % 2 === 0 ? "one" : "two").create(stream, own));
      await rig.journal("one").create(fresh(), facts);
      assert.deepEqual([await journal.running(owner), await rig.journal("two").running(owner)], [4, 4]);
      await journal.release(streams[0], 1);
      const { length } = holds[2] as { readonly length: number };
      await journal.append(
        streams[2],
        { epoch: 1, length },
        { events: [], facts: { ...own, status: "closed" }, extra: [] },
      );
      await rig.journal("two").append(streams[3], { epoch: 1, length }, { events: [], facts, extra: [] });
      assert.equal(await journal.running(owner), 1);
      assert.equal(await journal.running("nobody"), 0);
    });

    it("is taken by one of many who try at once", async () => {
      const stream = fresh();
      await journal.create(stream, facts);
      const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => rig.journal(`p${n}`).take(stream)));
      const epochs = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value?.epoch] : []));
      assert.equal(new Set(epochs).size, epochs.length, "no epoch twice");
      assert((await journal.stillOurs(new Map([[stream, Math.max(...epochs.map(Number))]]))).has(stream));
    });

    it("adds a batch once when its commit went through and the answer was lost", async () => {
      const stream = fresh();
      const hold = await journal.create(stream, facts);
      const batch = { events: events(0, 3), facts, extra: ["once"] };
      await journal.append(stream, hold, batch);
      await journal.append(stream, hold, batch);
      assert.deepEqual(await journal.read(stream), events(0, 3));
      assert.equal(rig.told.filter((word) => word === "once").length, 1);
    });
  });
}

describe("what is stored", () => {
  it("keeps Maps and Sets through JSON", () => {
    const value = { a: new Map([["x", { b: new Set([1, 2]) }]]), c: [new Map()], d: undefined, e: null };
    const { d: _, ...rest } = value;
    assert.deepEqual(fromPlain(JSON.parse(JSON.stringify(toPlain(value)))), rest);
  });

  it("is brought up to date when it is read", () => {
    assert.deepEqual(upcast({ type: "bots_changed", bots: [{}, { persona: "muse", skill: 1 }] }), {
      type: "bots_changed",
      bots: [
        { persona: null, skill: null, talk: null, brain: null },
        { persona: "muse", skill: 1, talk: null, brain: null },
      ],
    });
    const { settings } = upcast({ type: "created", settings: { topic: "x" }, bots: [] }) as never;
    assert.deepEqual(settings, { topic: "x", pack: "", prompt: "" });
    const { order } = upcast({ type: "ordered", order: { topic: "x", pack: "p" } }) as never;
    assert.deepEqual(order, { topic: "x", pack: "p" });
    assert.deepEqual(upcast({ type: "chatted", text: "x" }), { type: "chatted", text: "x" });
    assert.deepEqual(upcast({ type: "constructor" }), { type: "constructor" });
  });
});
