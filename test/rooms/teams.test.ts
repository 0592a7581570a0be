import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, refusalOf } from "../support/people.ts";
import { questionOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Line = { readonly player: string; readonly team: string; readonly text: string };
type TeamShown = { readonly team: string; readonly score: number; readonly captain: string };

const linesOf = (seat: Seat): readonly Line[] =>
  seat.heard.filter(({ type }) => (type as string) === "team_line").map(({ payload }) => payload as Line);
const teamsOf = (seat: Seat): readonly TeamShown[] =>
  JSON.parse(seat.state.game.more.get("teams") ?? "[]") as readonly TeamShown[];

describe("teams, played", function () {
  this.timeout(120_000);
  let app: TestApp;

  before(async () => {
    app = await startApp({ pace: 0.1 });
  });
  after(() => app.close());

  it("goes from the picking of sides to the captains' final; a side's talk is its own", async () => {
    const [one, two, three] = [await guest(app, "Ann"), await guest(app, "Bob"), await guest(app, "Cem")];
    const options = { sides: "picked" };
    const code = await makeLobby(one, { mode: "teams", options, topic: "space", count: 2, seconds: 20, bots: 1 });
    const ann = await enter(one, code);
    let bob = await enter(two, code);
    const cem = await enter(three, code);
    const tv = await enter(await guest(app, "Tv"), code, { as: "screen" });
    await ann.sees("the bot and questions", ({ players, status }) => players.size === 4 && status === "ready");
    await ann.ask("start");
    await Promise.all([ann.hears("mine"), bob.hears("mine"), cem.hears("mine")]);
    assert.equal(ann.phase, "gathering");
    await ann.ask("move", { ask: "side", choice: 0 });
    await bob.ask("move", { ask: "side", choice: 1 });
    await cem.ask("move", { ask: "side", choice: 1 });
    assert.equal(await refusalOf(bob.ask("move", { ask: "side", choice: 3 })), "no_such_choice");
    await ann.ask("skip");
    await ann.sees(
      "the sides",
      ({ game, players }) => game.phase === "countdown" && players.get(one.id)?.team === "red",
    );
    assert.deepEqual([...ann.state.players.values()].map(({ team }) => team).toSorted(), [
      "blue",
      "blue",
      "red",
      "red",
    ]);

    await ann.ask("move", { ask: "team_line", text: "I know this one" });
    assert.equal(await refusalOf(ann.ask("move", { ask: "team_line", text: "kill yourself" })), "blocked");
    await until("her own line", () => linesOf(ann)[0]);
    await bob.ask("move", { ask: "team_line", text: "so do we" });
    assert.equal((await until("his own line", () => linesOf(bob)[0])).text, "so do we");
    assert.deepEqual([linesOf(ann).length, linesOf(bob).length, linesOf(tv).length], [1, 1, 0]);

    await bob.sees("the first question", ({ game }) => game.phase === "question");
    bob.room.connection.close();
    await ann.sees("that he has gone", ({ players }) => players.get(two.id)?.connected === false);
    bob = await enter(two, code);
    assert.equal(bob.state.players.get(two.id)?.team, "blue");
    assert.equal((await until("what his side said", () => linesOf(bob)[0])).text, "so do we");
    for (const seat of [ann, bob, cem]) await seat.ask("answer", { question: questionOf(seat).id, choice: 0 });

    await tv.sees("the final", ({ game }) => game.number === 2 && game.phase === "question");
    const captains = teamsOf(tv).map(({ captain }) => captain);
    assert.equal(captains.length, 2);
    // The final stays open for the captain of the blue, who is a person, until all others have been refused.
    const people = [
      { seat: ann, id: one.id },
      { seat: bob, id: two.id },
      { seat: cem, id: three.id },
    ];
    const final = questionOf(tv).id;
    for (const { seat, id } of people)
      if (!captains.includes(id))
        assert.equal(await refusalOf(seat.ask("answer", { question: final, choice: 1 })), "locked_out");
    for (const { seat, id } of people)
      if (captains.includes(id)) await seat.ask("answer", { question: final, choice: 1 });
    await ann.sees("the end", ({ status }) => status === "completed");
    const ranks = [...ann.state.players.values()].map(({ team, rank }) => `${team} ${rank}`);
    assert.equal(new Set(ranks).size, 2);
    assert.deepEqual(app.errors, []);
  });
});
