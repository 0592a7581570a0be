import assert from "node:assert/strict";
import fc from "fast-check";
import { SharedClock } from "../../src/cluster/shared-clock.ts";

describe("a clock that follows another", () => {
  const delay = fc.integer({ min: 0, max: 5000 });

  it("is never further off than an answer has taken, however wrong the machine's own is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(delay, delay), { minLength: 1 }),
        (ahead, talks) => {
          let own = 1_000_000;
          const clock = new SharedClock(() => own);
          for (const [going, coming] of talks) {
            const asked = own;
            const there = asked + going + ahead;
            own += going + coming;
            clock.hear(asked, there, own);
            assert(Math.abs(clock.now() - (own + ahead)) <= going + coming + 1);
          }
        },
      ),
    );
  });

  it("leaves a clock that agrees as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(delay, delay)), (talks) => {
        let own = 1_000_000;
        const clock = new SharedClock(() => own);
        for (const [going, coming] of talks) {
          const asked = own;
          own += going + coming;
          clock.hear(asked, asked + going, own);
          assert.equal(clock.now(), own);
        }
      }),
    );
  });
});
