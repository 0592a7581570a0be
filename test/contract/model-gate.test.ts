import assert from "node:assert/strict";
import { failure, json, noCredit, silence, text, wrongKey } from "../support/openai-behaviours.ts";
import type { Behaviour } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, rome } from "../support/openai-world.ts";
import { until } from "../support/until.ts";

/** What a test sets while it goes on. */
const changing = async (first: Behaviour, options: Parameters<typeof ModelWorld.with>[1] = {}) => {
  const server = { now: first };
  return { server, world: await ModelWorld.with(() => server.now, options) };
};

/** Answers that wait until they are let go. */
const held = () => {
  const waiting: (() => void)[] = [];
  const answer = async (): Promise<Behaviour> => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return json(rome);
  };
  return { answer, waiting, release: () => waiting.shift()?.() };
};

const times = (count: number): readonly number[] => [...Array(count).keys()];

describe("a model that fails again and again", () => {
  afterEach(closeWorlds);

  const failing: readonly (readonly [string, Behaviour, number?])[] = [
    ["unreachable", failure(500)],
    ["busy", failure(429)],
    ["quota", noCredit],
    ["unauthorized", wrongKey],
    ["too_slow", silence, 5],
  ];
  for (const [fault, behaviour, timeoutMs = 2000] of failing) {
    it(`is left alone after five times ${fault}`, async () => {
      const { world } = await changing(behaviour);
      for (const _ of times(5)) {
        assert.equal(world.model.isOpen(), false);
        assert.equal(await world.fault({ timeoutMs }), fault);
      }
      assert.equal(world.model.isOpen(), true);
      const before = world.server.chats.length;
      assert.equal(await world.fault(), "unreachable");
      assert.deepEqual(await world.say(), [[], "unreachable"]);
      assert.equal(world.server.chats.length, before);
      assert.equal(world.said.filter((line) => line.includes("left alone")).length, 1);
    });
  }

  it("is asked once after 30 s, and by everybody again when that goes well", async () => {
    const { world, server } = await changing(wrongKey);
    for (const _ of times(5)) await world.fault();
    world.clock.advance(29_000);
    assert.equal(await world.fault(), "unreachable");
    assert.equal(world.server.chats.length, 5);
    world.clock.advance(1_100);
    assert.deepEqual((await Promise.all(times(3).map(() => world.fault()))).toSorted(), [
      "unauthorized",
      "unreachable",
      "unreachable",
    ]);
    assert.equal(world.server.chats.length, 6);
    assert.equal(await world.fault(), "unreachable");
    server.now = json(rome);
    world.clock.advance(30_100);
    assert.equal(await world.fault(), "none");
    assert.equal(world.model.isOpen(), false);
    assert.deepEqual(await Promise.all(times(3).map(() => world.fault())), ["none", "none", "none"]);
  });

  it("is asked by the next when who tried has stopped", async () => {
    const { world, server } = await changing(wrongKey);
    for (const _ of times(5)) await world.fault();
    world.clock.advance(30_100);
    server.now = silence;
    const asker = new AbortController();
    const trial = world.fault({ signal: asker.signal });
    await until("the trial to be there", () => world.server.chats.length === 6);
    asker.abort();
    assert.equal(await trial, "stopped");
    server.now = json(rome);
    assert.equal(await world.fault(), "none");
  });

  it("is said to be left alone once, however many fail at once", async () => {
    const { world } = await changing(wrongKey, { atOnce: 8 });
    await Promise.all(times(8).map(() => world.fault()));
    assert.equal(world.said.filter((line) => line.includes("left alone")).length, 1);
  });

  it("is asked on as long as it answers at all, or well in between", async () => {
    const { world, server } = await changing(text("no"));
    for (const _ of times(7)) assert.equal(await world.fault(), "nonsense");
    for (const good of [json(rome), failure(400)]) {
      server.now = wrongKey;
      for (const _ of times(4)) assert.equal(await world.fault(), "unauthorized");
      server.now = good;
      await world.fault();
    }
    assert.equal(world.model.isOpen(), false);
  });

  it("says so by streams, too", async () => {
    const { world } = await changing(wrongKey);
    for (const _ of times(5)) assert.deepEqual(await world.say(), [[], "unauthorized"]);
    assert.equal(world.model.isOpen(), true);
  });
});

describe("a model that many ask at once", () => {
  afterEach(closeWorlds);

  it("is asked so many things at once and no more, in their order", async () => {
    const { answer, waiting, release } = held();
    const world = await ModelWorld.with(answer, { atOnce: 2 });
    const faults = times(6).map(() => world.fault());
    for (const done of times(6)) {
      await until("a request to wait", () => waiting.length === Math.min(2, 6 - done));
      release();
    }
    assert.deepEqual(new Set(await Promise.all(faults)), new Set(["none"]));
    assert.equal(world.server.chats.length, 6);
    assert.equal(world.server.mostOpen(), 2);
  });

  it("is not waited for longer than there is time, nor after one has stopped", async () => {
    const { answer, waiting, release } = held();
    const world = await ModelWorld.with(answer, { atOnce: 1 });
    const first = world.fault();
    await until("a request to wait", () => waiting.length === 1);
    const asker = new AbortController();
    const stopped = world.fault({ signal: asker.signal });
    assert.equal(await world.fault({ timeoutMs: 10 }), "too_slow");
    asker.abort();
    assert.equal(await stopped, "stopped");
    const last = world.fault();
    release();
    assert.equal(await first, "none");
    await until("the last request to wait", () => waiting.length === 1);
    release();
    assert.equal(await last, "none");
    assert.equal(world.server.chats.length, 2);
    assert.equal(world.model.isOpen(), false);
  });

  it("turns away who would wait behind too many", async () => {
    const { answer, waiting } = held();
    const world = await ModelWorld.with(answer, { atOnce: 1 });
    const asker = new AbortController();
    const faults = times(70).map(() => world.fault({ signal: asker.signal }));
    await until("a request to wait", () => waiting.length === 1);
    assert.equal(await faults[69], "busy");
    asker.abort();
    const counts = Object.groupBy(await Promise.all(faults), (fault) => fault);
    assert.deepEqual([counts["busy"]?.length, counts["stopped"]?.length], [5, 65]);
  });

  it("has its turn back from a stream that nobody reads on", async () => {
    const world = await ModelWorld.with((_, nth) => (nth === 1 ? text("one two three") : json(rome)), { atOnce: 1 });
    const say = { system: "", messages: [] };
    const left = world.model.say(say, { signal: new AbortController().signal, timeoutMs: 300 })[Symbol.asyncIterator]();
    assert.equal((await left.next()).value, "one ");
    assert.equal(await world.fault(), "none");
  });
});
