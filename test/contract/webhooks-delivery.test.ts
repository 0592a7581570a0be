import assert from "node:assert/strict";
import fc from "fast-check";
import type { Database } from "../../src/database/database.ts";
import { Delivery } from "../../src/webhooks/delivery.ts";
import { pruneOutbox, serverWide, writeOutbox } from "../../src/webhooks/outbox.ts";
import { claimMs } from "../../src/webhooks/queue.ts";
import { replay } from "../../src/webhooks/replay.ts";
import { waits } from "../../src/webhooks/retry.ts";
import { assertInOrder } from "../support/receiver.ts";
import { databases, mortal, World } from "../support/receiver-world.ts";
import { until } from "../support/until.ts";

const hour = 3_600_000;

for (const { name, open } of databases) {
  describe(`webhooks are told, on ${name}`, () => {
    let database: Database;
    let world: World;
    before(async function () {
      this.timeout(120_000);
      database = await open();
    });
    beforeEach(async () => {
      world = await World.on(database);
    });
    afterEach(() => world.close());

    const seqsOf = (path = "/a") =>
      world.receiver.received.filter((one) => one.path === path).map((one) => one.body.seq);

    it("what they want of whose lobbies they may, once each and signed", async () => {
      await world.webhook("/all");
      await world.webhook("/ana", "ana");
      await world.webhook("/ben", "ben");
      await world.webhook("/few", serverWide, ["lobby.failed"]);
      await world.write("AAAAA", [1, 2], "game.started", "ana");
      await world.write("BBBBB", [1], "lobby.failed", "ben");
      await world.drain();
      await world.drain();
      const got = world.receiver.received.map(({ path, body }) => `${path} ${body.lobby} ${body.seq}`).toSorted();
      assert.deepEqual(got, [
        "/all AAAAA 1",
        "/all AAAAA 2",
        "/all BBBBB 1",
        "/ana AAAAA 1",
        "/ana AAAAA 2",
        "/ben BBBBB 1",
        "/few BBBBB 1",
      ]);
    });

    it("nothing of a transaction that was rolled back, and nothing twice of one that was repeated", async () => {
      await world.webhook("/a");
      const row = {
        seq: 1,
        type: "game.started",
        payload: { lobby: { code: "AAAAA", title: "", owner: "" } },
      } as const;
      const lost = database.db.transaction().execute(async (trx) => {
        await writeOutbox(trx, "AAAAA", [row]);
        throw new Error("the process dies before the commit");
      });
      await assert.rejects(lost);
      await world.drain();
      assert.deepEqual(seqsOf(), []);
      await world.write("AAAAA", [1, 2]);
      await world.write("AAAAA", [1, 2]);
      await world.drain();
      await world.write("AAAAA", [1, 2, 3]);
      await world.drain();
      assert.deepEqual(seqsOf(), [1, 2, 3]);
    });

    it("in the order of each lobby, while a failing receiver holds up nobody else", async () => {
      await world.webhook("/a");
      await world.webhook("/b");
      await world.write("AAAAA", [1, 2, 3]);
      await world.write("BBBBB", [1, 2]);
      world.receiver.answer = ({ path, body }) => (path === "/a" && body.lobby === "AAAAA" ? 500 : 204);
      await world.drain();
      assert.deepEqual(seqsOf("/b").length, 5);
      const toA = world.receiver.received.filter(({ path }) => path === "/a").map((one) => one.body);
      assert.deepEqual(
        toA.filter(({ lobby }) => lobby === "AAAAA").map(({ seq }) => seq),
        [1],
      );
      assert.equal(toA.filter(({ lobby }) => lobby === "BBBBB").length, 2);
      await world.write("AAAAA", [4]);
      world.receiver.answer = () => 204;
      world.clock.advance(6000);
      await world.drain();
      assertInOrder(
        world.receiver,
        ["/a", "/b"],
        new Map([
          ["AAAAA", [1, 2, 3, 4]],
          ["BBBBB", [1, 2]],
        ]),
      );
    });

    it("again after every kind of failure, each time later, until it is dead; then what waited goes on", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1, 2]);
      world.receiver.answer = (_request, nth) => (["reset", 500, { redirect: "/b" }, 404] as const)[nth % 4] ?? 500;
      for (const [tries, wait] of waits.entries()) {
        await world.drain();
        assert.deepEqual(await world.states(), [`${id} AAAAA/1 due ${tries + 1}`, `${id} AAAAA/2 due 0`]);
        world.clock.advance(wait - 1000);
        await world.drain();
        assert.equal(world.receiver.received.length, tries + 1, "not before its time");
        world.clock.advance(1000);
      }
      await world.drain();
      assert.deepEqual(await world.states(), [`${id} AAAAA/1 dead ${waits.length + 1}`, `${id} AAAAA/2 due 1`]);
      assert(waits.reduce((sum, wait) => sum + wait) < 24 * hour);
      const [dead, ...more] = await world.store.deliveries(id, "dead", { limit: 10 });
      assert.equal(dead?.seq, 1);
      assert.match(dead?.lastError ?? "", /^(?:status \d+|ECONNRESET)$/);
      assert.deepEqual(more, []);
      assert.equal(new Set(world.receiver.received.map((one) => one.id)).size, 2, "one id for all tries of one thing");
    });

    it("what is older than a day only a few times", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1]);
      world.receiver.answer = () => 500;
      world.clock.advance(25 * hour);
      for (const wait of [...waits.slice(0, 2), 0]) {
        await world.drain();
        world.clock.advance(wait);
      }
      assert.deepEqual(await world.states(), [`${id} AAAAA/1 dead 3`]);
    });

    it("nothing more when it says that it is gone, until it is made active again", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1, 2]);
      world.receiver.answer = () => 410;
      await world.drain();
      assert.equal((await world.store.find(id))?.active, false);
      await world.write("AAAAA", [3]);
      await world.drain();
      assert.deepEqual(seqsOf(), [1]);
      world.receiver.answer = () => 204;
      await world.store.change(id, { active: true });
      await world.drain();
      assert.deepEqual(seqsOf(), [1, 2]);
    });

    it("anything again from any point, with the same ids, but nothing of others' lobbies", async () => {
      const id = await world.webhook("/ana", "ana");
      await world.write("AAAAA", [1, 2, 3]);
      await world.write("BBBBB", [1], "game.started", "ben");
      await world.drain();
      const lines = await world.store.deliveries(id, "delivered", { limit: 10 });
      assert.deepEqual(
        lines.map(({ seq }) => seq),
        [3, 2, 1],
      );
      assert.equal(await replay(database.db, id, lines[2]?.outbox ?? 0, world.clock.now()), 2);
      await world.drain();
      assert.equal(await replay(database.db, id, 0, world.clock.now()), 3);
      await world.drain();
      assert.deepEqual(seqsOf("/ana"), [1, 2, 3, 2, 3, 1, 2, 3]);
      assert.equal(new Set(world.receiver.received.map((one) => one.id)).size, 3);
      const late = await world.webhook("/late");
      assert.equal(await replay(database.db, late, 0, world.clock.now()), 4);
      await world.drain();
      assert.equal(seqsOf("/late").length, 4);
    });

    it("through silence and a flood, which end by themselves", async () => {
      const impatient = await World.on(database, 800);
      try {
        const id = await impatient.webhook("/a");
        await impatient.write("AAAAA", [1]);
        await impatient.write("BBBBB", [1]);
        impatient.receiver.answer = ({ body }) => (body.lobby === "AAAAA" ? "silence" : "flood");
        await impatient.drain();
        assert.deepEqual(await impatient.states(), [`${id} AAAAA/1 due 1`, `${id} BBBBB/1 delivered 1`]);
        assert.equal((await impatient.store.deliveries(id, "due", { limit: 1 }))[0]?.lastError, "timeout");
      } finally {
        await impatient.close();
      }
    });

    it("by several processes at once, each thing by one of them", async () => {
      await world.webhook("/a");
      await world.webhook("/b");
      const lobbies = ["AAAAA", "BBBBB", "CCCCC"];
      for (const lobby of lobbies) await world.write(lobby, [1, 2, 3, 4]);
      await Promise.all([world.drain(), world.drain(), world.drain()]);
      await world.drain();
      assert.equal(world.receiver.received.length, 24);
      assertInOrder(world.receiver, ["/a", "/b"], new Map(lobbies.map((lobby) => [lobby, [1, 2, 3, 4]])));
    });

    it("by whoever has the claim, so that a process that was stopped for long changes nothing", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1]);
      const { queue } = world.parts;
      const now = world.clock.now();
      const slow = await queue.take(now, []);
      assert.equal(await queue.take(now + claimMs - 1, []), undefined);
      const other = await queue.take(now + claimMs, []);
      assert(slow !== undefined && other !== undefined);
      await queue.settle(slow, { state: "given_up", error: "late", gone: true }, now + claimMs);
      assert.deepEqual(await world.states(), [`${id} AAAAA/1 due 2`]);
      assert.equal((await world.store.find(id))?.active, true);
      await queue.settle(other, { state: "delivered" }, now + claimMs);
      await queue.settle(slow, { state: "due", waitMs: 0, error: "late" }, now + claimMs);
      assert.deepEqual(await world.states(), [`${id} AAAAA/1 delivered 2`]);
    });

    it("a few at a time to each, so that one which does not answer leaves room for others", async () => {
      const patient = await World.on(database, 60_000);
      try {
        await patient.webhook("/slow");
        await patient.webhook("/quick");
        const pathsSoFar = () => patient.receiver.received.map(({ path }) => path);
        const isQuickDone = () => pathsSoFar().filter((path) => path === "/quick").length === 20;
        patient.receiver.answer = async ({ path }) => {
          if (path === "/slow") await until("the others to have had theirs", isQuickDone, 30_000);
          return 204;
        };
        const lobbies = Array.from({ length: 20 }, (_, n) => `LOBB${n}`);
        for (const lobby of lobbies) await patient.write(lobby, [1]);
        await patient.drain();
        const paths = pathsSoFar();
        const before = paths.slice(0, paths.lastIndexOf("/quick"));
        assert.equal(before.filter((path) => path === "/slow").length, 4);
        assert.equal(paths.length, 40);
      } finally {
        await patient.close();
      }
    });

    it("in order and each at least once, whatever step a process dies at", async function () {
      this.timeout(120_000);
      const expected = new Map([["AAAAA", [1, 2, 3]]]);
      for (let dieAt = 1, alive = true; alive; dieAt++) {
        const one = await World.on(database);
        try {
          await one.webhook("/a");
          await one.write("AAAAA", [1, 2, 3]);
          const parts = mortal(one.parts, dieAt);
          await one.drain(parts);
          alive = parts.steps() >= dieAt;
          one.clock.advance(claimMs + 1);
          await one.drain();
          assertInOrder(one.receiver, ["/a"], expected);
          assert(one.receiver.received.length <= 4, "a process that dies leaves one thing in doubt");
          if (!alive) assert(dieAt > 18, "take, send and settle have each a step before and one after");
        } finally {
          await one.close();
        }
      }
    });

    it("in order and each at least once, though processes die again and again", async function () {
      this.timeout(120_000);
      const deaths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });
      const statuses = fc.infiniteStream(fc.constantFrom(204, 204, 204, 500, "reset" as const));
      await fc.assert(
        fc.asyncProperty(deaths, statuses, async (dieAts, replies) => {
          const one = await World.on(database);
          try {
            one.receiver.answer = () => replies.next().value ?? 204;
            for (const path of ["/a", "/b"]) await one.webhook(path);
            for (const lobby of ["AAAAA", "BBBBB"]) await one.write(lobby, [1, 2, 3]);
            for (const dieAt of dieAts) {
              await one.drain(mortal(one.parts, dieAt));
              one.clock.advance(claimMs + 1);
            }
            one.receiver.answer = () => 204;
            for (const wait of waits.slice(0, 6)) {
              await one.drain();
              one.clock.advance(wait);
            }
            const expected = new Map(["AAAAA", "BBBBB"].map((lobby) => [lobby, [1, 2, 3]]));
            assertInOrder(one.receiver, ["/a", "/b"], expected);
            const states = await one.states();
            assert(states.every((line) => line.includes(" delivered ")) && states.length === 12, states.join("\n"));
          } finally {
            await one.close();
          }
        }),
        { numRuns: 12 },
      );
    });

    it("when poked, and without that soon after", async () => {
      await world.webhook("/a");
      const { clock, log, parts } = world;
      const delivery = new Delivery({ ...parts, now: clock.now, random: Math.random, log, pollMs: 20 });
      delivery.start();
      await world.write("AAAAA", [1]);
      delivery.poke();
      await until("the first", () => seqsOf().length === 1);
      await world.write("AAAAA", [2]);
      await until("the second", () => seqsOf().length === 2);
      await delivery.stop();
      await world.write("AAAAA", [3]);
      delivery.poke();
      assert.deepEqual(seqsOf(), [1, 2]);
    });

    it("and the log learns no secret and no address", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1]);
      world.receiver.answer = () => 410;
      await world.drain();
      await world.drain(mortal(world.parts, 1));
      assert(world.logged.some((line) => line.includes(id)));
      for (const line of world.logged) {
        for (const secret of [...world.secrets, world.receiver.url]) assert(!line.includes(secret), line);
      }
    });

    it("and what was told long ago is forgotten, but nothing that is still on its way", async () => {
      const id = await world.webhook("/a");
      await world.write("AAAAA", [1]);
      await world.drain();
      world.receiver.answer = () => 500;
      await world.write("AAAAA", [2]);
      await world.drain();
      assert.equal(await pruneOutbox(database.db, new Date(Date.now() + hour)), 1);
      assert.deepEqual(await world.states(), [`${id} AAAAA/2 due 1`]);
    });
  });
}
