import assert from "node:assert/strict";
import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { QuickHistogram } from "../../src/telemetry/quick-histogram.ts";

const buckets = [0.1, 0.5, 1, 5];
const name = "seconds";
const help = "How long it takes";

describe("a quick histogram", () => {
  it("tells the same as the library's, with a label", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("chat", "answer"), fc.constantFrom(0, 0.1, 0.2, 0.5, 1, 4, 5, 6))),
        async (seen) => {
          const [own, library] = [new Registry(), new Registry()];
          const quick = new QuickHistogram({ name, help, buckets, label: "type", registry: own });
          const plain = new Histogram({ name, help, buckets, labelNames: ["type"], registers: [library] });
          for (const [type, value] of seen) {
            quick.observe(value, type);
            plain.observe({ type }, value);
          }
          assert.deepEqual(linesOf(await own.metrics()), linesOf(await library.metrics()));
        },
      ),
      { numRuns: 30 },
    ));

  it("tells the same as the library's, without one and before anything was seen", async () => {
    const [own, library] = [new Registry(), new Registry()];
    const quick = new QuickHistogram({ name, help, buckets, registry: own });
    const plain = new Histogram({ name, help, buckets, registers: [library] });
    assert.deepEqual(linesOf(await own.metrics()), linesOf(await library.metrics()));
    for (const value of [0.05, 0.3, 7]) {
      quick.observe(value);
      plain.observe(value);
    }
    assert.deepEqual(linesOf(await own.metrics()), linesOf(await library.metrics()));
  });
});

/** Labels may be in any order, and so may lines. */
const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\{(.*)\}/, (_, labels: string) => `{${labels.split(",").toSorted().join(",")}}`))
    .toSorted();
