import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../../src/database/database.ts";
import { memoryPace } from "../../src/questions/pace-memory.ts";
import { sqlPace } from "../../src/questions/pace-sql.ts";
import type { Pace } from "../../src/questions/pace.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { adapters } from "../support/database.ts";

/** Two processes' paces, and a way to let time pass for both. */
type World = {
  readonly paces: readonly [Pace, Pace];
  readonly pass: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const worlds: readonly { readonly name: string; readonly make: () => Promise<World> }[] = [
  {
    name: "memory",
    make: async () => {
      let time = 1_000_000;
      const pace = memoryPace(() => time);
      return { paces: [pace, pace], pass: async (ms) => void (time += ms), close: async () => {} };
    },
  },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    make: async (): Promise<World> => {
      const { db, close } = await openDatabase({ ...(await newPlace()), log: logOf("silent") });
      return {
        paces: [sqlPace(db), sqlPace(db)],
        pass: async (ms) =>
          void (await sql`update pace set next_at = next_at - make_interval(secs => ${ms / 1000})`.execute(db)),
        close,
      };
    },
  })),
];

const every = 60_000;
/** How late a busy machine may be. */
const slack = 20_000;
const near = (wait: number, expected: number) =>
  assert.ok(wait <= expected && wait > expected - slack, `${wait} is not near ${expected}`);

for (const { name, make } of worlds) {
  describe(`a pace in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    before(async () => {
      world = await make();
    });
    after(() => world.close());

    it("gives the first slot at once and each further one later", async () => {
      const [pace, other] = world.paces;
      assert.equal(await pace.wait("steps"), 0);
      assert.equal(await pace.take("steps", every), 0);
      near(await other.take("steps", every), every);
      near(await pace.wait("steps"), 2 * every);
      near(await pace.wait("steps"), 2 * every);
      near(await pace.take("steps", every), 2 * every);
      assert.equal(await pace.take("another", every), 0);
    });

    it("never gives one slot to two who take at the same moment", async () => {
      const [pace, other] = world.paces;
      const waits = await Promise.all(
        Array.from({ length: 10 }, (_, nth) => (nth % 2 === 0 ? pace : other).take("race", every)),
      );
      for (const [nth, wait] of waits.toSorted((a, b) => a - b).entries()) near(wait, nth * every);
    });

    it("saves no slots up for later", async () => {
      const [pace] = world.paces;
      await pace.take("idle", every);
      await world.pass(10 * every);
      assert.equal(await pace.wait("idle"), 0);
      assert.equal(await pace.take("idle", every), 0);
      near(await pace.take("idle", every), every);
    });

    it("remembers a value for all", async () => {
      const [pace, other] = world.paces;
      assert.equal(await pace.recall("token"), "");
      await pace.remember("token", "abc");
      assert.equal(await other.recall("token"), "abc");
      assert.equal(await pace.take("token", every), 0);
      await other.remember("token", "déf");
      assert.equal(await pace.recall("token"), "déf");
      near(await pace.wait("token"), every);
      await pace.remember("token", "");
      assert.equal(await pace.recall("token"), "");
    });
  });
}
