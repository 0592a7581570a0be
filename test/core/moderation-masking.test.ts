import assert from "node:assert/strict";
import fc from "fast-check";
import { judge, masked, warm } from "../../src/moderation/judge.ts";

const strict = (text: string) => judge(text, { level: "strict", purpose: "chat", languages: ["de"] });
const points = (text: string): number => Array.from(text).length;

/** Texts of everything that evasions are made of, and of anything else. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "fuck",
          "shit",
          "you ",
          "are ",
          "a ",
          "s",
          "h",
          "i",
          "t",
          " ",
          ".",
          "*",
          "-",
          "u",
          "kill ",
          "women ",
          "all ",
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "1",
          "@",
          "$",
          "\u200b",
          "\u0338",
          "🍆",
          "&#102;",
          '"',
          "'",
          "ﷺ",
          "ѕ",
          "𝓯",
          "\ud83d",
          "\ude00",
          "!",
          "(",
          "\n",
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join("").slice(0, 500));

describe("masking", () => {
  before(() => warm(() => Promise.resolve()));

  it("masks the original, character for character", () => {
    const show = (text: string): string => masked(text, strict(text));
    assert.equal(show("oh 𝓯𝓾𝓬𝓴 yes"), "oh **** yes");
    assert.equal(show("Fuck this"), "**** this");
    assert.equal(show("f.u.c.k"), "*******");
    assert.equal(masked("so fuck it", strict("so fuck it"), "#"), "so #### it");
    assert.equal(show("nice one"), "nice one");
  });

  it("keeps the length in characters, and what is outside the spans", () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const verdict = strict(text);
        const shown = masked(text, verdict);
        assert.equal(points(shown), points(text));
        let at = 0;
        let out = 0;
        for (const { start, end } of [...verdict.spans, { start: text.length, end: text.length }]) {
          const kept = text.slice(at, start);
          assert.equal(shown.slice(out, out + kept.length), kept);
          out += kept.length + points(text.slice(start, end));
          at = end;
        }
      }),
      { numRuns: 400 },
    ));

  it("has spans in order, apart, within the text, and never through a character", () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const { spans } = strict(text);
        let last = -1;
        for (const { start, end } of spans) {
          assert.ok(start > last && end > start && end <= text.length);
          assert.ok(!splits(text, start) && !splits(text, end));
          last = end;
        }
      }),
      { numRuns: 400 },
    ));

  it("takes less than 2 ms for any text of 500 characters", () => {
    for (const text of fc.sample(hostile, 300)) strict(text.padEnd(500, "a"));
    const repeated = [
      "a ",
      "f*",
      "you are so ",
      "kill all ",
      "1!",
      "' ",
      '"say ',
      "f.u.",
      "nobody ",
      "ﷺ",
      "e\u0301",
      "i will ",
      "send me ",
    ];
    const texts = [...fc.sample(hostile, 300), ...repeated.map((part) => part.repeat(500))];
    for (const text of texts) {
      const full = text.repeat(1 + Math.ceil(500 / Math.max(1, text.length))).slice(0, 500);
      const took = best(full);
      assert.ok(took < 2, `${took} ms for ${JSON.stringify(full)}`);
    }
  });
});

/** The best of some where the first was slow: the machine may be busy, so what counts is the processor's time. */
const best = (text: string): number => {
  let least = timed(text);
  for (let again = 0; again < 5 && least >= 2; again++) least = Math.min(least, timed(text));
  return least;
};

const timed = (text: string): number => {
  const start = performance.now();
  const before = process.cpuUsage();
  strict(text);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
};

const splits = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
