import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultThresholds, opinionOf } from "../../src/moderation/remote/opinion.ts";
import { readable } from "../../src/moderation/remote/readable.ts";
import { Recall } from "../../src/moderation/remote/recall.ts";

const opinionOn = (scores: Readonly<Record<string, number>>, flagged = false) => opinionOf({ flagged, scores });

describe("what a server's scores mean", () => {
  it("has a threshold for each of the thirteen categories", () => {
    assert.equal(Object.keys(defaultThresholds).length, 13);
    for (const threshold of Object.values(defaultThresholds)) assert(threshold > 0 && threshold < 1);
    const { violence, harassment, "sexual/minors": minors } = defaultThresholds;
    assert.deepEqual([violence, harassment, minors], [0.9, 0.7, 0.2]);
  });

  it("flags from the threshold on, whatever the server has flagged", () => {
    assert.deepEqual(opinionOn({ violence: 0.89 }, true), { flagged: false, category: "violence", score: 0.89 });
    assert.deepEqual(opinionOn({ violence: 0.9 }), { flagged: true, category: "violence", score: 0.9 });
  });

  it("names the category that is furthest above its threshold, not the highest score", () => {
    const scores = { violence: 0.95, "sexual/minors": 0.4, harassment: 0.1 };
    assert.deepEqual(opinionOn(scores), { flagged: true, category: "sexual/minors", score: 0.4 });
    assert.equal(opinionOn({ harassment: 0.1, hate: 0.09 }).category, "hate");
  });

  it("minds only categories with a threshold", () => {
    const scores = { harassment: 0.1, S1: 1, ["__proto__"]: 1, toString: 1 };
    assert.deepEqual(opinionOn(scores, true), { flagged: false, category: "harassment", score: 0.1 });
  });

  it("takes a server at its word that knows none of ours", () => {
    assert.deepEqual(opinionOn({ S1: 0.3 }, true), { flagged: true, category: "other", score: 1 });
    assert.deepEqual(opinionOn({ S1: 0.3 }), { flagged: false, category: "", score: 0 });
    assert.deepEqual(opinionOn({}, true), { flagged: true, category: "other", score: 1 });
  });

  it("takes scores beyond 0 and 1 for those", () => {
    assert.deepEqual(opinionOn({ hate: 7 }), { flagged: true, category: "hate", score: 1 });
    assert.deepEqual(opinionOn({ hate: -7 }), { flagged: false, category: "hate", score: 0 });
  });

  it("goes by other thresholds where they are given", () => {
    const verdict = { flagged: false, scores: { violence: 0.95, selfharm: 0.5 } };
    const own = { ...defaultThresholds, violence: 0.99, selfharm: 0.5 };
    assert.deepEqual(opinionOf(verdict, own), { flagged: true, category: "selfharm", score: 0.5 });
  });
});

describe("a text that is sent to be judged", () => {
  it("is without what nobody sees, and in plain letters", () => {
    assert.equal(readable("  I\u{200B} h\u{00AD}ate\u{2060}\n\n you\0 "), "I hate you");
    assert.equal(readable("𝓱𝓪𝓽𝓮 ｙｏｕ"), "hate you");
  });

  const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
  it("can be sent, is bounded and is not changed by a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 60 }), fc.constantFrom(1, 50), (part, times) => {
        const text = readable(`${part}\u{D83D}${part}\u{FDFA}`.repeat(times));
        assert(text.isWellFormed() && text.length <= 2000);
        assert.equal(readable(text), text);
      }),
    );
  });
});

describe("opinions that are kept", () => {
  const opinion = { flagged: false, category: "hate", score: 0.1 };
  const filled = () => {
    const recall = new Recall({ salt: new Uint8Array(32), now: () => 0 });
    for (let key = 0; key < 10_000; key++) recall.set(`${key}`, { ...opinion, score: key / 10_000 });
    return recall;
  };

  it("are the 10,000 used last", () => {
    const recall = filled();
    assert.equal(recall.get("0")?.score, 0);
    recall.set("new", opinion);
    assert.equal(recall.get("1"), undefined);
    assert.deepEqual([recall.get("0")?.score, recall.get("2")?.score, recall.get("new")], [0, 0.0002, opinion]);
  });

  it("go by a key that says nothing of the text without this process' salt", () => {
    const key = (salt: number, text: string) => new Recall({ salt: new Uint8Array([salt]), now: () => 0 }).keyOf(text);
    assert.equal(key(1, "Some text"), key(1, "some TEXT"));
    assert.notEqual(key(1, "some text"), key(2, "some text"));
    assert.notEqual(key(1, "some text"), key(1, "some tex"));
    assert.match(key(1, "some text"), /^[\w+/]{43}=$/);
  });
});
