import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { openDatabase } from "../../src/database/database.ts";
import { type GivenAnswer, type Hardness, hardnessRules } from "../../src/questions/hardness.ts";
import { memoryHardness } from "../../src/questions/hardness-memory.ts";
import { sqlHardness, writeHardness } from "../../src/questions/hardness-sql.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { adapters, type Place } from "../support/database.ts";

type World = {
  readonly hardness: Hardness;
  readonly write: (answers: readonly GivenAnswer[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

const inMemory = (): Promise<World> => {
  const hardness = memoryHardness();
  const write = (answers: readonly GivenAnswer[]) => Promise.resolve(hardness.write(answers));
  return Promise.resolve({ hardness, write, close: () => Promise.resolve() });
};

const inDatabase = async (place: Place): Promise<World> => {
  const { db, close } = await openDatabase({ ...place, log: logOf("silent") });
  const write = (answers: readonly GivenAnswer[]) =>
    db.transaction().execute((transaction) => writeHardness(transaction, answers));
  return { hardness: sqlHardness(db), write, close };
};

const worlds: readonly { readonly name: string; readonly open: () => Promise<World> }[] = [
  { name: "memory", open: inMemory },
  ...adapters.map(({ name, newPlace }) => ({ name, open: async () => inDatabase(await newPlace()) })),
];

const answer = (player: string, question: string, right: boolean, label = "medium"): GivenAnswer => ({
  player,
  question,
  label,
  choices: 4,
  right,
});

for (const { name, open } of worlds) {
  describe(`what is learned of people's answers, in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    const learned = async (id: string) => (await world.hardness.of([id])).get(id);
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    it("starts at the label and knows nothing of a question that nobody has answered", async () => {
      await world.write([]);
      assert.equal((await world.hardness.of([])).size, 0);
      for (const [label, start] of [
        ["easy", -1],
        ["medium", 0],
        ["hard", 1],
      ] as const) {
        await world.write([answer("ann", `first ${label}`, false, label)]);
        const { b = 0, n } = (await learned(`first ${label}`)) ?? {};
        assert(b > start && b <= start + hardnessRules.firstStep, `${label}: ${b}`);
        assert.equal(n, 1);
      }
      const found = await world.hardness.of(["first easy", "nobody's", "first hard"]);
      assert.deepEqual([...found.keys()].toSorted(), ["first easy", "first hard"]);
    });

    it("learns the same as every other keeper does", async () => {
      const random = seededRandom("games");
      const games = Array.from({ length: 12 }, (_, game) =>
        Array.from({ length: 20 }, (__, index) =>
          answer(
            `p${Math.floor(random() * 9)}`,
            `q${(game + index) % 15}`,
            random() < 0.6,
            ["easy", "medium", "hard"][((game + index) % 15) % 3],
          ),
        ),
      );
      const plain = memoryHardness();
      for (const game of games) {
        plain.write(game);
        await world.write(game);
      }
      const ids = Array.from({ length: 15 }, (_, index) => `q${index}`);
      const [mine, other] = [await world.hardness.of(ids), await plain.of(ids)];
      assert.equal(other.size, 15);
      for (const [id, { b, n }] of other) {
        assert.equal(mine.get(id)?.n, n);
        assert(Math.abs((mine.get(id)?.b ?? NaN) - b) < 1e-9, `${id}: ${mine.get(id)?.b}, not ${b}`);
      }
    });

    it("counts a person once a question, until many others have answered it", async () => {
      await world.write([answer("ann", "flooded", false), answer("ann", "flooded", false)]);
      const once = await learned("flooded");
      assert.equal(once?.n, 1);
      for (let n = 0; n < 5; n++) await world.write([answer("ann", "flooded", false)]);
      assert.deepEqual(await learned("flooded"), once);
      const others = (count: number, who: string) =>
        Array.from({ length: count }, (_, index) => answer(`${who}${index}`, "flooded", true));
      await world.write(others(hardnessRules.remembered - 1, "other"));
      await world.write([answer("ann", "flooded", false)]);
      assert.equal((await learned("flooded"))?.n, hardnessRules.remembered);
      await world.write(others(1, "last"));
      await world.write([answer("ann", "flooded", false)]);
      assert.equal((await learned("flooded"))?.n, hardnessRules.remembered + 2);
    });

    it("stays within its bounds", async () => {
      for (let n = 0; n < 4; n++)
        await world.write(Array.from({ length: 60 }, (_, index) => answer(`${n} ${index}`, "mean", false, "hard")));
      const { b = 0, n } = (await learned("mean")) ?? {};
      assert(b > 2 && b <= hardnessRules.most, `${b}`);
      assert.equal(n, 240);
    });

    it("neither loses a game nor waits for ever when many end at once", async () => {
      const shared = Array.from({ length: 8 }, (_, index) => `shared ${index}`);
      const own = Array.from({ length: 12 }, (_, game) => `own ${game}`);
      await Promise.all(
        own.map((question, game) => {
          const order = game % 2 === 0 ? shared : shared.toReversed();
          const mine = order.map((id) => answer(`only in ${game}`, id, game % 3 === 0));
          return world.write([...mine, answer("everywhere", question, true)]);
        }),
      );
      const found = await world.hardness.of([...shared, ...own]);
      for (const id of shared) assert.equal(found.get(id)?.n, 12, id);
      for (const id of own) assert.equal(found.get(id)?.n, 1, id);
    });

    it("forgets how able somebody was", async () => {
      const able = Array.from({ length: 30 }, (_, index) => answer("cai", `able ${index}`, true, "hard"));
      await world.write(able);
      const before = await learned("able 0");
      const moveOf = async (question: string): Promise<number> => {
        await world.write([answer("cai", question, false)]);
        return (await learned(question))?.b ?? 0;
      };
      const asAble = await moveOf("known");
      await world.hardness.forget("cai");
      const asAnybody = await moveOf("unknown");
      assert(asAble > asAnybody + 0.05, `an able person's mistake says more: ${asAble}, ${asAnybody}`);
      assert.deepEqual(await learned("able 0"), before);
      await world.hardness.forget("nobody");
    });
  });
}
