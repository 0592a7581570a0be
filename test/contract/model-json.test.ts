import assert from "node:assert/strict";
import * as fc from "fast-check";
import { jsonIn } from "../../src/model/json.ts";

const firstIn = (text: string): unknown => [...jsonIn(text)][0];

/** Prose may hold quotes, and braces that close nothing. */
const prose = fc.string({ unit: fc.constantFrom("a", " ", "\n", '"', "'", "`", "}", "]", ":"), maxLength: 30 });

describe("JSON in a model's text", () => {
  it("is found between any words", () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(prose, objects, prose, fc.constantFrom(undefined, 2), (before, object, after, indent) => {
        const wanted: unknown = JSON.parse(JSON.stringify(object));
        // A text that is JSON as a whole is taken as a whole.
        const text = `- ${before}${JSON.stringify(object, null, indent)}${after}`;
        assert.deepEqual(firstIn(text), wanted);
      }),
    );
  });

  const texts: readonly (readonly [string, readonly unknown[]])[] = [
    ['{"a":1}', [{ a: 1 }]],
    ["[1, 2]", [[1, 2]]],
    ['```json\n{"a":"}{"}\n```', [{ a: "}{" }]],
    ['first {"a":1} then {"b":{"c":2}}', [{ a: 1 }, { b: { c: 2 } }]],
    ['{never closed {"a":1}', [{ a: 1 }]],
    ['{not json} {"a":"\\"}"}', [{ a: '"}' }]],
    ['{"a":1', []],
    ["", []],
  ];
  for (const [text, values] of texts) {
    it(`is ${JSON.stringify(values)} in ${text}`, () => assert.deepEqual([...jsonIn(text)], values));
  }

  it("is not looked for longer than it is worth", () => {
    for (const text of ["{".repeat(1_000_000), '{"'.repeat(500_000), "{}x".repeat(300_000), "{x}".repeat(300_000)]) {
      const began = performance.now();
      assert([...jsonIn(text)].length <= 200);
      assert(performance.now() - began < 1000);
    }
  });
});
