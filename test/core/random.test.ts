import assert from "node:assert/strict";
import fc from "fast-check";
import { seededRandom, shuffle } from "../../src/core/random.ts";

describe("seeded chance", () => {
  it("is the same for the same seed, and another for another", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed));
        assert.deepEqual(draw(a), draw(a));
        if (a !== b) assert.notDeepEqual(draw(a), draw(b));
      }),
    );
  });

  it("is even over tenths", () => {
    const random = seededRandom("even");
    const counts = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 100_000; n++) {
      const tenth = Math.floor(random() * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom: below 27.9 at p > .001.
    assert(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0) < 27.9, String(counts));
  });

  it("shuffles without losing anything, every order as likely", () => {
    const random = seededRandom("orders");
    const orders = new Map<string, number>();
    for (let n = 0; n < 24_000; n++) {
      const order = shuffle([1, 2, 3, 4], random).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    assert.equal(orders.size, 24);
    const chi = [...orders.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    assert(chi < 49.7, `chi-square ${chi} with 23 degrees of freedom`);
  });
});
