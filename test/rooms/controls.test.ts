import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { questionOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";

describe("the owner's controls", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let ann: Seat;
  let bob: Seat;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Ann");
  });
  after(() => app.close());
  beforeEach(async () => {
    const code = await makeLobby(owner, { count: 3, seconds: 5 });
    ann = await enter(owner, code);
    bob = await enter(await guest(app, "Bob"), code);
    await ann.ask("start");
    await bob.sees("a question", ({ game }) => game.phase === "question");
  });

  it("pause: the clock stands, nothing can be answered, and resume gives the time back", async () => {
    const endsAt = bob.state.game.phaseEndsAt;
    await ann.ask("pause");
    await bob.sees("the pause", ({ game }) => game.paused);
    const { remainingMs } = bob.state.game;
    assert.ok(remainingMs > 0 && remainingMs <= 5000, `${remainingMs} ms left`);
    assert.equal(await refusalOf(bob.ask("answer", { question: questionOf(bob).id, choice: 0 })), "wrong_phase");
    assert.equal(await refusalOf(ann.ask("pause")), "wrong_phase");
    await ann.ask("resume");
    await bob.sees("the resumption", ({ game }) => !game.paused);
    assert.ok(bob.state.game.phaseEndsAt > endsAt);
    assert.equal(bob.state.game.remainingMs, 0);
    assert.equal(await refusalOf(ann.ask("resume")), "wrong_phase");
    await bob.ask("answer", { question: questionOf(bob).id, choice: 0 });
  });

  it("skip: the question is revealed at once", async () => {
    await ann.ask("skip");
    await bob.sees("the reveal", ({ game }) => game.phase === "reveal");
    const { key, counts, explanation } = bob.state.game.reveal;
    assert.equal((await bob.hears("result")).key, key);
    assert.deepEqual([...counts], [0, 0, 0, 0]);
    assert.notEqual(explanation, "");
  });

  it("stop: the podium at once, and the game does not count", async () => {
    await bob.ask("answer", { question: questionOf(bob).id, choice: 0 });
    await ann.ask("stop");
    await bob.sees("the podium", ({ game, status }) => game.phase === "podium" && status === "completed");
    const { data } = await owner.client.http.get("/api/leaderboard");
    assert.deepEqual((data as { entries: object[] }).entries, []);
    assert.equal(await refusalOf(ann.ask("skip")), "no_game");
  });

  it("are the owner's alone", async () => {
    for (const control of ["pause", "resume", "skip", "stop"] as const) {
      assert.equal(await refusalOf(bob.ask(control)), "not_owner");
    }
    assert.equal(bob.phase, "question");
  });
});
