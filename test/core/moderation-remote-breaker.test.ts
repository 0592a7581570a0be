import assert from "node:assert/strict";
import fc from "fast-check";
import { failed } from "../../src/model/model.ts";
import type { ModelFault } from "../../src/model/model.ts";
import { OpinionWorld, wordFor } from "../support/moderation-world.ts";

const degraded = ({ said }: OpinionWorld): readonly unknown[] =>
  said
    .map(([fields]) => fields as { readonly event?: string; readonly degraded?: boolean })
    .filter(({ event }) => event === "moderation.degraded")
    .map((fields) => fields.degraded);

describe("a second opinion that fails again and again", () => {
  const faults: readonly ModelFault[] = [
    "truncated",
    "nonsense",
    "busy",
    "quota",
    "unauthorized",
    "unreachable",
    "too_slow",
    "rejected",
  ];
  for (const fault of faults) {
    it(`is not asked for after five times ${fault}`, async () => {
      const world = new OpinionWorld();
      await world.fail(4, () => failed(fault, "why"));
      assert.equal(world.second.isOut(), false);
      await world.fail(1, () => failed(fault, "why"));
      assert.equal(world.second.isOut(), true);
      world.outcomes.length = 0;
      // At once, and not after the time that a text is held.
      assert.equal(wordFor(await world.second.of("hello")), "nobody");
      assert.deepEqual(world.outcomes, ["out"]);
      assert.equal(world.calls.length, 5);
    });
  }

  it("does not mind single failures", async () => {
    const world = new OpinionWorld();
    for (const round of ["a", "b", "c"]) {
      await world.fail(4);
      assert.deepEqual(await world.asked([round]), ["fine"]);
    }
    assert.equal(world.second.isOut(), false);
    assert.deepEqual(world.said, []);
  });

  it("says so once when it goes and once when it is back, and never what was said", async () => {
    const world = new OpinionWorld();
    await world.fail(5);
    await world.asked(["secret plans"]);
    for (let minute = 0; minute < 3; minute++) {
      await world.time.pass(60_000);
      await world.fail(1);
    }
    assert.deepEqual(degraded(world), [true]);
    await world.time.pass(60_000);
    await world.asked(["vile secret"]);
    assert.deepEqual(degraded(world), [true, false]);
    assert.deepEqual(world.said[0]?.[0], {
      event: "moderation.degraded",
      degraded: true,
      fault: "busy",
      reason: "status 429",
    });
    assert(!JSON.stringify(world.said).includes("secret"));
    assert(!JSON.stringify(world.said).includes("failing"));
  });

  it("is tried by one call a minute later, and by everybody again when that goes well", async () => {
    const world = new OpinionWorld();
    await world.asked(["known"]);
    await world.fail(5);
    const failedAt = world.calls.at(-1)?.at ?? assert.fail();
    await world.time.pass(failedAt + 59_999 - world.time.now());
    assert.deepEqual(await world.asked(["too early", "known"], 0), ["nobody", "fine"]);
    assert.equal(world.calls.length, 6);
    await world.time.pass(1);
    world.manner = "nothing";
    const trial = [world.second.of("trial"), world.second.of("beside it")];
    await world.time.pass(30);
    assert.equal(world.calls.length, 7);
    assert.equal(wordFor(await world.second.of("meanwhile")), "nobody");
    assert.equal(world.second.isOut(), true);
    const call = world.calls[6] ?? assert.fail();
    call.answer(world.verdictsOn(call.texts));
    assert.deepEqual((await Promise.all(trial)).map(wordFor), ["fine", "fine"]);
    assert.equal(world.second.isOut(), false);
    world.manner = "judge";
    assert.deepEqual(await world.asked(["meanwhile"]), ["fine"]);
  });

  it("rests another minute when the trial goes wrong", async () => {
    const world = new OpinionWorld();
    await world.fail(5);
    await world.time.pass(60_000);
    await world.fail(1);
    assert.equal(world.calls.length, 6);
    await world.time.pass(57_000);
    assert.deepEqual(await world.asked(["hello"], 0), ["nobody"]);
    await world.time.pass(3000);
    assert.deepEqual(await world.asked(["hello"]), ["fine"]);
  });

  it("turns away who waits when it goes out", async () => {
    const world = new OpinionWorld({ mode: "post" });
    await world.fail(3);
    world.manner = "nothing";
    const answers = [...Array(64 + 80).keys()].map((number) => world.second.of(`line ${number}`));
    await world.time.pass(0);
    for (const call of world.calls.slice(-2)) call.answer(failed("busy", "status 429"));
    await world.time.pass(0);
    assert.equal(world.second.isOut(), true);
    // Between the fourth and the fifth failure one more call was made.
    assert.equal(world.outcomes.length, 3 + 64 + 80 - 32);
    await world.time.pass(1500);
    assert.deepEqual(new Set((await Promise.all(answers)).map(wordFor)), new Set(["nobody"]));
    assert.equal(world.calls.length, 6);
  });

  it("is not out because of what somebody says: a filter's refusal is an answer", async () => {
    const world = new OpinionWorld();
    await world.fail(20, () => failed("refused", "a content filter refuses it"));
    assert.equal(world.second.isOut(), false);
    await world.fail(5);
    await world.time.pass(60_000);
    await world.fail(1, () => failed("refused", "a content filter refuses it"));
    assert.equal(world.second.isOut(), true);
    // It has said nothing of the server, so the next one tries.
    assert.deepEqual(await world.asked(["hello"]), ["fine"]);
  });
});

describe("whatever happens, a second opinion", () => {
  const faults: readonly ModelFault[] = ["busy", "unreachable", "refused", "rejected"];
  const step = fc.oneof(
    fc.record({ say: fc.integer({ min: 0, max: 60 }), times: fc.integer({ min: 1, max: 70 }) }),
    fc.record({ passMs: fc.constantFrom(1, 30, 250, 700, 5000, 60_000) }),
    fc.record({ manner: fc.constantFrom<"judge" | "nothing" | ModelFault>("judge", "nothing", ...faults) }),
  );

  for (const [mode, inAllMs] of [
    ["pre", 800],
    ["post", 15_000],
  ] as const) {
    it(`keeps its promises when it is asked ${mode}`, async () => {
      const script = fc.array(step, { maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(script, async (steps) => {
          const world = new OpinionWorld({ mode });
          const waits: Promise<number>[] = [];
          let open = 0;
          const { moderate } = world.moderator;
          Object.assign(world.moderator, {
            moderate: async (...call: Parameters<typeof moderate>) => {
              assert(++open <= 2);
              const answer = await moderate(...call);
              open--;
              return answer;
            },
          });
          for (const one of steps) {
            if ("passMs" in one) await world.time.pass(one.passMs);
            else if ("manner" in one) {
              const { manner } = one;
              world.manner = manner === "judge" || manner === "nothing" ? manner : () => failed(manner, "why");
            } else {
              for (let time = 0; time < one.times; time++) {
                const from = world.time.now();
                waits.push(world.second.of(`line ${one.say + time}`).then(() => world.time.now() - from));
              }
            }
          }
          await world.time.pass(inAllMs);
          for (const wait of await Promise.all(waits)) assert(wait <= inAllMs);
          const outcomes = world.outcomes.filter((outcome) => outcome !== "flagged");
          assert.equal(outcomes.length, waits.length);
          for (const { texts, timeoutMs } of world.calls) {
            assert(texts.length <= 32 && new Set(texts).size === texts.length);
            assert(timeoutMs >= inAllMs / 80 && timeoutMs <= 1500);
          }
          world.second.stop();
          await world.time.pass(1500);
          assert.equal(world.time.pending, 0);
        }),
        { numRuns: 40 },
      );
    });
  }
});
