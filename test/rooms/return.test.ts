import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { cut } from "../support/cut.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { questionOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

describe("coming back", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let bobby: Person;
  let code: string;
  let ann: Seat;
  let bob: Seat;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Ann");
    bobby = await guest(app, "Bob");
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));
  beforeEach(async () => {
    code = await makeLobby(owner, { count: 5, seconds: 60 });
    ann = await enter(owner, code);
    bob = await enter(bobby, code);
  });

  /** Plays until Bob has points, then opens the next question and has Bob answer it. Gives points and answer. */
  const inTheMiddle = async () => {
    await ann.ask("start");
    for (let number = 1; ; number++) {
      await bob.sees("a question", ({ game }) => game.phase === "question" && game.number === number);
      const answer = { question: questionOf(bob).id, choice: number % 2 };
      await bob.ask("answer", answer);
      const points = bob.state.players.get(bobby.id)?.score ?? 0;
      if (points > 0 || number === 5) return { points, answer };
      await ann.ask("skip");
      await ann.sees("what follows", ({ game }) => game.phase !== "question");
    }
  };

  const assertSame = async (seat: Seat, { points, answer }: Awaited<ReturnType<typeof inTheMiddle>>) => {
    const you = seat.all("you").at(-1);
    assert.deepEqual([you?.player, you?.answer, you?.result], [bobby.id, answer, null]);
    await ann.sees("Bob back", ({ players }) => players.get(bobby.id)?.connected === true && players.size === 2);
    const own = () => seat.state.players.get(bobby.id);
    await seat.sees("himself back", () => own()?.connected && own()?.answered);
    assert.equal(own()?.score, points);
    assert.equal(questionOf(seat).id, answer.question);
    assert.deepEqual(questionOf(seat), questionOf(ann));
    assert.equal(await refusalOf(seat.ask("answer", answer)), "already_answered");
  };

  it("by the SDK's own reconnection: the same seat, points and open question", async () => {
    const middle = await inTheMiddle();
    Object.assign(bob.room.reconnection, { enabled: true, minUptime: 0, delay: 150, minDelay: 150 });
    let back = false;
    bob.room.onReconnect(() => (back = true));
    const { info } = console;
    console.info = () => {};
    cut(code, bob);
    await ann.sees("Bob away", ({ players }) => players.get(bobby.id)?.connected === false);
    await until("the reconnection", () => back && bob.all("you").length === 2);
    console.info = info;
    await assertSame(bob, middle);
  });

  it("by joining again with the same token: the same seat, points and open question", async () => {
    const middle = await inTheMiddle();
    cut(code, bob);
    await ann.sees("Bob away", ({ players }) => players.get(bobby.id)?.connected === false);
    await assertSame(await enter(bobby, code), middle);
  });

  it("by joining again before the server has noticed", async () => {
    const middle = await inTheMiddle();
    const again = await enter(bobby, code);
    assert.equal(await bob.closes(), closeCodes.moved);
    await assertSame(again, middle);
  });

  it("with the result, when the question is over meanwhile", async () => {
    const { answer } = await inTheMiddle();
    cut(code, bob);
    await ann.sees("Bob away", ({ players }) => players.get(bobby.id)?.connected === false);
    await Promise.all([ann.ask("skip"), ann.ask("pause")]);
    const again = await enter(bobby, code);
    const { result, answer: own } = again.all("you")[0] ?? {};
    assert.deepEqual([own, result?.question, result?.choice], [answer, answer.question, answer.choice]);
    assert.equal(again.phase, "reveal");
    assert.equal(result?.total, ann.state.players.get(bobby.id)?.score);
  });
});
