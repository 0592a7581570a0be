import assert from "node:assert/strict";
import { type Presence, wireOf } from "../../src/admin/wire.ts";
import { logOf } from "../../src/telemetry/log.ts";

const log = logOf("silent");

describe("what processes tell each other", () => {
  const listeners = new Set<(data: unknown) => void>();
  const presence: Presence = {
    publish: (_topic, data) => {
      for (const listener of listeners) listener(data);
    },
    subscribe: async (_topic, listener) => void listeners.add(listener),
    unsubscribe: (_topic, listener) => void listeners.delete(listener),
  };

  it("is heard by each once, also by who tells it, until they stop listening", async () => {
    const heard: string[] = [];
    const [one, other] = [wireOf("a", () => presence, log), wireOf("b", () => presence, log)];
    const ends = [
      await one.hear("expel", ({ player }) => heard.push(`a ${player}`)),
      await other.hear("expel", ({ player }) => heard.push(`b ${player}`)),
    ];
    one.tell("expel", { player: "x" });
    other.tell("expel", { player: "y" });
    for (const end of ends) end();
    one.tell("expel", { player: "z" });
    assert.deepEqual(heard.toSorted(), ["a x", "a y", "b x", "b y"]);
    assert.equal(listeners.size, 0);
  });

  it("is heard here while others can't be reached, and a listener that fails keeps nobody from hearing", async () => {
    for (const publish of [
      () => Promise.reject(new Error("away")),
      () => {
        throw new Error("away");
      },
    ]) {
      const heard: string[] = [];
      const wire = wireOf("a", () => ({ ...presence, publish }), log);
      const ends = [
        await wire.hear("expel", () => {
          throw new Error("a bug");
        }),
        await wire.hear("expel", ({ player }) => heard.push(player)),
      ];
      wire.tell("expel", { player: "x" });
      assert.deepEqual(heard, ["x"]);
      for (const end of ends) end();
    }
  });
});
