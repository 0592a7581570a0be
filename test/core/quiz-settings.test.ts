import assert from "node:assert/strict";
import type { GameSetup, Question } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { answer, ana, ben, cai, enter, givenQuiz, keyOf, opened, questions, tick, wrongOf } from "../support/quiz.ts";

type Story = ReturnType<typeof givenQuiz>;
type Options = GameSetup["options"];

const scoreOf = ({ state }: Story, player: PlayerId) => state.players.get(player)?.score;
const begun = (options: Options, change: (question: Question, index: number) => Partial<Question> = () => ({})) =>
  givenQuiz({ options, questions: questions(3).map((one, index) => ({ ...one, ...change(one, index) })) }).at(
    opened,
    tick,
  );
const numberOf = ({ state }: Story) => `q${state.current + 1}`;
const right = (story: Story, player: PlayerId, after = 0) =>
  story.when(answer(player, keyOf(story.state), numberOf(story)), story.now + after);
const wrong = (story: Story, player: PlayerId, after = 0) =>
  story.when(answer(player, wrongOf(story.state), numberOf(story)), story.now + after);
/** To the next question, once this one is closed. */
const next = (story: Story) => story.when({ type: "skip" }).when({ type: "skip" });

describe("quiz: settings of points", () => {
  it("leaves a quiz with none of them as it always was", () => {
    const [event] = quiz.start({ ...setupOf(), options: {} });
    assert(event?.type === "started");
    assert.deepEqual(Object.keys(event).toSorted(), [
      "endsAt",
      "limit",
      "more",
      "players",
      "questions",
      "seed",
      "timings",
      "type",
    ]);
    const story = wrong(right(begun({}), ana), ben);
    assert.equal(quiz.view(story.state).more, undefined);
    assert.equal(quiz.isPlain?.(story.state), true);
    assert.deepEqual(Object.keys(quiz.record(story.state)[0] ?? {}).toSorted(), [
      "category",
      "choices",
      "difficulty",
      "explanation",
      "id",
      "key",
      "limit",
      "outcomes",
      "prompt",
    ]);
  });

  it("[P7] gives 1000 for every right answer by accuracy, and asks for no time", () => {
    let story = right(right(begun({ scoring: "accuracy" }), ana, 100), ben, 4000);
    assert.deepEqual([scoreOf(story, ana), scoreOf(story, ben)], [1000, 1000]);
    story = right(right(next(story), ben, 50), ana, 6000);
    assert.deepEqual([scoreOf(story, ana), scoreOf(story, ben)], [2000, 2000]);
    assert.deepEqual(
      [...quiz.view(story.state).players.values()].map(({ rank }) => rank),
      [1, 1],
    );
  });

  it("[P8] takes 250 for a wrong answer, nothing for a missing one, and nobody below 0", () => {
    let story = wrong(right(begun({ scoring: "negative" }), ana), ben);
    assert.deepEqual([scoreOf(story, ana), scoreOf(story, ben)], [1000, 0]);
    story = wrong(next(story), ana).when({ type: "skip" });
    assert.deepEqual([scoreOf(story, ana), scoreOf(story, ben)], [750, 0]);
    assert.equal((quiz.viewFor(story.state, ana).result as { points: number }).points, -250);
  });

  it("[P9] multiplies by what the question is worth, its difficulty, or by being the last", () => {
    const levels = ["easy", "medium", "hard"] as const;
    const gains = (options: Options, change?: Parameters<typeof begun>[1]) => {
      let story = begun({ scoring: "accuracy", ...options }, change);
      const scores: number[] = [];
      for (let n = 0; n < 3; n++) {
        const before = scoreOf(story, ana) ?? 0;
        story = right(story, ana).when({ type: "skip" });
        scores.push((scoreOf(story, ana) ?? 0) - before);
        story = next(story);
      }
      return scores;
    };
    const leveled = (_: Question, index: number) => ({ difficulty: levels[index] ?? "easy" });
    assert.deepEqual(gains({ points: "difficulty" }, leveled), [1000, 1500, 2000]);
    assert.deepEqual(gains({ points: "same" }, leveled), [1000, 1000, 1000]);
    assert.deepEqual(gains({ points: "last" }), [1000, 1000, 2000]);
    assert.deepEqual(
      gains({ points: "last" }, (_, index) => ({ points: index as 0 | 1 | 2 })),
      [0, 1000, 4000],
    );
    const double = right(
      begun({}, () => ({ points: 2 })),
      ana,
    );
    assert.equal(quiz.view(double.state).more?.["times"], 2);
    assert.equal(scoreOf(double.when({ type: "skip" }), ana), 2000);
  });

  it("[P10] takes any of several right choices", () => {
    const story = begun({}, () => ({ also: [2] }));
    const asked = story.state.questions[0];
    const other = asked?.also?.[0] ?? -1;
    assert.equal(asked?.choices[other], "wrong 1b");
    const closed = right(story.when(answer(ana, other)), ben);
    assert.deepEqual([scoreOf(closed, ana), scoreOf(closed, ben)], [1000, 1000]);
    assert.equal(quiz.view(story.state).more, undefined, "nothing of it before the reveal");
    assert.deepEqual(quiz.view(closed.state).more, { also: [other] });
  });
});

describe("quiz: without a time limit", () => {
  const open = begun({ untimed: true });

  it("[U1] stays open until all have answered, and is over after ten minutes all the same", () => {
    assert.deepEqual([quiz.view(open.state).phaseEndsAt, quiz.view(open.state).phaseMs], [undefined, 0]);
    const late = right(open.at(opened + 500_000, tick), ana);
    assert.equal(late.state.phase.name, "question");
    assert.equal(wrong(late, ben).state.phase.name, "reveal");
    assert.equal(late.when({ type: "skip" }).state.phase.name, "reveal");
    assert.equal(open.at(opened + 599_999, tick).state.phase.name, "question");
    assert.equal(open.at(opened + 600_000, tick).state.phase.name, "reveal");
  });

  it("[U2] scores as by accuracy", () => {
    const late = wrong(right(open, ana, 500_000), ben);
    assert.deepEqual([scoreOf(late, ana), scoreOf(late, ben)], [1000, 0]);
    const costly = right(wrong(next(right(right(begun({ untimed: true, scoring: "negative" }), ana), ben)), ana), ben);
    assert.deepEqual([scoreOf(costly, ana), scoreOf(costly, ben)], [750, 2000]);
  });
});

describe("quiz: who comes late", () => {
  const played = (options: Options) => wrong(right(begun(options), ana), ben);

  it("[L1] gets the average, where that is set and a question is left", () => {
    const story = played({ lateJoin: "average" }).when(enter(cai));
    assert.equal(scoreOf(story, cai), 500);
    assert.deepEqual(quiz.record(story.state)[0]?.gifts, [{ player: cai, points: 500 }]);
    assert.equal(scoreOf(played({}).when(enter(cai)), cai), 0);
    assert.equal(scoreOf(begun({ lateJoin: "average" }).when(enter(cai)), cai), 0, "there is nothing to share yet");
    let over = played({ lateJoin: "average" });
    for (let n = 0; n < 2; n++) over = next(over).when({ type: "skip" });
    assert.equal(scoreOf(over.when(enter(cai)), cai), 0, "they played nothing");
  });

  it("[L2] watches, where the game is closed", () => {
    const story = played({ lateJoin: "closed" });
    assert.deepEqual(story.events(enter(cai)), []);
    const open = next(story);
    open.rejects(answer(cai, 0, "q2"), "not_a_player");
    assert.deepEqual(quiz.own?.(open.state, cai), { watching: true });
    assert.equal(quiz.view(open.state).players.has(cai), false);
    assert.equal(right(right(open, ana), ben).state.phase.name, "reveal", "nobody waits for them");
  });

  it("[L3] keeps what they had when they were there before", () => {
    for (const lateJoin of ["average", "closed"]) {
      const back = played({ lateJoin }).when({ type: "depart", player: ana, gone: true }).when(enter(ana));
      assert.equal(scoreOf(back, ana), 1000);
      assert.equal(scoreOf(right(next(back), ana).when({ type: "skip" }), ana), 2100);
    }
  });
});

function setupOf(): GameSetup {
  return {
    id: "game" as GameSetup["id"],
    questions: questions(3),
    more: 0,
    count: 3,
    seconds: 10,
    players: [ana, ben].map((id) => ({ id, name: id, bot: false })),
    options: {},
    seed: "seed",
    timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  };
}
