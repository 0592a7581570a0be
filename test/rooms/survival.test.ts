import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import { nextQuestion, rankingOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

const key = 0;
const questions = markedQuestions(12, () => key);

const partOf = (seat: Seat, name: string): unknown => JSON.parse(seat.state.game.more.get(name) ?? "null");

describe("survival, played", function () {
  this.timeout(120_000);
  let app: TestApp;

  before(async () => {
    app = await startApp({ source: sourceOf(() => questions) });
  });
  after(() => app.close());

  it("takes lives, also of who has dropped, and ends when one is left", async () => {
    const [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
    const options = { lives: "2", comeback: 0 };
    const code = await makeLobby(annOne, { mode: "survival", count: 12, seconds: 5, bots: 2, options });
    const ann = await enter(annOne, code);
    let bob = await enter(bobOne, code);
    await ann.sees("the bots and the questions", ({ players, status }) => players.size === 4 && status === "ready");
    await ann.ask("start");

    const known = new Set<string>();
    const livesOfBob: unknown[] = [];
    for (let asked = await nextQuestion(ann, known); asked !== undefined; asked = await nextQuestion(ann, known)) {
      known.add(asked.id);
      if (known.size === 1) {
        bob.room.connection.close();
        await ann.sees("that he has gone", ({ players }) => players.get(bobOne.id)?.connected === false);
        bob = await enter(bobOne, code);
        assert.equal(bob.phase, "question");
      }
      const { choices } = questions.find(({ id }) => id === asked.id) ?? { choices: [] };
      await ann.ask("answer", { question: asked.id, choice: asked.choices.indexOf(choices[key] ?? "") });
      // He and the bots may say nothing any more, unless they have been faster than this.
      await ann.ask("skip").catch(() => undefined);
      await until("the reveal", () => ann.phase !== "question");
      livesOfBob.push((partOf(ann, "lives") as Record<string, number>)[bobOne.id]);
    }
    await ann.sees("the podium", ({ game }) => game.phase === "podium");
    assert.deepEqual(livesOfBob.slice(0, 2), [1, undefined]);
    const ranking = rankingOf(bob);
    assert.deepEqual([ranking.length, ranking[0]?.id, ranking[0]?.rank], [4, annOne.id, 1]);
    assert((ranking[0]?.score ?? 0) > 1600, "points and 200 for each of three");
    assert(known.size < 12 && !bob.state.game.stopped);
    assert.deepEqual(app.errors, []);
  });
});
