import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { askFor, mineOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Own = { readonly guess: number | null; readonly points?: number } | null;
const ownOf = (seat: Seat) => mineOf(seat)?.own as Own | undefined;

describe("higher or lower, played", function () {
  this.timeout(120_000);
  let app: TestApp;
  let [annOne, bobOne]: Person[] = [];

  before(async () => {
    app = await startApp();
    [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  it("goes from guess to podium with bots, and who dropped comes back to the open round", async () => {
    const settings = { mode: "higher-or-lower", count: 2, seconds: 20, bots: 2 };
    const code = await makeLobby(annOne as Person, settings);
    const ann = await enter(annOne as Person, code);
    let bob = await enter(bobOne as Person, code);
    await ann.sees("the bots", ({ players }) => players.size === 4);
    await ann.ask("start");

    const first = (await askFor(ann, "guess")).id;
    bob.room.connection.close();
    await ann.sees("that he has gone", ({ players }) => players.get((bobOne as Person).id)?.connected === false);
    bob = await enter(bobOne as Person, code);
    assert.equal((await askFor(bob, "guess")).id, first);
    for (const seat of [ann, bob]) await seat.ask("move", { ask: first, choice: 0 });
    await until("her own guess", () => ownOf(ann)?.guess === 0);
    await ann.sees("the bots' guesses, and the number", ({ game }) => game.phase === "shown");
    const { guessed } = JSON.parse(ann.state.game.more.get("answer") ?? "{}") as { guessed: [number, number] };
    assert.equal(guessed[0] + guessed[1], 4);
    await ann.sees("the second round", ({ game }) => game.number === 2 && game.phase === "guessing");
    await ann.ask("skip");
    await ann.sees("the end", ({ status, game }) => status === "completed" && game.phase === "podium");

    const scores = [...ann.state.players.values()].map(({ score }) => score);
    assert(Math.max(...scores) >= 500, "somebody was right");
    assert.deepEqual(app.errors, []);
  });
});
