import assert from "node:assert/strict";
import { learnedOf, readShipped } from "../../src/moderation/learned/model.ts";
import { type Decided, LEAST_DECISIONS, retrained, RetrainRefused } from "../../src/moderation/learned/retrain.ts";
import { retrainInWorker } from "../../src/moderation/learned/retrain-in-worker.ts";
import { readBank } from "../../src/questions/bank.ts";
import { meadow } from "../support/meadow.ts";

const refusal = (code: RetrainRefused["code"], why: RegExp) => (error: unknown) =>
  error instanceof RetrainRefused && error.code === code && why.test(error.message);

const options = { seed: "1" };

describe("retraining from moderators' decisions", () => {
  let base: Uint8Array;
  let prompts: readonly string[];
  before(async () => {
    base = await readShipped();
    prompts = (await readBank()).flatMap(({ questions }) => questions.map(({ prompt }) => prompt));
  });

  it("moves lines like those that were decided, and leaves other lines nearly alone", () => {
    const [old, now] = [learnedOf(base), learnedOf(retrained(base, meadow("decided", 400), options))];
    const moved = meadow("later", 100).map(
      ({ text, label }) => (now.score(text) - old.score(text)) * (label === 1 ? 1 : -1),
    );
    const denied = meadow("later", 100).filter(({ label }) => label === 1);
    assert.ok(denied.filter(({ text }) => now.score(text) > old.score(text) + 0.2).length >= denied.length * 0.9);
    assert.ok(moved.filter((by) => by > 0).length >= 80);
    const others = prompts.map((prompt) => Math.abs(now.score(prompt) - old.score(prompt)));
    assert.ok(others.reduce((sum, by) => sum + by, 0) / others.length < 0.05);
    assert.ok(now.score("you are a stupid idiot") >= now.threshold);
  });

  it("is not turned over by decisions that are all wrong", () => {
    const wrong: readonly Decided[] = meadow("wrong", 2 * LEAST_DECISIONS).map(({ label }, i) => ({
      text: label === 1 ? (prompts[i] ?? "") : `you are a stupid idiot ${i}`,
      label,
    }));
    const now = learnedOf(retrained(base, wrong, { ...options, harmless: prompts }));
    const alarms = prompts.slice(wrong.length).filter((prompt) => now.score(prompt) >= now.threshold);
    assert.ok(alarms.length <= prompts.length * 0.01, `${alarms.length}`);
    assert.ok(now.score("shut up you pathetic moron") > 0.5);
  });

  it("lowers no threshold, and raises it when harmless lines reach it", () => {
    const decisions = meadow("decided", 400);
    const { threshold } = learnedOf(base);
    assert.equal(learnedOf(retrained(base, decisions, { ...options, harmless: prompts })).threshold, threshold);
    const called = decisions.filter(({ label }) => label === 1).map(({ text }) => text);
    const opposed = learnedOf(retrained(base, decisions, { ...options, harmless: called.slice(0, 20) }));
    assert.ok(opposed.threshold > threshold);
  });

  it("gives the same file for the same decisions and seed", () => {
    const decisions = meadow("decided", 200);
    assert.deepEqual(retrained(base, decisions, options), retrained(base, decisions, options));
  });

  it("refuses too few decisions of either kind, and a base that is no model", async () => {
    const decisions = meadow("few", 2 * LEAST_DECISIONS);
    const why = /at least 50 decisions of each kind; there are 49 denied and 50 allowed/;
    assert.throws(() => retrained(base, decisions.slice(0, -1), options), refusal("too_few_decisions", why));
    await assert.rejects(retrainInWorker(base, [], options), refusal("too_few_decisions", /0 denied and 0 allowed/));
    assert.throws(() => retrained(base.subarray(1), decisions, options), /can't be read/);
    retrained(base, decisions, options);
  });

  it("gives the same in a thread of its own, one at a time", async () => {
    const decisions = meadow("decided", 200);
    const first = retrainInWorker(base, decisions, options);
    await assert.rejects(retrainInWorker(base, decisions, options), refusal("retraining", /wait/));
    assert.deepEqual(
      learnedOf(await first).score("hey nettle"),
      learnedOf(retrained(base, decisions, options)).score("hey nettle"),
    );
  });

  it("says why the thread gave no model, and can be tried again", async () => {
    const decisions = meadow("decided", 200);
    await assert.rejects(
      retrainInWorker(base.subarray(1), decisions, options),
      refusal("retraining_failed", /can't be read/),
    );
    await assert.rejects(
      retrainInWorker(base, decisions, options, { deadlineMs: 0 }),
      refusal("retraining_failed", /too long/),
    );
  });
});
