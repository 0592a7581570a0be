import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";
import { openDatabase } from "../../src/database/database.ts";
import { memoryQuestionStore } from "../../src/questions/store-memory.ts";
import { sqlQuestionStore } from "../../src/questions/store-sql.ts";
import type { KeptQuestion, QuestionStore } from "../../src/questions/store.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { adapters } from "../support/database.ts";

type World = { readonly emptied: () => Promise<QuestionStore>; readonly close: () => Promise<void> };

const worlds: readonly { readonly name: string; readonly make: () => Promise<World> }[] = [
  { name: "memory", make: async () => ({ emptied: async () => memoryQuestionStore(), close: async () => {} }) },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    make: async () => {
      const { db, close } = await openDatabase({ ...(await newPlace()), log: logOf("silent") });
      const emptied = async () => {
        await sql`truncate question`.execute(db);
        return sqlQuestionStore(db);
      };
      return { emptied, close };
    },
  })),
];

const question = (id: string, prompt = `What is number ${id}?`): Question => ({
  id: id as QuestionId,
  prompt,
  choices: ["“One”", "Zwölf", 'a "quoted" \\ one'],
  key: 1,
  category: "Numbers",
  difficulty: "hard",
  explanation: "",
  image: "",
});
const kept = (id: string, of: Partial<KeptQuestion> = {}): KeptQuestion => ({
  question: question(id),
  source: "opentdb",
  topic: "numbers",
  provenance: { licence: "CC BY-SA 4.0" },
  ...of,
});
const ids = (questions: readonly Question[]): readonly string[] => questions.map(({ id }) => id);
const any = { source: "opentdb", topic: "", limit: 100, not: new Set<string>(), seed: "s" } as const;
const thirty = Array.from({ length: 30 }, (_, index) => `n${String(index).padStart(2, "0")}`);

for (const { name, make } of worlds) {
  describe(`kept questions in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    before(async () => {
      world = await make();
    });
    after(() => world.close());

    it("come back as they were", async () => {
      const store = await world.emptied();
      assert.deepEqual(await store.add([kept("a")]), [question("a")]);
      assert.deepEqual(await store.find(any), [question("a")]);
      assert.deepEqual(await store.page("", 10), [question("a")]);
      assert.deepEqual(await store.add([]), []);
    });

    it("are kept once for each folded prompt and each id, also within one batch", async () => {
      const store = await world.emptied();
      await store.add([kept("a", { question: question("a", "Who wrote “Émile”?") })]);
      const added = await store.add([
        kept("b", { question: question("b", "who wrote EMILE ?"), source: "model" }),
        kept("a", { question: question("a", "Another one?") }),
        kept("c", { question: question("c", "The same?") }),
        kept("d", { question: question("d", "the SAME") }),
      ]);
      assert.deepEqual(ids(added), ["c"]);
      assert.deepEqual(ids(await store.page("", 10)), ["a", "c"]);
    });

    it("are kept once when two add them at the same moment", async () => {
      const store = await world.emptied();
      const batch = thirty.map((id) => kept(id));
      const added = await Promise.all([store.add(batch), store.add(batch.toReversed()), store.add(batch)]);
      assert.deepEqual(added.flatMap(ids).toSorted(), thirty);
      assert.equal(await store.count("opentdb", ""), 30);
    });

    it("are found and counted by source and topic", async () => {
      const store = await world.emptied();
      await store.add([kept("a"), kept("b", { topic: "music" }), kept("c", { source: "model" })]);
      const found = async (wish: Partial<Parameters<QuestionStore["find"]>[0]>) =>
        ids(await store.find({ ...any, ...wish })).toSorted();
      assert.deepEqual(await found({}), ["a", "b"]);
      assert.deepEqual(await found({ topic: "music" }), ["b"]);
      assert.deepEqual(await found({ topic: "mus" }), []);
      assert.deepEqual(await found({ source: "model", topic: "numbers" }), ["c"]);
      assert.deepEqual(await found({ not: new Set(["a", "x", 'q"\\,{}']) }), ["b"]);
      assert.equal(await store.count("opentdb", ""), 2);
      assert.equal(await store.count("opentdb", "numbers"), 1);
      assert.equal(await store.count("model", "music"), 0);
    });

    it("come in an order that the seed decides, each in its turn", async () => {
      const store = await world.emptied();
      await store.add(thirty.map((id) => kept(id)));
      const order = async (seed: string, limit = 100) => ids(await store.find({ ...any, seed, limit }));
      const first = await order("one");
      assert.deepEqual(first.toSorted(), thirty);
      assert.deepEqual(await order("one"), first);
      assert.deepEqual(await order("one", 7), first.slice(0, 7));
      assert.notDeepEqual(await order("two"), first);
      const leaders = await Promise.all(thirty.map(async (seed) => (await order(seed, 1))[0]));
      assert.ok(new Set(leaders).size > 10, `${new Set(leaders).size} different ones came first`);
    });

    it("are paged through in the order of their ids", async () => {
      const store = await world.emptied();
      await store.add(["b", "B", "a", "a1", "-"].map((id) => kept(id, { question: question(id, `id ${id}${id}`) })));
      await store.add([kept("Z")]);
      const seen: string[] = [];
      for (let after = ""; ;) {
        const page = ids(await store.page(after, 2));
        seen.push(...page);
        if (page.length < 2) break;
        after = page.at(-1) ?? "";
      }
      assert.deepEqual(
        seen,
        ["-", "B", "Z", "a", "a1", "b"].filter((id) => id !== "B"),
      );
    });
  });
}
