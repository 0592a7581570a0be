import assert from "node:assert/strict";
import { failed } from "../../src/model/model.ts";
import { secondOpinionOf } from "../../src/moderation/remote/second-opinion.ts";
import { metricsOf } from "../../src/telemetry/metrics.ts";
import { OpinionWorld, wordFor } from "../support/moderation-world.ts";

const numbered = (count: number, word = "line"): readonly string[] =>
  [...Array(count).keys()].map((number) => `${word} ${number}`);

const sizes = ({ calls }: OpinionWorld): readonly number[] => calls.map(({ texts }) => texts.length);

describe("a second opinion", () => {
  it("is nobody's when it is off, or when there is no server", () => {
    const { moderator, second } = new OpinionWorld();
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    assert.equal(second.mode, "pre");
    assert.equal(secondOpinionOf({ mode: "off", moderator, log }), undefined);
    assert.equal(secondOpinionOf({ mode: "post", moderator: undefined, log }), undefined);
  });

  it("is given on each text, and asked of all together", async () => {
    const world = new OpinionWorld();
    assert.deepEqual(await world.asked(["hello", "so vile", "bye"], 30), ["fine", "flagged", "fine"]);
    assert.deepEqual(
      world.calls.map(({ texts }) => texts),
      [["hello", "so vile", "bye"]],
    );
    assert.deepEqual(world.outcomes.toSorted(), ["asked", "asked", "asked", "flagged"]);
    assert.equal(world.time.pending, 0);
  });

  for (const [mode, ms, timeoutMs] of [
    ["pre", 30, 770],
    ["post", 250, 1500],
  ] as const) {
    it(`gathers texts over ${ms} ms when it is asked ${mode}`, async () => {
      const world = new OpinionWorld({ mode });
      void world.second.of("first");
      await world.time.pass(ms - 1);
      void world.second.of("second");
      assert.equal(world.calls.length, 0);
      await world.time.pass(1);
      void world.second.of("third");
      await world.time.pass(ms);
      assert.deepEqual(sizes(world), [2, 1]);
      assert.equal(world.calls[1]?.timeoutMs, timeoutMs);
    });
  }

  it("does not wait for more than 32, makes two calls at a time, and lets the others wait", async () => {
    const world = new OpinionWorld({ mode: "post" });
    world.manner = "nothing";
    const answers = numbered(100).map((text) => world.second.of(text));
    await world.time.pass(0);
    assert.deepEqual(sizes(world), [32, 32]);
    const [first = assert.fail()] = world.calls;
    first.answer(world.verdictsOn(first.texts));
    await world.time.pass(0);
    assert.deepEqual(sizes(world), [32, 32, 32]);
    world.manner = "judge";
    await world.time.pass(1500);
    const words = (await Promise.all(answers)).map(wordFor);
    // The second and the third call were never answered.
    assert.deepEqual(words, [...Array(32).fill("fine"), ...Array(64).fill("nobody"), ...Array(4).fill("fine")]);
  });

  it("gathers anew after a call that did not wait", async () => {
    const world = new OpinionWorld();
    for (const text of numbered(32)) void world.second.of(text);
    await world.time.pass(20);
    void world.second.of("next");
    await world.time.pass(29);
    assert.deepEqual(sizes(world), [32]);
    await world.time.pass(1);
    assert.deepEqual(sizes(world), [32, 1]);
  });

  it("gathers on while a call ends", async () => {
    const world = new OpinionWorld();
    world.manner = "nothing";
    void world.second.of("first");
    await world.time.pass(30);
    void world.second.of("second");
    const [call = assert.fail()] = world.calls;
    call.answer(world.verdictsOn(call.texts));
    await world.time.pass(29);
    assert.equal(world.calls.length, 1);
    await world.time.pass(1);
    assert.equal(world.calls.length, 2);
  });

  it("sends no more than 16,000 characters at once", async () => {
    const world = new OpinionWorld();
    const long = numbered(10).map((text) => text.padEnd(2000, "."));
    assert.deepEqual(await world.asked(long), Array(10).fill("fine"));
    assert.deepEqual(sizes(world), [8, 2]);
  });

  it("lets no more than 500 wait", async () => {
    const world = new OpinionWorld({ mode: "post" });
    world.manner = "nothing";
    const answers = numbered(64 + 500).map((text) => world.second.of(text));
    assert.equal(wordFor(await world.second.of("one too many")), "nobody");
    assert.deepEqual(world.outcomes, ["failed"]);
    world.second.stop();
    assert.deepEqual(new Set((await Promise.all(answers)).map(wordFor)), new Set(["nobody"]));
  });

  it("is waited for 800 ms in all before a text is published", async () => {
    const world = new OpinionWorld();
    world.manner = "nothing";
    const answered: string[] = [];
    void world.second.of("held").then((opinion) => answered.push(wordFor(opinion)));
    await world.time.pass(799);
    assert.deepEqual(answered, []);
    await world.time.pass(1);
    assert.deepEqual(answered, ["nobody"]);
    assert.deepEqual(world.outcomes, ["failed"]);
  });

  it("is waited for by each as long as by any: the last to ask gives a call its time", async () => {
    const world = new OpinionWorld();
    world.manner = "nothing";
    const answered: string[] = [];
    const note = (who: string) => (opinion: Parameters<typeof wordFor>[0]) =>
      void answered.push(`${who} ${wordFor(opinion)} at ${world.time.now()}`);
    void world.second.of("early").then(note("early"));
    await world.time.pass(20);
    void world.second.of("late").then(note("late"));
    await world.time.pass(780);
    assert.deepEqual(answered, ["early nobody at 800"]);
    const [call = assert.fail()] = world.calls;
    assert.equal(call.at + call.timeoutMs, 820);
    await world.time.pass(10);
    call.answer(world.verdictsOn(call.texts));
    await world.time.pass(0);
    assert.deepEqual(answered, ["early nobody at 800", "late fine at 810"]);
    // It has come too late for the first, but is known from now on.
    assert.deepEqual(await world.asked(["early"]), ["fine"]);
    assert.equal(world.calls.length, 1);
  });

  it("is not asked for when hardly any time is left, as that would look like a failure", async () => {
    const world = new OpinionWorld({ times: { gatherMs: 701 } });
    assert.deepEqual(await world.asked(["slow"]), ["nobody"]);
    assert.equal(world.calls.length, 0);
  });

  it("is known for an hour, good or bad, whatever the case of the letters", async () => {
    const world = new OpinionWorld({ mode: "post" });
    await world.asked(["Hello there", "so VILE, so vile"]);
    const again = ["hello THERE", "  so vile, so vile\n"];
    world.outcomes.length = 0;
    assert.deepEqual(await world.asked(again), ["fine", "flagged"]);
    assert.deepEqual(world.outcomes.toSorted(), ["cached", "cached", "flagged"]);
    assert.equal(world.calls.length, 1);
    await world.time.pass(3_600_000);
    await world.asked(again);
    assert.equal(world.calls.length, 2);
  });

  it("is asked once for the same text said twice at once", async () => {
    const world = new OpinionWorld();
    assert.deepEqual(await world.asked(["vile", "Vile", "vile"]), ["flagged", "flagged", "flagged"]);
    assert.deepEqual(sizes(world), [1]);
    assert.deepEqual(world.outcomes.filter((outcome) => outcome !== "flagged").toSorted(), [
      "asked",
      "cached",
      "cached",
    ]);
  });

  it("does not keep a failure", async () => {
    const world = new OpinionWorld();
    world.manner = () => failed("unreachable", "the connection failed");
    assert.deepEqual(await world.asked(["hello"]), ["nobody"]);
    world.manner = "judge";
    assert.deepEqual(await world.asked(["hello"]), ["fine"]);
  });

  it("is nobody's when the moderator throws", async () => {
    const world = new OpinionWorld();
    world.manner = () => assert.fail("a bug");
    assert.deepEqual(await world.asked(["hello"]), ["nobody"]);
    world.manner = "judge";
    assert.deepEqual(await world.asked(["hello"]), ["fine"]);
    assert.equal(world.time.pending, 0);
  });

  it("is not asked about nothing", async () => {
    const world = new OpinionWorld();
    assert.deepEqual(await world.asked(["", " \n\t", "\u{200B}\u{FE0F}", "\0"]), Array(4).fill("nobody"));
    assert.equal(world.calls.length, 0);
    assert.deepEqual(world.outcomes, []);
  });

  it("leaves nobody waiting when it stops, and is asked no more", async () => {
    const world = new OpinionWorld({ mode: "post" });
    world.manner = "nothing";
    const answers = numbered(33).map((text) => world.second.of(text));
    await world.time.pass(0);
    const waiting = world.second.of("waits still");
    world.second.stop();
    assert.deepEqual(new Set((await Promise.all([...answers, waiting])).map(wordFor)), new Set(["nobody"]));
    assert.equal(world.calls[0]?.signal.aborted, true);
    assert.equal(wordFor(await world.second.of("after")), "nobody");
    await world.time.pass(2000);
    assert.equal(world.calls.length, 1);
    assert.deepEqual(world.said, []);
  });

  it("is counted, and seen when it is out", async () => {
    const { registry, moderatedRemotely, watchRemoteModeration } = metricsOf();
    const world = new OpinionWorld({ onOutcome: moderatedRemotely });
    watchRemoteModeration(world.second.isOut);
    await world.asked(["vile", "vile", "fine"]);
    assert.match(await registry.metrics(), /^parlor_moderation_remote_out 0$/m);
    await world.fail(5);
    await world.asked(["out"]);
    const figures = await registry.metrics();
    registry.clear();
    assert.match(figures, /^parlor_moderation_remote_out 1$/m);
    for (const [outcome, count] of Object.entries({ asked: 2, cached: 1, flagged: 2, failed: 5, out: 1 })) {
      assert(figures.includes(`parlor_moderation_remote_total{outcome="${outcome}"} ${count}\n`), outcome);
    }
  });
});
