import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { askFor, askOf, rankingOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";

type Buzz = { readonly player: string | null; readonly out: readonly { readonly player: string }[] };

const buzzOf = (seat: Seat): Buzz => JSON.parse(seat.state.game.more.get("buzz") ?? '{"player":null,"out":[]}') as Buzz;

describe("the race, played", function () {
  this.timeout(120_000);
  let app: TestApp;
  let [annOne, bobOne]: Person[] = [];

  before(async () => {
    app = await startApp();
    [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  it("gives the buzz to one, takes it from who drops, and goes to the end", async () => {
    const [annIs, bobIs] = [annOne as Person, bobOne as Person];
    const code = await makeLobby(annIs, { mode: "race", count: 3, seconds: 10, options: { goal: 3 } });
    const ann = await enter(annIs, code);
    let bob = await enter(bobIs, code);
    await ann.sees("the questions", ({ status }) => status === "ready");
    await ann.ask("start");

    const press = async (seat: Seat) => {
      const ask = await askFor(seat, "buzz");
      await seat.ask("move", { ask: ask.id });
    };
    await press(bob);
    await ann.sees("that he has the buzz", () => buzzOf(ann).player === bobIs.id);
    assert.equal(ann.phase, "answering");
    assert.equal(askOf(ann, "buzz"), undefined);
    bob.room.connection.close();
    await ann.sees("that he has lost it", () => buzzOf(ann).out[0]?.player === bobIs.id);
    bob = await enter(bobIs, code);
    assert.equal(askOf(bob, "buzz"), undefined);

    await press(ann);
    const ask = await askFor(ann, "respond");
    await ann.ask("move", { ask: ask.id, choice: 0 });
    const told = await bob.hears("result");
    assert.equal(told.choice, null);
    assert.equal((await ann.hears("result")).points % 1000, 0);
    while (ann.state.status === "in-progress") await ann.ask("skip").catch(() => undefined);
    await ann.sees("the podium", ({ game }) => game.phase === "podium");
    assert.equal(rankingOf(ann).length, 2);
    assert.deepEqual(app.errors, []);
  });

  it("is played by bots alone to its goal or its questions", async () => {
    const one = annOne as Person;
    const code = await makeLobby(one, {
      mode: "race",
      topic: "space",
      count: 5,
      seconds: 20,
      bots: 3,
      options: { goal: 3 },
    });
    const seat = await enter(one, code);
    await seat.sees("the bots and the questions", ({ players, status }) => players.size === 4 && status === "ready");
    await seat.ask("start");
    await seat.sees("the podium", ({ game }) => game.phase === "podium", 25_000);
    const scores = rankingOf(seat).map(({ score }) => score);
    assert.deepEqual(
      scores.filter((score) => score % 1000 !== 0),
      [],
    );
    const best = Math.max(...scores);
    assert(best === 3000 || (best > 0 && best < 3000 && seat.state.game.number === 5), scores.join(" "));
    assert.deepEqual(app.errors, []);
  });
});
