import assert from "node:assert/strict";
import {
  drip,
  failure,
  flood,
  html,
  inTurn,
  json,
  noCredit,
  oversize,
  rateLimited,
  redirect,
  reset,
  resetMidBody,
  silence,
  wrongKey,
} from "../support/openai-behaviours.ts";
import { type Behaviour, startOpenAi } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, rome } from "../support/openai-world.ts";
import { until } from "../support/until.ts";

/** How long something takes, in ms. */
const timed = async <T>(work: Promise<T>): Promise<readonly [T, number]> => {
  const began = performance.now();
  const value = await work;
  return [value, performance.now() - began];
};

describe("a model's server that fails", () => {
  afterEach(closeWorlds);

  const lasting: readonly (readonly [name: string, behaviour: Behaviour, fault: string, requests: number])[] = [
    ["gives a page with 200", html(200), "unreachable", 3],
    ["gives a page with 200 and calls it JSON", html(200, "application/json"), "unreachable", 3],
    ["gives a page with 502", html(502), "unreachable", 3],
    ["is out of order", failure(500), "unreachable", 3],
    [
      "says that it is no use to come again",
      failure(500, { headers: { "x-should-retry": "false" } }),
      "unreachable",
      1,
    ],
    ["gives nothing with 204", (_, response) => void response.writeHead(204).end(), "unreachable", 3],
    ["breaks the connection", reset, "unreachable", 3],
    ["breaks the connection within the body", resetMidBody, "unreachable", 3],
    ["has too much to do", failure(503), "busy", 3],
    ["has had too many requests", rateLimited(), "busy", 3],
    ["has had too many requests, and wants a pause that is not one", rateLimited({ "retry-after": "x" }), "busy", 3],
    ["gives no credit", noCredit, "quota", 1],
    ["wants to be paid", failure(402), "quota", 1],
    ["does not know the key", wrongKey, "unauthorized", 1],
    ["does not allow it", failure(403), "unauthorized", 1],
    ["has no such model", failure(404, { code: "model_not_found" }), "rejected", 1],
    ["finds the request too long", failure(413), "rejected", 1],
    ["gives more than anybody asked for", oversize(1_100_000), "nonsense", 2],
    ["gives a body without end", flood, "nonsense", 2],
  ];
  for (const [name, behaviour, fault, requests] of lasting) {
    it(`and ${name} is asked ${["", "once", "twice", "three times"][requests]}: ${fault}`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      assert.equal(await world.fault(), fault);
      assert.equal(world.server.chats.length, requests);
      await until("every connection to be free", () => world.server.open() === 0);
    });
  }

  const passing: readonly (readonly [string, Behaviour])[] = [
    ["is out of order", failure(500)],
    ["breaks the connection", reset],
    ["breaks the connection within the body", resetMidBody],
    ["gives a page", html(200)],
    ["has too much to do", failure(529)],
  ];
  for (const [name, behaviour] of passing) {
    it(`and ${name} twice has answered in the end`, async () => {
      const behave = inTurn(behaviour, behaviour, json(rome));
      const world = await ModelWorld.with(() => behave);
      assert.equal(await world.fault(), "none");
      assert.equal(world.server.chats.length, 3);
      assert.deepEqual(new Set(world.rungs), new Set(["json_schema"]));
    });
  }

  it("is left alone as long as it wants", async () => {
    const behave = inTurn(rateLimited({ "retry-after-ms": "40" }), rateLimited({ "retry-after": "0.04" }), json(rome));
    const world = await ModelWorld.with(() => behave);
    const [fault, ms] = await timed(world.fault());
    assert.equal(fault, "none");
    // Timers may go off up to 1 ms early.
    assert(ms >= 78, `${ms} ms`);
  });

  const pauses: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["seconds", { "retry-after": "30" }],
    ["milliseconds", { "retry-after-ms": "5000" }],
    ["a date", { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }],
  ];
  for (const [name, headers] of pauses) {
    it(`is given up at once when it wants a pause, said as ${name}, that there is no time for`, async () => {
      const world = await ModelWorld.with(() => rateLimited(headers));
      const [fault, ms] = await timed(world.fault());
      assert.equal(fault, "busy");
      assert.equal(world.server.chats.length, 1);
      assert(ms < 1000, `${ms} ms`);
    });
  }

  const endless: readonly (readonly [string, Behaviour])[] = [
    ["says nothing", silence],
    ["says a byte now and then", drip()],
    ["says a byte now and then of an error", drip(5, "application/json", 400)],
  ];
  for (const [name, behaviour] of endless) {
    it(`and ${name} is waited for no longer than there is time`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      const [fault, ms] = await timed(world.fault({ timeoutMs: 50 }));
      assert.equal(fault, "too_slow");
      assert(ms >= 49 && ms < 1000, `${ms} ms`);
      assert(world.server.chats.length <= 1);
      await until("the connection to be closed", () => world.server.open() === 0);
    });

    it(`and ${name} is not waited for when the asker stops`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      const asker = new AbortController();
      const fault = world.fault({ signal: asker.signal });
      await until("the request to be there", () => world.server.chats.length === 1);
      asker.abort();
      assert.equal(await fault, "stopped");
      await until("the connection to be closed", () => world.server.open() === 0);
    });
  }

  it("has its time for all tries together", async () => {
    const world = await ModelWorld.with(() => failure(500), { pauseMs: 2000 });
    const [fault, ms] = await timed(world.fault({ timeoutMs: 3000 }));
    assert.equal(fault, "unreachable");
    assert(ms < 3000 + 1000, `${ms} ms`);
    assert(world.server.chats.length <= 2);
  });

  it("is not asked at all by who has stopped, or has no time", async () => {
    const world = await ModelWorld.with(() => json(rome));
    assert.equal(await world.fault({ signal: AbortSignal.abort() }), "stopped");
    for (const timeoutMs of [0, -1, Number.NaN]) assert.equal(await world.fault({ timeoutMs }), "too_slow");
    assert.equal(world.server.chats.length, 0);
    assert.equal(await world.fault({ timeoutMs: Number.POSITIVE_INFINITY }), "none");
  });

  it("is not followed to another place", async () => {
    const elsewhere = await startOpenAi({ answer: () => json(rome) });
    for (const status of [301, 302, 307, 308]) {
      const world = await ModelWorld.with(() => redirect(`${elsewhere.url}/chat/completions`, status));
      assert.equal(await world.fault(), "rejected");
      assert.equal(world.server.chats.length, 1);
    }
    assert.equal(elsewhere.requests.length, 0);
    await elsewhere.close();
  });

  it("is unreachable when nobody listens", async () => {
    const world = await ModelWorld.with(() => json(rome));
    await world.server.close();
    const answer = await world.ask();
    assert(!answer.ok);
    assert.equal(answer.fault, "unreachable");
    assert.match(answer.message, /ECONNREFUSED/);
  });
});
