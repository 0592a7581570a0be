import assert from "node:assert/strict";
import fc from "fast-check";
import type { GameCommand } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { pointsFor } from "../../src/games/quiz/scoring.ts";
import { correct } from "../../src/standings/correct.ts";
import { ana, answer, ben, givenQuiz, keyOf, opened, questions, tick, wrongOf } from "../support/quiz.ts";

type Story = ReturnType<typeof givenQuiz>;
const phaseOf = ({ state }: Story) => state.phase.name;
const scoreOf = (story: Story, player: PlayerId) => quiz.view(story.state).players.get(player)?.score;
const strike = (question: string): GameCommand => ({ type: "correct", question, key: null });
const rekey = (question: string, key: number): GameCommand => ({ type: "correct", question, key });
const extend = (from: number, count: number, last: boolean): GameCommand => ({
  type: "extend",
  questions: questions(from + count).slice(from),
  last,
});

/** Ana answers right and Ben wrong, each at once, to as many questions. */
const played = (count: number, of = count): Story => {
  let story = givenQuiz({ questions: questions(of) }).at(opened, tick);
  for (let n = 1; n <= count; n++) {
    story = story.when(answer(ana, keyOf(story.state), `q${n}`)).when(answer(ben, wrongOf(story.state), `q${n}`));
    assert.equal(phaseOf(story), "reveal");
    if (n < count) story = story.at(story.now + 9000, tick);
  }
  return story;
};

describe("a quiz that begins before all its questions are there", () => {
  it("[Q7] counts them from the start and asks them as they come", () => {
    const begun = givenQuiz({ questions: questions(1), more: 2 }).at(opened, tick);
    assert.equal(quiz.view(begun.state).total, 3);
    const longer = begun.when(extend(1, 1, false)).when(extend(2, 1, true));
    assert.equal(quiz.view(longer.state).total, 3);
    const last = longer.at(opened + 2 * 19_000, tick);
    assert.equal(quiz.view(last.state).number, 3);
    assert.equal(phaseOf(last.at(opened + 3 * 19_000, tick)), "podium");
  });

  it("[Q7] waits on the scores for the next one, and ends when no more come", () => {
    const waiting = givenQuiz({ questions: questions(1), more: 2 }).at(opened + 60_000, tick);
    assert.equal(phaseOf(waiting), "scores");
    const goesOn = waiting.when(extend(1, 1, false));
    assert.equal(phaseOf(goesOn.at(waiting.now + 4000, tick)), "question");
    const ends = waiting.when({ type: "extend", questions: [], last: true });
    assert.equal(quiz.view(ends.state).total, 1);
    const over = ends.at(waiting.now + 4000, tick);
    assert.deepEqual(quiz.result(over.state)?.counts, true);
  });

  it("[Q7] takes no question twice and no more than were announced", () => {
    const begun = givenQuiz({ questions: questions(1), more: 2 });
    assert.deepEqual(begun.events(extend(0, 1, false)), []);
    assert.equal(quiz.view(begun.when(extend(1, 5, false)).state).total, 3);
    assert.deepEqual(givenQuiz().events(extend(2, 1, true)), []);
  });
});

describe("a question of a quiz that was wrong", () => {
  it("[P6] counts for nobody once it is struck out, as though it had never been asked", () => {
    const two = played(2);
    assert.equal(scoreOf(two, ana), 2100);
    const struck = two.when(strike("q1"));
    assert.equal(scoreOf(struck, ana), 1000, "no streak over what was never asked");
    assert.equal(quiz.record(struck.state)[0]?.struck, true);
    assert.deepEqual(struck.events(strike("q1")), [], "once is enough");
  });

  it("[P6] is scored again by its right key", () => {
    const one = played(1);
    const key = wrongOf(one.state);
    const mended = one.when(rekey("q1", key));
    assert.deepEqual([scoreOf(mended, ana), scoreOf(mended, ben)], [0, 1000]);
    assert.equal(quiz.view(mended.state).reveal?.key, key);
    assert.deepEqual(quiz.viewFor(mended.state, ben).result, {
      question: "q1",
      choice: key,
      key,
      right: true,
      points: 1000,
      total: 1000,
      streak: 1,
      rank: 1,
    });
  });

  it("[P6] is over at once when it is struck out while it is open", () => {
    const open = givenQuiz().at(opened, tick).when(answer(ana, 0));
    const over = open.when(strike("q1"), opened + 500);
    assert.equal(phaseOf(over), "reveal");
    assert.equal(quiz.view(over.state).reveal?.struck, true);
    assert.deepEqual([scoreOf(over, ana), scoreOf(over, ben)], [0, 0]);
    assert.equal(over.state.players.get(ana)?.time, 0);
    open.rejects(strike("q2"), "wrong_question");
    open.rejects(strike("q9"), "wrong_question");
    open.rejects(rekey("q1", 4), "no_such_choice");
    givenQuiz()
      .at(opened + 60_000, tick)
      .rejects(strike("q1"), "wrong_phase");
  });

  it("[P6] is told to each player with their new points", () => {
    const one = played(1);
    const [event] = one.events(strike("q1"));
    assert(event !== undefined);
    const told = quiz.notices(event, quiz.evolve(one.state, event));
    assert.deepEqual(
      told.map(({ player, payload }) => [player, (payload as { data: { total: number } }).data.total]),
      [
        [ana, 0],
        [ben, 0],
      ],
    );
  });

  it("[P6] makes during the game what the same correction makes afterwards", () => {
    const choices = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        choices,
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.integer({ min: 0, max: 3 })),
        (given, n, key) => {
          let story = givenQuiz({ questions: questions(4) }).at(opened, tick);
          given.forEach(([first, second], index) => {
            story = story
              .when(answer(ana, first, `q${index + 1}`), story.now + 700)
              .when(answer(ben, second, `q${index + 1}`));
            if (index < 3) story = story.at(story.now + 9000, tick);
          });
          const during = story.when({ type: "correct", question: `q${n}`, key }).at(story.now + 9000, tick);
          const result = quiz.result(during.state);
          const plain = story.at(story.now + 9000, tick);
          const past = {
            game: "g",
            lobby: "l",
            mode: "quiz",
            topic: "",
            at: 0,
            seq: 1,
            corrections: [],
            detail: quiz.record(plain.state),
            lines: (quiz.result(plain.state)?.standings ?? []).map((line) => ({
              ...line,
              name: line.player as string,
              kind: "human" as const,
            })),
          };
          const question = story.state.questions[n - 1]?.id;
          assert(question !== undefined);
          const fault = key === null ? { strike: true as const } : { key };
          const after = correct(
            past,
            { question, by: "staff", at: 0, ...fault },
            ({ time, limit, streak }) => pointsFor(time, limit) + (streak < 2 ? 0 : Math.min(500, (streak - 1) * 100)),
          );
          assert(after.ok);
          const sums = (lines: readonly { player: PlayerId; score: number; right: number; rank: number }[] = []) =>
            new Map(lines.map(({ player, score, right, rank }) => [player, { score, right, rank }]));
          assert.deepEqual(sums(result?.standings), sums(after.game.lines));
        },
      ),
      { numRuns: 100 },
    );
  });
});
