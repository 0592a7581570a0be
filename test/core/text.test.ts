import assert from "node:assert/strict";
import { folded, topicWords } from "../../src/questions/text.ts";

describe("a text that is compared", () => {
  it("is the same without case, accents, points and signs", () => {
    for (const [text, same] of [
      ["  Café—au LAIT! ", "cafe au lait"],
      ["ÅNGSTRÖM", "angstrom"],
      ["שָׁלוֹם", "שלום"],
      ["مُحَمَّد", "محمد"],
      ["½ ﬁsh", "1 2 fish"],
    ] as const) {
      assert.equal(folded(text), same);
    }
  });

  it("is another one where a mark makes another word", () => {
    assert.notEqual(folded("कि"), folded("की"));
    assert.notEqual(folded("か"), folded("が"));
    assert.notEqual(folded("ไก่"), folded("ไก้"));
  });

  it("is found by the words of its topic", () => {
    assert.deepEqual(topicWords("Trivia about the Planets & galaxies"), ["planet", "galaxy"]);
    assert.deepEqual(topicWords("the of !"), []);
  });
});
