import assert from "node:assert/strict";
import fc from "fast-check";
import { featuresOf, MOST, SIZE } from "../../src/moderation/learned/features.ts";
import { ModelFileError, packed, unpacked } from "../../src/moderation/learned/file.ts";
import { learnedOf, openLearned, readShipped } from "../../src/moderation/learned/model.ts";
import { trainOn } from "../../src/moderation/learned/train.ts";
import { readBank } from "../../src/questions/bank.ts";
import { meadow } from "../support/meadow.ts";

const featuresIn = (text: string): readonly number[] => {
  const into = new Uint16Array(MOST);
  return [...into.subarray(0, featuresOf(text, into))];
};

const isBroken = (file: Uint8Array, why: RegExp): void =>
  assert.throws(
    () => learnedOf(file),
    (error) => error instanceof ModelFileError && error.code === "bad_model_file" && why.test(error.message),
  );

describe("the features of a line", () => {
  it("are the same for the same line, whatever was looked at between", () => {
    const first = featuresIn("Who painted this?");
    featuresIn("something else, and longer than that");
    assert.deepEqual(featuresIn("Who painted this?"), first);
    assert.ok(new Set(first).size > 20);
  });

  it("do not depend on case, accents, digits, spaces, invisible characters, long repeats or whose name it is", () => {
    const same = [
      ["Well PLAYED", "well played"],
      ["Café", "cafe"],
      ["in 1984", "in 2001"],
      ["so  many\n spaces ", "so many spaces"],
      ["in\u200Bvi\u00ADsible", "invisible"],
      ["don’t", "dont"],
      ["noooooo", "nooo"],
      ["@ana hi", "@bo hi"],
    ] as const;
    for (const [one, other] of same) assert.deepEqual(featuresIn(one), featuresIn(other), one);
    assert.notDeepEqual(featuresIn("well played"), featuresIn("played well"));
  });

  it("are so many at most, and numbers of weights, whatever the line is", () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 800 }), (units) => {
        const found = featuresIn(String.fromCharCode(...units));
        assert.ok(found.length <= MOST && found.every((one) => one < SIZE));
      }),
      { numRuns: 20 },
    );
    assert.ok(featuresIn("a ".repeat(5000)).length <= MOST);
    assert.deepEqual(featuresIn(""), []);
  });
});

describe("a model's file", () => {
  const weights = {
    values: new Int8Array(SIZE).map((_, i) => (i % 255) - 127),
    scale: 0.25,
    bias: -1.5,
    threshold: 0.75,
  };

  it("gives back what was put in, also from a Buffer that shares its memory", () => {
    assert.deepEqual(unpacked(packed(weights)), weights);
    assert.deepEqual(unpacked(Buffer.concat([Buffer.from("before"), packed(weights)]).subarray(6)), weights);
  });

  it("is refused when it is another file, cut off, longer, newer or changed", () => {
    const file = packed(weights);
    const changed = (at: number) => file.with(at, (file[at] ?? 0) ^ 1);
    isBroken(new Uint8Array(), /no such file/);
    isBroken(new TextEncoder().encode("{}"), /no such file/);
    isBroken(file.subarray(0, 10), /too early/);
    isBroken(file.subarray(0, -1), /65559 bytes instead of 65560/);
    isBroken(Buffer.concat([file, Buffer.of(0)]), /bytes instead of/);
    isBroken(changed(4), /version 0/);
    isBroken(changed(40_000), /check sum/);
    isBroken(packed({ ...weights, scale: Number.NaN }), /no sense/);
    isBroken(packed({ ...weights, threshold: 1.5 }), /no sense/);
  });
});

describe("training", () => {
  it("tells two kinds of lines apart that it has not seen, with few false alarms at its threshold", () => {
    const { score, threshold } = learnedOf(trainOn(meadow("seen", 600), { seed: "1" }));
    const unseen = meadow("unseen", 200);
    for (const { text, label } of unseen) assert.equal(score(text) > 0.5 ? 1 : 0, label, text);
    const alarms = unseen.filter(({ text, label }) => label === 0 && score(text) >= threshold);
    assert.ok(alarms.length <= 1);
  });

  it("gives the same file for the same seed, and another for another", () => {
    const rows = meadow("rows", 200);
    assert.deepEqual(trainOn(rows, { seed: "1" }), trainOn(rows, { seed: "1" }));
    assert.notDeepEqual(trainOn(rows, { seed: "1" }), trainOn(rows, { seed: "2" }));
  });

  it("makes a model of no rows at all that finds nothing", () => {
    const { score, threshold } = learnedOf(trainOn([], { seed: "1" }));
    assert.ok(score("anything") <= 0.5 && threshold >= 0.5);
  });
});

describe("the model that comes with Parlor", () => {
  it("finds clear insults and leaves nearly all questions of the bank alone", async () => {
    const { score, threshold } = await openLearned();
    const insults = ["you are a stupid idiot", "shut up you pathetic loser", "what a disgusting moron you are"];
    for (const insult of insults) assert.ok(score(insult) >= threshold, insult);
    const prompts = (await readBank()).flatMap(({ questions }) => questions.map(({ prompt }) => prompt));
    const alarms = prompts.filter((prompt) => score(prompt) >= threshold);
    assert.ok(alarms.length <= prompts.length / 200, alarms.join("\n"));
    const chat = [
      "gg well played everyone",
      "was that Jupiter? I said Saturn",
      "haha I always mix those up",
      "ready when you are",
    ];
    for (const line of chat) assert.ok(score(line) < threshold, line);
  });

  it("is small", async () => assert.ok((await readShipped()).length < 70_000));

  it("costs little for the worst of lines, and answers between 0 and 1", async () => {
    const { score } = await openLearned();
    const hostile = ["\uFDFA", "@", "a://", "a ", "e\u0301", "𝒶", "\uD800", "İ", "ab"].map((unit) =>
      unit.repeat(500).slice(0, 500),
    );
    const msOf = (line: string): number => {
      const began = performance.now();
      for (let i = 0; i < 10; i++) assert.ok(score(line) >= 0 && score(line) <= 1);
      return performance.now() - began;
    };
    // Ten times a line that may take 2 ms; the best of five, as others may be at work on the same machine.
    for (const line of hostile) {
      const best = Math.min(...Array.from({ length: 5 }, () => msOf(line)));
      assert.ok(best < 20, `${line.slice(0, 4)}: ${best} ms`);
    }
    assert.equal(score(""), 0);
  });
});
