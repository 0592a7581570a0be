import assert from "node:assert/strict";
import type { GameCommand, GameSetup, NumberSought, Question } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { standsAlone } from "../../src/games/quiz/typing.ts";
import { ana, answer, ben, cai, enter, givenQuiz, keyOf, opened, questions, tick, wrongOf } from "../support/quiz.ts";

type Story = ReturnType<typeof givenQuiz>;

const scoreOf = ({ state }: Story, player: PlayerId) => state.players.get(player)?.score;
const scores = (story: Story, ...players: readonly PlayerId[]) => players.map((player) => scoreOf(story, player));
const asksOf = ({ state }: Story, player: PlayerId) => quiz.asks?.(state, player) ?? [];
const moveOf = (story: Story, player: PlayerId, given: { readonly text?: string; readonly number?: number }) => {
  const [ask] = asksOf(story, player);
  assert(ask !== undefined, `${player} is asked nothing`);
  return { type: "move", player, ask, move: { ask: ask.id, ...given } } satisfies GameCommand;
};
const gives = (story: Story, player: PlayerId, given: { readonly text?: string; readonly number?: number }) =>
  story.when(moveOf(story, player, given));
const ownOf = ({ state }: Story, player: PlayerId) => quiz.own?.(state, player);

const capital: Partial<Question> = {
  prompt: "What is the capital of Brazil?",
  choices: ["Brasília", "Rio de Janeiro", "São Paulo", "Salvador"],
};
const asking = (changes: Partial<Question>, setup: Partial<GameSetup> = {}) =>
  givenQuiz({ ...setup, questions: questions(2).map((one) => ({ ...one, ...changes })) }).at(opened, tick);

describe("quiz: typed answers", () => {
  const typed = { options: { answers: "typed" } };
  const open = asking(capital, typed);

  it("[T1] asks without choices what can be answered without them", () => {
    const [one] = questions(1) as [Question];
    const fits = (changes: Partial<Question>) => standsAlone({ ...one, ...capital, ...changes });
    assert(fits({}));
    assert(!fits({ prompt: "Which of these is a city?" }));
    assert(!fits({ prompt: "Qual das seguintes cidades fica no Brasil?" }));
    assert(!fits({ prompt: "Which city is NOT in Brazil?" }));
    assert(!fits({ choices: ["True", "False"] }));
    assert(!fits({ choices: ["a place where one goes to hear what others have to say", "b", "c"] }));
    assert(!fits({ choices: ["Brasília", "Brasilien", "Brazília"] }));
    assert(!fits({ choices: ["Brasília", "Rio", "None of these"] }));
    assert(!fits({ choices: [], key: -1 }));
    assert.deepEqual(quiz.view(open.state).question?.choices, []);
    assert.equal(quiz.view(open.state).more?.["typed"], true);
    const shown = asking({ ...capital, prompt: "Which of these is a capital?" }, typed);
    assert.equal(quiz.view(shown.state).question?.choices.length, 4);
    assert.deepEqual(asksOf(shown, ana), []);
    open.rejects(answer(ana, 0), "no_such_choice");
  });

  const rightFor = (text: string, changes: Partial<Question> = {}) => {
    const story = gives(asking({ ...capital, ...changes }, typed), ana, { text }).when({ type: "skip" });
    return (quiz.viewFor(story.state, ana).result as { right: boolean }).right;
  };

  it("[T2] knows what is written otherwise, and other spellings", () => {
    for (const text of ["brasilia", " BRASÍLIA!", "the Brasilia"]) assert(rightFor(text), text);
    const years = { prompt: "How old?", choices: ["21", "22", "23"] };
    for (const text of ["21", "twenty-one", "einundzwanzig"]) assert(rightFor(text, years), text);
    assert(!rightFor("22", years));
    const accept = { accept: ["Federal District"] };
    assert(rightFor("federal district", accept) && !rightFor("federal district"));
  });

  it("[T3] forgives a few typing errors, and takes a wrong choice for what it is", () => {
    assert(rightFor("Brasilai") && rightFor("Brazilia"));
    assert(!rightFor("Bras") && !rightFor("Salvador") && !rightFor("Sao Paolo") && !rightFor("no idea"));
    const two = { choices: ["Nepal", "Chad", "Norway", "Sweden"], also: [1] };
    assert(rightFor("nepla", two) && rightFor("Chad", two) && !rightFor("Norwai", two));
  });

  it("[T4] counts as any answer does, once", () => {
    const one = gives(open, ana, { text: "brasilia" });
    one.rejects(moveOf(open, ana, { text: "Rio" }), "no_such_ask");
    const closed = gives(one, ben, { text: "Rio de Janeiro" });
    assert.deepEqual(scores(closed, ana, ben), [1000, 0]);
    const shown = quiz.view(closed.state);
    assert.deepEqual(shown.question?.choices.toSorted(), capital.choices?.toSorted());
    assert.deepEqual(shown.reveal?.counts.toSorted(), [0, 0, 1, 1]);
    assert.equal(shown.reveal?.counts[keyOf(closed.state)], 1);
  });

  it("[T5] shows nobody the choices before, nor what others typed ever", () => {
    const one = gives(open, ana, { text: "something nobody else should read" });
    assert.deepEqual(ownOf(one, ana), { text: "something nobody else should read" });
    const closed = one.when({ type: "skip" });
    assert.deepEqual(ownOf(closed, ana), { text: "something nobody else should read" });
    for (const story of [one, closed]) {
      const seen = JSON.stringify([
        quiz.view(story.state),
        ownOf(story, ben),
        quiz.viewFor(story.state, ben),
        quiz.record(story.state),
      ]);
      assert(!seen.includes("something"), seen);
    }
    const before = JSON.stringify([quiz.view(one.state), quiz.viewFor(one.state, ana), asksOf(one, ben)]);
    for (const choice of capital.choices ?? []) assert(!before.includes(choice), choice);
  });
});

const height: NumberSought = { value: 8849, unit: "m", least: 0, most: 20_000 };
const mountain: Partial<Question> = { prompt: "How high is it?", choices: [], key: -1, number: height };

describe("quiz: the closest number", () => {
  const open = asking(mountain).when(enter(cai));

  it("[N1] is guessed, within its bounds", () => {
    assert.deepEqual(asksOf(open, ana), [
      { id: "closest-0", what: "number", purpose: "closest", prompt: "", least: 0, most: 20_000, endsAt: 13_000 },
    ]);
    assert.deepEqual(quiz.view(open.state).more, { closest: { unit: "m", least: 0, most: 20_000 } });
    assert.equal(quiz.isPlain?.(open.state), false);
    open.rejects(answer(ana, 0), "no_such_choice");
    open.rejects(moveOf(open, ana, { number: 5 }), "too_late", 13_000);
  });

  const closed = gives(gives(gives(open, ana, { number: 9000 }), ben, { number: 8849 }), cai, { number: 100 });

  it("[N2] scores by how many came nearer", () => {
    assert.deepEqual(scores(closed, ana, ben, cai), [667, 1000, 333]);
    const equal = gives(gives(asking(mountain), ana, { number: 8848 }), ben, { number: 8850 });
    assert.deepEqual(scores(equal, ana, ben), [1000, 1000]);
    const alone = gives(asking(mountain), ana, { number: 1 }).when({ type: "skip" });
    assert.deepEqual(scores(alone, ana, ben), [1000, 0]);
    assert.equal(alone.state.players.get(ana)?.time, 0);
    const lenient = asking(mountain, { options: { scoring: "negative" } });
    assert.deepEqual(scores(gives(gives(lenient, ana, { number: 1 }), ben, { number: 2 }), ana), [500]);
  });

  it("[N3] makes the nearest right, and leaves streaks alone", () => {
    assert.deepEqual(
      [...closed.state.players.values()].map(({ right, streak }) => [right, streak]),
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    );
  });

  it("[N4] is revealed with all guesses, and the names of the nearest alone", () => {
    const { more, reveal } = quiz.view(closed.state);
    assert.deepEqual(more?.["spread"], {
      value: 8849,
      unit: "m",
      given: 3,
      guesses: [100, 8849, 9000],
      nearest: [ben],
    });
    assert.deepEqual([reveal?.key, reveal?.counts], [-1, []]);
    assert.deepEqual(ownOf(closed, cai), { number: 100 });
  });

  it("[N5] can be struck out and has no other key", () => {
    closed.rejects({ type: "correct", question: "q1", key: 0 }, "no_such_choice");
    assert.deepEqual(scores(closed.when({ type: "correct", question: "q1", key: null }), ana, ben, cai), [0, 0, 0]);
  });
});

describe("quiz: the stake", () => {
  const scored = (setup: Partial<GameSetup> = {}) => {
    const story = givenQuiz({ options: { wager: true }, ...setup })
      .when(enter(cai))
      .at(opened, tick);
    const first = story.when(answer(ana, keyOf(story.state))).when(answer(ben, keyOf(story.state)));
    return first.when(answer(cai, wrongOf(story.state))).when({ type: "skip" });
  };
  const open = scored().when({ type: "skip" });
  const asked = gives(gives(open, ana, { number: 400 }), ben, { number: 1000 });
  const rightly = (story: Story, player: PlayerId) => story.when(answer(player, keyOf(story.state), "q2"));

  it("[W1] comes before the last question, for who has points", () => {
    const shown = quiz.view(open.state);
    assert.deepEqual([shown.phase, shown.phaseMs, shown.question], ["wager", 15_000, undefined]);
    assert.deepEqual(shown.more, { rules: { wager: true }, wager: { category: "Tests" } });
    assert.deepEqual(asksOf(open, cai), []);
    assert.equal(asksOf(open, ana)[0]?.most, 1000);
    open.rejects(moveOf(open, ana, { number: 0.5 }), "malformed");
    const poor = givenQuiz({ options: { wager: true } })
      .at(opened, tick)
      .when({ type: "skip" });
    assert.equal(poor.when({ type: "skip" }).when({ type: "skip" }).state.phase.name, "question");
    const single = givenQuiz({ options: { wager: true }, questions: questions(1) });
    assert.equal(single.at(opened, tick).state.phase.name, "question");
  });

  it("[W2] ends when all who can have staked, and after its time in any case", () => {
    const one = gives(open, ana, { number: 0 });
    assert.equal(one.state.phase.name, "wager");
    assert.equal(gives(one, ben, { number: 5 }).state.phase.name, "question");
    assert.equal(one.when({ type: "depart", player: ben, gone: false }).state.phase.name, "question");
    assert.equal(one.at(open.now + 15_000, tick).state.phase.name, "question");
    assert.equal(one.when({ type: "skip" }).state.phase.name, "question");
  });

  it("[W3] is added for a right answer and taken for any other", () => {
    assert.deepEqual(scores(rightly(asked, ana).when({ type: "skip" }), ana, ben, cai), [2500, 0, 0]);
    const wrong = asked.when(answer(ana, wrongOf(asked.state), "q2")).when({ type: "skip" });
    assert.equal(scoreOf(wrong, ana), 600);
    const none = open.when({ type: "skip" }).when({ type: "skip" });
    assert.deepEqual(scores(none, ana, ben), [1000, 1000]);
  });

  it("[W4] is seen by nobody else, and final", () => {
    const one = gives(open, ana, { number: 417 });
    assert(!JSON.stringify([quiz.view(one.state), ownOf(one, ben)]).includes("417"));
    assert.equal(quiz.view(one.state).players.get(ana)?.answered, true);
    assert.deepEqual(ownOf(one, ana), { wager: 417 });
    one.rejects(moveOf(open, ana, { number: 3 }), "no_such_ask");
  });

  it("[W5] is worth no more than what is left after a correction", () => {
    const won = rightly(asked, ana).when({ type: "skip" });
    assert.deepEqual(scores(won.when({ type: "correct", question: "q1", key: null }), ana, ben, cai), [1000, 0, 0]);
    const undone = won.when({ type: "correct", question: "q2", key: null });
    assert.deepEqual(scores(undone, ana, ben, cai), [1000, 1000, 0]);
  });
});
