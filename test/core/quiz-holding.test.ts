import assert from "node:assert/strict";
import fc from "fast-check";
import type { GameCommand } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { ana, answer, ben, cai, givenQuiz, keyOf, opened, tick, wrongOf } from "../support/quiz.ts";

const hold = (player: PlayerId, choice: number, question = "q1"): GameCommand => ({
  type: "play",
  player,
  message: { type: "answer", question, choice, hold: true },
});

describe("quiz: spoken answers", () => {
  const open = givenQuiz().at(opened, tick);
  const right = keyOf(open.state);
  /** The time of an answer given `later` ms after the opening, with something held before. */
  const timeOf = (choice: number, later: number, ...holds: readonly (readonly [number, number])[]) => {
    const story = holds.reduce((before, [what, at]) => before.when(hold(ana, what), opened + at), open);
    const [event] = story.events(answer(ana, choice), opened + later);
    return event?.type === "answered" ? event.time : undefined;
  };

  it("[A8] take the time until they were held, when just that is answered", () => {
    assert.equal(timeOf(right, 5500, [right, 4000]), 4000);
    assert.equal(timeOf(right, 4300, [right, 4000]), 4000, "sent at once");
    const story = open.when(hold(ana, right), opened + 4000).when(answer(ana, right), opened + 5500);
    const points = (told: typeof story) => quiz.view(told.when({ type: "skip" }).state).players.get(ana)?.score;
    assert.equal(points(story), 800);
    assert.equal(points(open.when(answer(ana, right), opened + 5500)), 725, "the same with nothing held");
  });

  it("get no more than 1500 ms back, and nothing for another choice or a second hold", () => {
    assert.equal(timeOf(right, 9000, [right, 100]), 7500);
    assert.equal(timeOf(right, 5500, [wrongOf(open.state), 4000]), 5500);
    assert.equal(timeOf(right, 5500, [wrongOf(open.state), 100], [right, 4000]), 5500);
    assert.equal(timeOf(right, 5500, [right, 4500], [right, 4600]), 4500);
  });

  it("never gain more than 1500 ms, nor fall before they were held, whatever is held", () => {
    const moment = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 4 }), moment, (some, [choice, at]) => {
        const holds = some.filter(([, when]) => when <= at).toSorted(([, one], [, other]) => one - other);
        const time = timeOf(choice, at, ...holds) ?? Infinity;
        assert(time <= at && time >= at - 1500, `${time} of ${at}`);
        if (time !== at) assert(holds[0]?.[0] === choice && time >= holds[0][1]);
      }),
      { numRuns: 200 },
    );
  });

  it("show nothing and count for nothing while they are only held", () => {
    const held = open.when(hold(ana, right), 4000);
    assert.deepEqual(quiz.view(held.state), quiz.view(open.state));
    assert.deepEqual(quiz.viewFor(held.state, ana), { answer: null, result: null });
    // Everybody else has answered: it stays open for who holds, and closes without them when the time is over.
    const waiting = held.when(answer(ben, right), 4100);
    assert.equal(quiz.view(waiting.state).phase, "question");
    assert.equal(quiz.view(held.at(13_000, tick).state).players.get(ana)?.score, 0);
    const next = held.when({ type: "skip" }).when({ type: "skip" }).when({ type: "skip" });
    const [event] = next.events(answer(ana, 0, "q2"), 9000);
    assert(event?.type === "answered" && event.time === 5000, "a hold ends with its question");
  });

  it("are refused as answers are", () => {
    open.rejects(hold(cai, 0), "not_a_player");
    open.rejects(hold(ana, 0, "q2"), "wrong_question");
    open.rejects(hold(ana, 4), "no_such_choice");
    open.rejects(hold(ana, 0), "too_late", 13_000);
    open.when(answer(ana, 0)).rejects(hold(ana, 0), "already_answered");
  });
});
