import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import { suits } from "../../src/games/bluff/suits.ts";
import { bankSource, readBank } from "../../src/questions/bank.ts";
import { factsSource } from "../../src/questions/facts/source.ts";
import { knowledgeOf } from "../../src/questions/knowledge.ts";
import { openTdbSource } from "../../src/questions/opentdb/source.ts";
import { memoryPace } from "../../src/questions/pace-memory.ts";
import { packSource } from "../../src/questions/pack-source.ts";
import type { QuestionSource } from "../../src/questions/source.ts";
import { memoryQuestionStore } from "../../src/questions/store-memory.ts";
import { gatherFrom, mixWith } from "../support/mix.ts";
import { questionRequest } from "../support/question-request.ts";
import { QuestionWorld } from "../support/question-world.ts";
import { questions } from "../support/quiz.ts";

const { signal } = new AbortController();
const isOdd = ({ id }: Pick<Question, "id">): boolean => Number(/\d+$/.exec(id)?.[0]) % 2 === 1;
const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

describe("questions for a mode that not every question suits", () => {
  it("are as many as were asked for, from the bank and the facts, and the category that is preferred comes first", async () => {
    const bank = bankSource(await readBank());
    const mix = mixWith([bank, factsSource()]);
    const wish = { suits, prefers: "Strange but true", count: 30 };
    for (const name of ["auto", "bank", "facts"]) {
      const made = await gatherFrom(mix(name, questionRequest(wish), signal));
      assert.equal(made.questions.length, 30, name);
      assert.deepEqual(
        made.questions.filter((question) => !suits(question)),
        [],
      );
      assert.equal(made.note, "");
      if (name === "facts") continue;
      assert.deepEqual(new Set(made.questions.map(({ category }) => category)), new Set(["Strange but true"]));
    }
    const space = await gatherFrom(mix("auto", questionRequest({ ...wish, topic: "space" }), signal));
    assert.equal(space.questions.length, 30);
    assert(space.questions.filter(({ category }) => category === "Space").length > 5);
    const usual = await gatherFrom(mix("bank", questionRequest({ count: 30 }), signal));
    assert(usual.questions.filter(({ category }) => category === "Strange but true").length < 15);
  });

  it("are those of a pack that suit, and it is said how many were left out", async () => {
    const pack = { id: "0123456789abcdefghijk-", questions: questions(5) };
    const source = packSource({ find: async () => pack } as unknown as Parameters<typeof packSource>[0]);
    const played = (wish: Parameters<typeof questionRequest>[0]) =>
      gatherFrom(mixWith([source])("pack", questionRequest({ pack: pack.id, count: 10, ...wish }), signal));
    const suited = await played({ suits: isOdd });
    assert.equal(suited.questions.length, 3);
    assert.equal(suited.note, "2 of the pack’s 5 questions can’t be played in this mode and are left out.");
    assert.match((await played({ suits: ({ id }) => !id.endsWith("q5") })).note, /^1 of the pack’s 5 .* is left out/);
    assert.equal((await played({})).note, "");
  });

  it("are those of Open Trivia DB that suit, of all that is kept", async () => {
    const store = memoryQuestionStore();
    const kept = questions(40).map((question) => ({ question, source: "opentdb" as const, topic: "", provenance: {} }));
    await store.add(kept);
    const source = openTdbSource({ url: "off", store, pace: memoryPace(() => 0), log, now: () => 0 });
    const { questions: made } = await gatherFrom(source.make(questionRequest({ suits: isOdd, count: 15 }), signal));
    assert.equal(made.length, 15);
    assert(made.every(isOdd));
  });

  it("are asked of a model until there are enough that suit", async () => {
    const world = new QuestionWorld();
    let looked = 0;
    const { questions: made } = await world.make({ count: 6, suits: () => ++looked % 2 === 0 });
    assert.equal(made.length, 6);
    assert((world.refused["unsuited"] ?? 0) > 3);
  });

  it("are sifted even where a source does not heed what suits", async () => {
    const careless: QuestionSource = {
      name: "bank",
      supply: () => Promise.resolve(9),
      async *make() {
        yield { questions: questions(9) };
      },
    };
    const made = await gatherFrom(mixWith([careless])("bank", questionRequest({ suits: isOdd, count: 9 }), signal));
    assert.deepEqual(
      made.questions.map(({ id }) => id),
      ["q1", "q3", "q5", "q7", "q9"],
    );
  });
});

describe("what a well-read player knows of a question among other choices", () => {
  const [one] = questions(1) as readonly [Question];
  const right = one.choices[one.key] as string;

  it("is its answer, by its words", () => {
    const knowledge = knowledgeOf(10);
    const shown = { ...one, choices: ["a lie", right.toUpperCase(), "another"] };
    assert.equal(knowledge.recall(shown), undefined);
    knowledge.learn([one]);
    assert.deepEqual(knowledge.recall(shown), { key: 1 });
    assert.equal(knowledge.recall({ ...one, choices: ["a lie"] }), undefined);
    assert.equal(knowledge.recall({ ...shown, image: "a picture" }), undefined);
  });

  it("is nothing where such words have several answers among them, and is forgotten with the question", () => {
    const knowledge = knowledgeOf(2);
    const other = { ...one, id: "other" as Question["id"], choices: ["north", "south"], key: 0 };
    knowledge.learn([one, other]);
    assert.equal(knowledge.recall({ ...one, choices: [right, "north"] }), undefined);
    assert.deepEqual(knowledge.recall({ ...one, choices: ["a lie", "north"] }), { key: 1 });
    knowledge.learn([
      { ...one, prompt: "And now?" },
      { ...one, prompt: "And then?" },
    ]);
    assert.equal(knowledge.recall({ ...one, choices: ["a lie", "north"] }), undefined);
    assert.equal(knowledge.recall(one), undefined);
  });
});
