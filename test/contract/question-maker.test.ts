import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import { promptHash } from "../../src/questions/model/prompts.ts";
import { folded } from "../../src/questions/text.ts";
import type { RawQuestion, WriterData } from "../support/question-writer.ts";
import { QuestionWorld } from "../support/question-world.ts";

const idsOf = (questions: readonly Question[]): readonly string[] => questions.map(({ id }) => id);

/** What was asked of the writer, request by request. */
const wishesOf = ({ writer }: QuestionWorld): readonly (WriterData & { readonly lean: string })[] =>
  writer.heard.filter(({ name }) => name === "questions").map(({ user }) => JSON.parse(user));

const papersOf = ({ writer }: QuestionWorld) =>
  writer.heard
    .filter(({ name }) => name === "answers")
    .map(({ user, temperature }) => ({
      temperature,
      user,
      questions: (JSON.parse(user) as { questions: { id: string; question: string; choices: { text: string }[] }[] })
        .questions,
    }));

describe("questions that a model makes", () => {
  it("come to the number that was asked for, each with a key, and what is over is kept for later", async () => {
    const world = new QuestionWorld();
    const { questions, error, stages } = await world.make({ topic: "Rivers & ores", count: 10 });
    assert.equal(error, "");
    assert.equal(questions.length, 10);
    assert.deepEqual(stages.slice(0, 3), ["recalling", "writing", "checking"]);
    world.check();
    assert.deepEqual(
      wishesOf(world).map(({ count }) => count),
      [7, 7],
    );
    assert.equal(await world.source.supply("rivers and ores"), 0);
    assert.equal(await world.source.supply("RIVERS,  ores!"), 14);
    assert.deepEqual(new Set(questions.map(({ category }) => category)), new Set(["Rivers & ores"]));
  });

  it("are given while others are still being written, so that a game can start", async () => {
    const { writer } = new QuestionWorld();
    const begun = Promise.withResolvers<void>();
    let requests = 0;
    const world = new QuestionWorld({
      model: {
        ...writer.model,
        ask: async (ask, options) => {
          if (ask.name === "questions" && ++requests === 2) await begun.promise;
          return writer.model.ask(ask, options);
        },
      },
    });
    const { made } = await world.make(
      { count: 10 },
      { seen: ({ questions = [] }) => questions.length > 0 && begun.resolve() },
    );
    assert.deepEqual(
      made.flatMap(({ questions = [] }) => questions.length || []),
      [7, 3],
    );
  });

  it("are three when one is wanted, of which one is given", async () => {
    const world = new QuestionWorld();
    const { questions } = await world.make({ count: 1 });
    assert.equal(questions.length, 1);
    assert.deepEqual(
      wishesOf(world).map(({ count }) => count),
      [3],
    );
  });

  it("come in requests of ten at most, two at a time", async () => {
    let now = 0;
    let most = 0;
    const { writer } = new QuestionWorld();
    const world = new QuestionWorld({
      model: {
        ...writer.model,
        ask: async (ask, options) => {
          if (ask.name === "questions") most = Math.max(most, ++now);
          await new Promise(setImmediate);
          const answer = await writer.model.ask(ask, options);
          if (ask.name === "questions") now--;
          return answer;
        },
      },
    });
    const { questions } = await world.make({ count: 50 });
    assert.equal(questions.length, 50);
    const asked = writer.heard.filter(({ name }) => name === "questions").map(({ user }) => JSON.parse(user).count);
    assert.deepEqual(asked.slice(0, 6), [10, 10, 10, 10, 10, 10]);
    assert.equal(most, 2);
  });

  it("are never asked for more often than three times as many, in three rounds", async () => {
    for (const count of [1, 2, 5, 10, 24, 50]) {
      const world = new QuestionWorld({ solver: () => ({ answers: [{ id: "q0", choice: "c1", ambiguous: false }] }) });
      const { questions, error, stages } = await world.make({ count });
      assert.deepEqual([questions.length, error], [0, ""]);
      const asked = wishesOf(world).reduce((sum, wish) => sum + wish.count, 0);
      assert(asked > 2 * count && asked <= 3 * count, `${asked} for ${count}`);
      assert(stages.filter((stage) => stage === "writing").length <= 3);
      assert.equal(world.kept.length, 0);
    }
  });

  it("are half recalled, half new, when a topic comes again in another lobby", async () => {
    const world = new QuestionWorld();
    const first = await world.make({ topic: "Rivers", count: 10, seed: "a" });
    const second = await world.make({ topic: "rivers!", count: 10, seed: "b" });
    const old = new Set(world.kept.slice(0, 14).map(({ question }) => question.id));
    assert.equal(first.questions.length, 10);
    assert.deepEqual(
      second.questions.map(({ id }) => old.has(id)),
      [...Array<boolean>(5).fill(true), ...Array<boolean>(5).fill(false)],
    );
    const other = await world.make({ topic: "Music", count: 10 });
    assert(idsOf(other.questions).every((id) => !idsOf(second.questions).includes(id)));
    world.check();
  });

  it("are not recalled when this lobby has been asked them, or when they are hidden", async () => {
    const world = new QuestionWorld();
    await world.make({ topic: "Rivers", count: 10 });
    const ids = world.kept.map(({ question }) => question.id);
    const asked = new Set(ids.slice(0, 5));
    const hidden = new Set(ids.slice(5, 10));
    // And those that another source asked in the same words, or almost.
    const played = world.kept.slice(10).map(({ question }) => `${question.prompt.slice(0, -1)}, then?`);
    const again = await world.make({ topic: "Rivers", count: 10, asked, hidden, played });
    assert.equal(again.questions.length, 10);
    assert(idsOf(again.questions).every((id) => !ids.includes(id as Question["id"])));
  });

  it("keep topics apart whose names differ in signs alone", async () => {
    const world = new QuestionWorld();
    await world.make({ topic: "C++", count: 5 });
    await world.make({ topic: "🎸", count: 5 });
    const topics = ["c++", "C#", "C", "🎸", "🎺"];
    const supply = await Promise.all(topics.map((topic) => world.source.supply(topic)));
    assert.deepEqual(supply, [7, 0, 0, 7, 0]);
  });

  it("are unlike what the lobby has played, and the model is told of the last fifty, cut short", async () => {
    const spoiled = (nth: number) => (nth === 0 ? { question: "Who was first on the distant moon of Xanadu?" } : {});
    const world = new QuestionWorld({
      instead: (questions) => ({
        questions: questions.map((raw, nth) => ({ ...(raw as RawQuestion), ...spoiled(nth) })),
      }),
    });
    const played = Array.from({ length: 80 }, (_, i) => `Old question ${i}: ${"x".repeat(200)}?`);
    await world.make({ count: 5, played: [...played, "who was FIRST on the distant moon of Xanadu"] });
    const [{ avoid } = assert.fail()] = wishesOf(world);
    assert.equal(avoid.length, 50);
    assert.equal(avoid.at(-1), "who was FIRST on the distant moon of Xanadu");
    assert(avoid.every((prompt) => prompt.length <= 120));
    assert(world.kept.every(({ question }) => !question.prompt.includes("Xanadu")));
    assert.deepEqual(world.refused, { duplicate_exact: 1 });
  });

  it("are unlike those that have been written before", async () => {
    const world = new QuestionWorld({ parallel: 1 });
    await world.make({ count: 10, played: ["Who built the bridge of Bado?"] });
    const [first, second] = wishesOf(world);
    assert.deepEqual(first?.avoid, ["Who built the bridge of Bado?"]);
    const prompts = world.kept.slice(0, 7).map(({ question }) => question.prompt);
    assert.deepEqual(second?.avoid, ["Who built the bridge of Bado?", ...prompts]);
    assert.notEqual(first?.lean, second?.lean);
  });

  it("are not looked at when there are more than were asked for", async () => {
    const world = new QuestionWorld({
      instead: (questions) => ({
        questions: Array.from({ length: 500 }, (_, nth) => ({
          ...(questions[0] as RawQuestion),
          question: `${nth}: who?`,
          correct: `Ba${nth}`,
        })),
      }),
    });
    const { questions } = await world.make({ count: 5 });
    assert.deepEqual([questions.length, papersOf(world)[0]?.questions.length], [5, 7]);
  });

  it("are unlike those of the bank, and each other when two lobbies make them at once", async () => {
    const wrong = ["Massalia", "Tolosa", "Genava"];
    const same = { correct: "Lutetia", wrong, explanation: "So it is.", difficulty: "hard" };
    const then = ["", " as it was", " in that"];
    const asks = (nth: number) => [
      `Which was the old town of Parva${then[nth]}?`,
      `What is the oldest name of Quarta${then[nth]}?`,
      `What is the oldest name of Quarta, now${then[nth]}?`,
      `Which town is below Secunda${then[nth]}?`,
    ];
    const world = new QuestionWorld({
      instead: (_, __, nth) => ({ questions: nth < 3 ? asks(nth).map((question) => ({ ...same, question })) : [] }),
    });
    world.known.add("Which is an old town of Parva", "lutetia");
    await Promise.all([
      world.make({ seed: "a", count: 3 }),
      world.make({ seed: "b", count: 3 }),
      world.make({ topic: "towns", count: 3 }),
    ]);
    assert.deepEqual(
      world.kept.map(({ question }) => question.prompt),
      [asks(0)[1], asks(0)[3]],
    );
    // Those that are known before are not solved.
    assert.equal(world.refused["duplicate_near"], 3 + 3 + 4);
    assert(papersOf(world).every(({ questions }) => questions.length === 2));
    world.check();
  });

  it("are held against what the store had before this process began", async () => {
    const wrong = ["Massalia", "Tolosa", "Genava"];
    const old = {
      question: "What was the oldest name of Quarta?",
      correct: "Lutetia",
      wrong,
      explanation: "",
      difficulty: "easy",
    };
    const writes = { instead: () => ({ questions: [old, { ...old, question: "What is Quarta's oldest name?" }] }) };
    const before = new QuestionWorld(writes);
    await before.make({ topic: "then", count: 1 });
    const world = new QuestionWorld(writes);
    await world.store.add(before.kept);
    await world.make({ topic: "now", count: 1 });
    assert.deepEqual([before.kept.length, world.kept.length], [1, 0]);
    assert.deepEqual(world.refused, { duplicate_exact: 1, duplicate_near: 1 });
  });

  it("are held against a store of more than a page", async () => {
    const before = new QuestionWorld();
    for (let game = 0; before.kept.length < 1001; game++)
      await before.make({ topic: `${game}`, count: 70, seed: `${game}` });
    const last = before.kept.toSorted((a, b) => (a.question.id < b.question.id ? 1 : -1))[0]?.question ?? assert.fail();
    const world = new QuestionWorld({
      seed: "other",
      instead: (questions) => ({
        questions: [questions[0], { ...(questions[1] as RawQuestion), question: last.prompt }],
      }),
    });
    await world.store.add(before.kept);
    await world.make({ topic: "now", count: 1 });
    // It was known before anybody had to solve it.
    assert.equal(papersOf(world)[0]?.questions.length, 1);
    assert.deepEqual(world.refused, { duplicate_exact: 1 });
  });

  it("are solved blind and twice, each choice in another place", async () => {
    const world = new QuestionWorld();
    await world.make({ count: 10 });
    const papers = papersOf(world);
    assert.deepEqual(
      papers.map(({ temperature }) => temperature),
      [0, 0.7, 0, 0.7],
    );
    for (const { user, questions } of papers) {
      assert(!/explanation|correct|wrong|key|difficulty|as long as anybody/u.test(user), user);
      assert(questions.every((question) => Object.keys(question).join() === "id,question,choices"));
    }
    const [first, , second] = [0, 1, 1].map(
      (nth) => new Map(papers[nth]?.questions.map((one) => [one.question, one.choices])),
    );
    for (const [question, choices] of first ?? assert.fail()) {
      const others = second?.get(question) ?? assert.fail();
      assert.deepEqual(new Set(others.map(({ text }) => text)), new Set(choices.map(({ text }) => text)));
      assert(choices.every(({ text }, place) => others[place]?.text !== text));
    }
  });

  it("are refused where a solver says nothing, or nothing that makes sense", async () => {
    const world = new QuestionWorld({
      solver: (answers, nth) =>
        nth > 1
          ? undefined
          : {
              answers: [
                ...answers.slice(4),
                { ...answers[1], choice: "c9" },
                { ...answers[2], ambiguous: "no" },
                { ...answers[3], id: "q99" },
                null,
                // The first answer counts.
                ...answers.slice(4, 5).map((answer) => ({ ...answer, choice: "c9" })),
              ],
            },
    });
    await world.make({ count: 5 });
    const [{ questions } = assert.fail()] = papersOf(world);
    assert.equal(questions.length, 7);
    assert.equal(world.refused["not_agreed"], 4);
    world.check();
  });

  it("put the right choice anywhere, by a chi-square test over 1,000", async () => {
    const world = new QuestionWorld();
    for (let game = 0; world.kept.length < 1000; game++)
      await world.make({ topic: `${game}`, count: 40, seed: `${game}` });
    const places = [0, 0, 0, 0];
    const stored = world.kept.slice(0, 1000).map(({ question }) => question);
    for (const { key } of stored) places[key] = (places[key] ?? 0) + 1;
    const chiSquare = places.reduce((sum, seen) => sum + (seen - 250) ** 2 / 250, 0);
    // 3 degrees of freedom, p > .01.
    assert(chiSquare < 11.34, `${places.join(" ")}: ${chiSquare}`);
    world.check();
  });

  it("have the longest choice right in 35 % at most, whatever the model prefers", async () => {
    const world = new QuestionWorld({
      plant: (nth) =>
        nth % 4 === 0
          ? undefined
          : ({ raw }) => ({ raw: { ...raw, wrong: raw.wrong.map((choice) => choice.slice(0, 5)) } }),
    });
    const { questions } = await world.make({ count: 30 });
    const longest = ({ choices, key }: Question) =>
      choices.every((choice, at) => at === key || choice.length < (choices[key] ?? "").length);
    assert((world.refused["longest_too_often"] ?? 0) > 10);
    assert(questions.length > 10);
    assert(questions.filter(longest).length <= 0.35 * questions.length);
    const always = new QuestionWorld({
      instead: (raws) => ({ questions: (raws as RawQuestion[]).map((raw) => ({ ...raw, correct: "Nuvofigura" })) }),
    });
    assert.equal((await always.make({ count: 1 })).questions.length, 1);
  });

  it("carry with them who wrote them, by which rules, who solved them and when", async () => {
    const world = new QuestionWorld();
    await world.make({ topic: "Rivers", count: 2 });
    const [kept = assert.fail()] = world.kept;
    assert.deepEqual(
      { ...kept, question: undefined },
      {
        question: undefined,
        source: "model",
        topic: folded("Rivers"),
        provenance: {
          model: "writer-1",
          prompt: promptHash,
          solver: "writer-1",
          votes: [
            { agreed: true, ambiguous: false },
            { agreed: true, ambiguous: false },
          ],
          at: "2030-01-01T00:00:00.000Z",
        },
      },
    );
    assert.match(promptHash, /^[\da-f]{64}$/u);
  });

  it("leave figures in the log, and no word of any of them", async () => {
    const world = new QuestionWorld({
      plant: (nth) => (nth === 3 ? ({ raw }) => ({ raw: { ...raw, correct: "B" } }) : undefined),
    });
    await world.make({ topic: "Rivers", count: 10 });
    const [{ ms, ...fields } = assert.fail()] = world.logged;
    assert.equal(typeof ms, "number");
    assert.deepEqual(fields, {
      asked: 14,
      kept: 13,
      recalled: 0,
      given: 10,
      refused: { key_form: 1, length_giveaway: 1 },
      requests: 6,
      tokens: { input: 600, output: 1200 },
      fault: undefined,
    });
    world.check();
  });
});
