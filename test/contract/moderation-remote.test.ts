import assert from "node:assert/strict";
import { openAiModel } from "../../src/model/openai.ts";
import { type Outcome, secondOpinionOf } from "../../src/moderation/remote/second-opinion.ts";
import type { Times } from "../../src/moderation/remote/batches.ts";
import { Clock } from "../support/clock.ts";
import { wordFor } from "../support/moderation-world.ts";
import {
  drip,
  failure,
  flood,
  html,
  moderated,
  noCredit,
  rateLimited,
  raw,
  redirect,
  reset,
  resetMidBody,
  silence,
  wrongKey,
} from "../support/openai-behaviours.ts";
import { type Behaviour, type OpenAiServer, startOpenAi } from "../support/openai-server.ts";
import { until } from "../support/until.ts";

const key = "sk-live-5ecret0key";
const judged = moderated((text) => ({ harassment: text.includes("vile") ? 0.95 : 0.02, violence: 0.7 }));

/** A second opinion from a server that a test may change, and all that was said of it. */
const worldOf = async (first: Behaviour, times: Partial<Times> = {}, mode: "post" | "pre" = "pre") => {
  const script = { now: first };
  const server = await startOpenAi({ moderation: (request, response) => script.now(request, response) });
  servers.push(server);
  const said: string[] = [];
  const note = (...words: readonly unknown[]): void => void said.push(JSON.stringify(words));
  const log = { debug: note, info: note, warn: note, error: note };
  const outcomes: Outcome[] = [];
  const clock = new Clock();
  const second = secondOpinionOf({
    mode,
    moderator: openAiModel({ apiKey: key, baseUrl: server.url, log }),
    log,
    onOutcome: (outcome) => outcomes.push(outcome),
    times: { gatherMs: 1, ...times },
    now: clock.now,
  });
  assert(second !== undefined);
  let asked = 0;
  /** What is said of a text that nobody has asked about. */
  const next = async (text = "words of ana"): Promise<string> => wordFor(await second.of(`${text} ${++asked}`));
  return { script, server, said, outcomes, clock, second, next };
};

const servers: OpenAiServer[] = [];

describe("a second opinion over HTTP", () => {
  before(async () => {
    // Loading it would take longer than some tests give a call.
    await import("openai");
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it("is asked for texts and nothing else, together", async () => {
    const { second, server } = await worldOf(judged, { gatherMs: 20 }, "post");
    const answers = await Promise.all(["Hi \u{D800}all", "you're vile", "hi"].map((text) => second.of(text)));
    assert.deepEqual(answers.map(wordFor), ["fine", "flagged", "fine"]);
    assert.deepEqual(answers[1], { flagged: true, category: "harassment", score: 0.95 });
    assert.equal(server.requests.length, 1);
    const [{ path, body, headers } = assert.fail()] = server.requests;
    assert.equal(path, "/v1/moderations");
    assert.deepEqual(body, { model: "omni-moderation-latest", input: ["Hi \u{FFFD}all", "you're vile", "hi"] });
    assert.equal(headers["authorization"], `Bearer ${key}`);
  });

  it("is asked for in calls of at most 32 texts, two at a time", async () => {
    const { next, server } = await worldOf((request, response) => void setTimeout(judged, 5, request, response));
    const words = await Promise.all([...Array(100).keys()].map(() => next()));
    assert.deepEqual(new Set(words), new Set(["fine"]));
    const sizes = server.requests.map(({ body }) => body.input?.length ?? 0);
    assert.deepEqual(
      sizes.toSorted((a, b) => a - b),
      [4, 32, 32, 32],
    );
    assert.equal(server.mostOpen(), 2);
  });

  const failing: readonly (readonly [string, Behaviour, "quick" | "slow"])[] = [
    ["hangs", silence, "slow"],
    ["drips", drip(), "slow"],
    ["has too much to do", rateLimited({ "retry-after-ms": "1" }), "quick"],
    ["has no credit left for us", noCredit, "quick"],
    ["knows no such key", wrongKey, "quick"],
    ["is out of order", failure(500), "quick"],
    ["has no such route", failure(404), "quick"],
    ["is a page", html(200), "quick"],
    ["is a page that says it is JSON", html(200, "application/json"), "quick"],
    ["gives one verdict too few", raw({ results: [] }), "quick"],
    [
      "gives one verdict too many",
      raw({ results: ["a", "b"].map(() => ({ flagged: true, category_scores: { hate: 1 } })) }),
      "quick",
    ],
    ["gives verdicts of another form", raw({ results: [{ flagged: "yes", category_scores: [] }] }), "quick"],
    ["breaks the connection", reset, "quick"],
    ["breaks the connection in the middle", resetMidBody, "quick"],
    ["gives more than anybody asked for", flood, "quick"],
    ["is somewhere else", redirect("http://127.0.0.1:9/v1/moderations"), "quick"],
  ];
  for (const [name, behaviour, pace] of failing) {
    it(`leaves the local verdict, and the server alone after five calls, when that ${name}`, async () => {
      const times = pace === "slow" ? { callMs: 150, inAllMs: 150 } : {};
      const { next, server, second, script, clock, said, outcomes } = await worldOf(behaviour, times);
      const begun = performance.now();
      for (let call = 0; call < 5; call++) {
        assert.equal(second.isOut(), false);
        assert.equal(await next(), "nobody");
        if (pace === "slow") await until("the end of the call", () => server.open() === 0);
      }
      assert(performance.now() - begun < 4000);
      await until("it to be out", second.isOut);
      assert.equal(await next(), "nobody");
      assert.deepEqual(outcomes, [...Array(5).fill("failed"), "out"]);
      // Never a second try; in so short a time a call may not even arrive.
      assert(pace === "slow" ? server.requests.length <= 5 : server.requests.length === 5);
      script.now = judged;
      for (let trial = 0; trial < 20 && second.isOut(); trial++) {
        clock.advance(61_000);
        await next();
      }
      assert.equal(second.isOut(), false);
      assert.equal(said.length, 2, said.join("\n"));
      for (const line of said) {
        assert(line.includes('"event":"moderation.degraded"'));
        for (const secret of [key, "words of ana", server.url]) assert(!line.includes(secret), line);
      }
    });
  }

  it("holds a text no longer than it may, whatever the server does", async () => {
    const { next, server } = await worldOf(drip(), { inAllMs: 150, callMs: 400 });
    const begun = performance.now();
    assert.equal(await next(), "nobody");
    const heldMs = performance.now() - begun;
    assert(heldMs > 140 && heldMs < 800, `${heldMs} ms`);
    await until("the end of the call", () => server.open() === 0);
  });

  it("breaks off its calls when it stops", async () => {
    const { next, server, second } = await worldOf(silence, {}, "post");
    const answer = next();
    await until("the call", () => server.requests.length === 1);
    second.stop();
    assert.equal(await answer, "nobody");
    await until("the end of the call", () => server.open() === 0);
  });
});
