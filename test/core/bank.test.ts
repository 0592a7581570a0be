import assert from "node:assert/strict";
import { type BankFile, bankSource, readBank } from "../../src/questions/bank.ts";
import { faultsOf, figuresOf } from "../../src/questions/check.ts";
import { knowledgeOf } from "../../src/questions/knowledge.ts";
import { gatherFrom, mixWith } from "../support/mix.ts";
import { questionRequest } from "../support/question-request.ts";

const signal = new AbortController().signal;

describe("the question bank", () => {
  let files: readonly BankFile[];
  let bank: ReturnType<typeof bankSource>;
  before(async () => {
    files = await readBank();
    bank = bankSource(files);
  });
  const pick = (topic: string, count: number, asked: Iterable<string> = [], seed = "seed") =>
    gatherFrom(mixWith([bank])("bank", questionRequest({ topic, count, asked: new Set(asked), seed }), signal));

  it("has what it promises, without a fault", () => {
    assert.deepEqual(faultsOf(files), []);
    const { questions, categories, difficulties, longestIsRight } = figuresOf(files);
    assert(questions >= 400 && categories >= 16, `${questions} questions in ${categories} categories`);
    for (const difficulty of ["easy", "medium", "hard"]) assert((difficulties[difficulty] ?? 0) >= 100, difficulty);
    assert(longestIsRight <= 0.3, `the longest choice is right in ${longestIsRight}`);
  });

  it("is checked by a check that finds faults", () => {
    const [file] = files;
    const [question] = file?.questions ?? [];
    assert(file !== undefined && question !== undefined);
    const broken = (changes: Partial<typeof question>) =>
      faultsOf([{ ...file, questions: [{ ...question, ...changes }] }]);
    assert.deepEqual(broken({}), []);
    assert.equal(broken({ wrong: [question.correct.toUpperCase(), "b", "c"] }).length, 1);
    assert.equal(broken({ prompt: `Is it ${question.correct}?` }).length, 1);
    assert.equal(broken({ fact: "no subject" }).length, 1);
    assert.equal(faultsOf([{ ...file, questions: [question, { ...question, id: "other" }] }]).length, 1);
  });

  it("picks by the words of a topic", async () => {
    const { questions, note } = await pick("Space!", 10);
    assert.equal(note, "");
    const space = questions.filter(({ category }) => category === "Space");
    assert(space.length >= 8, questions.map(({ category }) => category).join());
    assert.deepEqual(await pick("Space!", 10), await pick("Space!", 10));
    assert.notDeepEqual(await pick("Space!", 10), await pick("Space!", 10, [], "other seed"));
  });

  it("falls back on a mix and says so", async () => {
    const unknown = await pick("underwater basket weaving of Zyx", 10);
    assert.equal(unknown.questions.length, 10);
    assert.match(unknown.note, /mix/);
    const few = await pick("rubik", 10);
    assert.equal(few.questions.length, 10);
    assert.match(few.note, /I have \d+ fresh questions? about “rubik”; the other \d+ are a mix/);
    assert.equal((await pick("", 10)).note, "");
  });

  it("asks nothing again until the rest are used", async () => {
    const asked: string[] = [];
    for (let game = 0; game * 10 < bank.questions.length; game++) {
      const { questions } = await pick("space", 10, asked, `game ${game}`);
      for (const { id } of questions) asked.push(id);
    }
    assert.equal(new Set(asked).size, bank.questions.length);
    const again = await pick("", 10, asked, "again");
    assert.deepEqual(new Set(again.questions.map(({ id }) => id as string)), new Set(asked.slice(0, 10)));
    assert.equal((await pick("", 5000)).questions.length, bank.questions.length);
  });

  it("is known to who has read it, by the words of a question alone", () => {
    const knowledge = knowledgeOf(100);
    const [first, ...more] = bank.questions;
    assert(first !== undefined);
    assert.equal(knowledge.recall(first), undefined);
    knowledge.learn([first]);
    assert.deepEqual(knowledge.recall(first), { key: 0 });
    knowledge.learn([first], new Map([[first.id, { b: 1.5 }]]));
    assert.deepEqual(
      knowledge.recall({ ...first, prompt: first.prompt.toUpperCase(), choices: first.choices.toReversed() }),
      { key: 3, b: 1.5 },
    );
    assert.equal(knowledge.recall({ ...first, choices: ["a", "b"] }), undefined);
    knowledge.learn(more.slice(0, 100));
    assert.equal(knowledge.recall(first), undefined, "the oldest is forgotten");
  });
});
