import assert from "node:assert/strict";
import { Lines } from "../../rooms/lines.ts";
import { until } from "../support/until.ts";

describe("the lines of a busy room", () => {
  const lines = () => {
    const told: unknown[] = [];
    const clock = { now: 1000 };
    return {
      told,
      clock,
      lines: new Lines(
        (line) => told.push(line),
        () => clock.now,
      ),
    };
  };

  it("leave at once while nobody crowds", () => {
    const { told, clock, lines: out } = lines();
    for (const line of ["a", "b", "c"]) {
      out.add(line);
      clock.now += 20;
    }
    assert.deepEqual(told, ["a", "b", "c"]);
  });

  it("leave together when they crowd, in the order of their coming", async () => {
    const { told, clock, lines: out } = lines();
    for (const line of ["a", "b", "c"]) out.add(line);
    assert.deepEqual(told, ["a"]);
    clock.now += 20;
    await until("the others", () => told.length === 3);
    assert.deepEqual(told, ["a", "b", "c"]);
  });

  it("leave before anything else does, and once", async () => {
    const { told, clock, lines: out } = lines();
    for (const line of ["a", "b"]) out.add(line);
    out.flush();
    out.flush();
    assert.deepEqual(told, ["a", "b"]);
    clock.now += 20;
    out.add("c");
    assert.deepEqual(told, ["a", "b", "c"]);
  });
});
