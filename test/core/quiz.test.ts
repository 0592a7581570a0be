import assert from "node:assert/strict";
import { quiz } from "../../src/games/quiz/index.ts";
import {
  ana,
  answer,
  ben,
  cai,
  givenQuiz,
  keyOf,
  opened,
  questions,
  startedQuiz,
  tick,
  wrongOf,
  enter,
} from "../support/quiz.ts";

const phaseOf = (story: { readonly state: Parameters<typeof quiz.view>[0] }) => quiz.view(story.state).phase;

describe("quiz: the loop", () => {
  it("[Q1] goes countdown, question, reveal, scores for each question, then podium", () => {
    const phases: string[] = [];
    for (let now = 0; now <= 60_000; now += 500) {
      const { state } = givenQuiz().at(now, tick);
      const { phase, number } = quiz.view(state);
      const name = `${phase} ${number}`;
      if (phases.at(-1) !== name) phases.push(name);
    }
    assert.deepEqual(phases, [
      "countdown 0",
      "question 1",
      "reveal 1",
      "scores 1",
      "question 2",
      "reveal 2",
      "scores 2",
      "podium 2",
    ]);
  });

  it("[Q2] gives each phase its time", () => {
    const story = givenQuiz();
    const ends = [0, opened, 13_000, 18_000, 22_000].map((now) => quiz.view(story.at(now, tick).state).phaseEndsAt);
    assert.deepEqual(ends, [3000, 13_000, 18_000, 22_000, 32_000]);
  });

  it("[Q3] closes a question when every connected player has answered", () => {
    const open = givenQuiz().at(opened, tick);
    const one = open.when(answer(ana, 0), 4000);
    assert.equal(phaseOf(one), "question");
    assert.equal(phaseOf(one.when(answer(ben, 1), 4500)), "reveal");
  });

  it("[Q4] skips the current phase, and nothing on the podium", () => {
    let story = givenQuiz();
    const seen: string[] = [];
    for (let i = 0; i < 7; i++) {
      story = story.when({ type: "skip" }, 100);
      seen.push(phaseOf(story));
    }
    assert.deepEqual(seen, ["question", "reveal", "scores", "question", "reveal", "scores", "podium"]);
    story.rejects({ type: "skip" }, "wrong_phase");
  });

  it("[Q5] stops at once, and a stopped game does not count", () => {
    const story = givenQuiz().at(opened, tick).when({ type: "stop" });
    assert.equal(phaseOf(story), "podium");
    assert.equal(quiz.result(story.state)?.counts, false);
    assert.equal(quiz.result(givenQuiz().at(60_000, tick).state)?.counts, true);
    story.rejects({ type: "stop" }, "wrong_phase");
  });

  it("[Q6] gives a phase its whole time when the server was late", () => {
    const late = givenQuiz().when(tick, 9000);
    assert.equal(phaseOf(late), "question");
    assert.equal(quiz.view(late.state).phaseEndsAt, 19_000);
  });
});

describe("quiz: answering", () => {
  const open = givenQuiz().at(opened, tick);

  it("[A1] takes answers of its players while a question is open, and no others", () => {
    open.rejects(answer(cai, 0), "not_a_player");
    givenQuiz().rejects(answer(ana, 0), "no_open_question", 100);
    givenQuiz()
      .at(20_000, tick)
      .rejects(answer(ana, 0, "q2"), "no_open_question");
    assert.deepEqual(open.events(answer(ana, 2), 3700), [
      { type: "answered", player: ana, question: "q1", choice: 2, time: 700 },
    ]);
  });

  it("[A2] takes answers to the open question alone", () => {
    open.rejects(answer(ana, 0, "q2"), "wrong_question");
    givenQuiz()
      .at(22_000, tick)
      .rejects(answer(ana, 0, "q1"), "wrong_question");
  });

  it("[A3] takes a choice that the question has", () => {
    open.rejects(answer(ana, 4), "no_such_choice");
    open.rejects(answer(ana, 99), "no_such_choice");
  });

  it("[A4] is too late from the closing instant on", () => {
    assert.equal(open.events(answer(ana, 0), 12_999).length, 1);
    open.rejects(answer(ana, 0), "too_late", 13_000);
    open.at(13_000, tick).rejects(answer(ana, 0), "too_late");
  });

  it("[A5] takes one answer, for good", () => {
    const answered = open.when(answer(ana, 1));
    answered.rejects(answer(ana, 1), "already_answered");
    answered.rejects(answer(ana, 2), "already_answered");
  });

  it("[A6] shows no key, counts or points before the reveal", () => {
    const { state } = open.when(answer(ana, keyOf(open.state)), 3700);
    const shown = quiz.view(state);
    assert.equal(shown.reveal, undefined);
    assert.equal(shown.players.get(ana)?.score, 0);
    assert.equal(shown.players.get(ana)?.answered, true);
    assert.deepEqual(Object.keys(shown.question ?? {}).toSorted(), [
      "category",
      "choices",
      "difficulty",
      "id",
      "image",
      "prompt",
    ]);
    const revealed = quiz.view(open.at(13_000, tick).state).reveal;
    assert.equal(revealed?.key, keyOf(open.state));
    assert.equal(revealed?.explanation, "because 1");
  });

  it("[A7] shuffles the choices once, from the seed", () => {
    const many = { questions: questions(400) };
    assert.deepEqual(startedQuiz(many).questions, startedQuiz(many).questions);
    assert.notDeepEqual(startedQuiz(many).questions, startedQuiz({ ...many, seed: "other" }).questions);
    const places = [0, 0, 0, 0];
    for (const { choices, key } of startedQuiz(many).questions) {
      assert.match(choices[key] ?? "", /^right/);
      places[key] = (places[key] ?? 0) + 1;
    }
    // Chi-square with 3 degrees of freedom: below 16.3 at p > .001.
    assert(places.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0) < 16.3, String(places));
  });
});

describe("quiz: points", () => {
  const open = givenQuiz({ questions: questions(8) }).at(opened, tick);
  const scoreAfter = (ms: number) =>
    quiz.view(open.when(answer(ana, keyOf(open.state)), opened + ms).when({ type: "skip" }).state).players.get(ana)
      ?.score;

  it("[P1] gives round(1000 · (1 − t/T/2)), and all of it before half a second", () => {
    assert.deepEqual([0, 499, 500, 1234, 5000, 9999].map(scoreAfter), [1000, 1000, 975, 938, 750, 500]);
  });

  it("[P2] gives nothing for a wrong or missing answer, which ends the streak", () => {
    const first = open.when(answer(ana, keyOf(open.state)), opened).when({ type: "skip" });
    assert.equal(first.state.players.get(ana)?.streak, 1);
    const second = first.when({ type: "skip" }).when({ type: "skip" });
    const wrong = second.when(answer(ana, wrongOf(second.state), "q2")).when({ type: "skip" });
    const missing = second.when({ type: "skip" });
    for (const story of [wrong, missing]) {
      assert.equal(story.state.players.get(ana)?.streak, 0);
      assert.equal(story.state.players.get(ana)?.score, 1000);
    }
  });

  it("[P3] adds 100 a step from the second right answer in a row, at most 500", () => {
    let story = open;
    const gains: number[] = [];
    for (let n = 1; n <= 8; n++) {
      const before = story.state.players.get(ana)?.score ?? 0;
      story = story.when(answer(ana, keyOf(story.state), `q${n}`)).when({ type: "skip" });
      gains.push((story.state.players.get(ana)?.score ?? 0) - before);
      story = story.when({ type: "skip" }).when({ type: "skip" });
    }
    assert.deepEqual(gains, [1000, 1100, 1200, 1300, 1400, 1500, 1500, 1500]);
  });

  it("[P4] ranks by points, right answers, less time; equals share a rank", () => {
    const { state } = open;
    const standing = (score: number, right: number, time: number) =>
      ({ score, right, time, streak: 0, presence: "here" }) as const;
    const ranked = (a: ReturnType<typeof standing>, b: ReturnType<typeof standing>) =>
      [
        ...quiz.view({
          ...state,
          players: new Map([
            [ana, a],
            [ben, b],
          ]),
        }).players,
      ].map(([id, { rank }]) => `${id} ${rank}`);
    assert.deepEqual(ranked(standing(1, 9, 0), standing(2, 0, 9)), ["ben 1", "ana 2"]);
    assert.deepEqual(ranked(standing(2, 1, 0), standing(2, 2, 9)), ["ben 1", "ana 2"]);
    assert.deepEqual(ranked(standing(2, 2, 9), standing(2, 2, 8)), ["ben 1", "ana 2"]);
    assert.deepEqual(ranked(standing(2, 2, 9), standing(2, 2, 9)), ["ana 1", "ben 1"]);
    const missed = open.when(answer(ana, wrongOf(open.state)), 5000).when({ type: "skip" }).state.players;
    assert.deepEqual([missed.get(ana)?.time, missed.get(ben)?.time], [2000, 10_000]);
  });

  it("[P5] keeps points through dropping, leaving and coming back", () => {
    let story = open.when(answer(ana, keyOf(open.state)), opened).when({ type: "skip" });
    for (const gone of [false, true]) {
      story = story.when({ type: "depart", player: ana, gone }).when(enter(ana));
      assert.equal(quiz.view(story.state).players.get(ana)?.score, 1000);
    }
  });
});

describe("quiz: coming and going", () => {
  const open = givenQuiz().at(opened, tick);

  it("[C1] lets a late player answer the open question", () => {
    const story = open
      .when(enter(cai))
      .when(answer(cai, keyOf(open.state)), 8000)
      .when({ type: "skip" });
    assert.equal(quiz.view(story.state).players.get(cai)?.score, 750);
  });

  it("[C2] lists nobody who left for good, until they return", () => {
    const left = open.when({ type: "depart", player: ana, gone: true });
    assert.deepEqual([...quiz.view(left.state).players.keys()], [ben]);
    left.rejects(answer(ana, 0), "not_a_player");
    assert.equal(quiz.view(left.when(enter(ana)).state).players.size, 2);
  });

  it("[C3] waits for nobody who is not connected", () => {
    const alone = open.when({ type: "depart", player: ben, gone: false });
    assert.equal(phaseOf(alone), "question");
    assert.equal(phaseOf(alone.when(answer(ana, 0))), "reveal");
    assert.equal(phaseOf(open.when(answer(ana, 0)).when({ type: "depart", player: ben, gone: false })), "reveal");
    const nobody = alone.when({ type: "depart", player: ana, gone: false });
    assert.equal(phaseOf(nobody), "question");
  });

  it("tells each player their own result when the question closes, and on return", () => {
    const closing = open.when(answer(ana, keyOf(open.state)), opened).when(answer(ben, wrongOf(open.state)), 4000);
    const closed = open
      .when(answer(ana, keyOf(open.state)), opened)
      .events(answer(ben, wrongOf(open.state)), 4000)
      .at(-1);
    assert(closed?.type === "closed");
    const told = quiz.notices(closed, closing.state);
    assert.deepEqual(
      told.map(({ player, type }) => [player, type]),
      [
        [ana, "result"],
        [ben, "result"],
      ],
    );
    assert.deepEqual(told[0]?.payload, {
      question: "q1",
      choice: keyOf(open.state),
      key: keyOf(open.state),
      right: true,
      points: 1000,
      total: 1000,
      streak: 1,
      rank: 1,
    });
    assert.deepEqual(quiz.viewFor(closing.state, ana).result, told[0]?.payload);
    const waiting = open.when(answer(ana, 3));
    assert.deepEqual(quiz.viewFor(waiting.state, ana), { answer: { question: "q1", choice: 3 }, result: null });
    assert.deepEqual(quiz.viewFor(waiting.state, ben), { answer: null, result: null });
  });
});
