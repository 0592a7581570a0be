import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { askFor, mineOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Own = { readonly aliases: readonly string[] };
type Line = { readonly round: number; readonly alias: string; readonly text: string; readonly at: number };
type Unmasked = {
  readonly aliases: readonly { readonly id: string; readonly player: string; readonly bot: boolean }[];
};

const partOf = (seat: Seat, name: string): unknown => {
  const text = seat.state.game.more.get(name);
  return text === undefined ? undefined : JSON.parse(text);
};
const linesOf = (seat: Seat): readonly Line[] =>
  seat.heard.filter(({ type }) => (type as string) === "line").map(({ payload }) => payload as Line);
const ownOf = (seat: Seat) => mineOf(seat)?.own as Own | undefined;

describe("find the bot, played", function () {
  this.timeout(30_000);
  let app: TestApp;
  let [annOne, bobOne]: Person[] = [];
  let [ann, bob]: Seat[] = [];

  before(async () => {
    app = await startApp();
    [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  it("goes from the talk by the vote to the unmasking, with who dropped back under the same alias", async () => {
    const code = await makeLobby(annOne as Person, { mode: "find-the-bot", options: { rounds: 1 }, bots: 2 });
    ann = await enter(annOne as Person, code);
    bob = await enter(bobOne as Person, code);
    const tv = await enter(await guest(app, "Tv"), code, { as: "screen" });
    await ann.sees("the bots", ({ players }) => players.size === 4);
    await ann.ask("start");
    await bob.sees("the talk", ({ game }) => game.phase === "talking");
    assert.equal((partOf(bob, "round") as { aliases: unknown[] }).aliases.length, 4);
    assert.equal(await refusalOf(ann.say("hi, it's Ann")), "hushed");

    const ask = (await until("an ask", () => mineOf(ann as Seat)?.asks[0])).id;
    await ann.ask("move", { ask, text: "hello everybody" });
    assert.equal(await refusalOf(bob.ask("move", { ask, text: "as somebody else" })), "no_such_ask");
    assert.equal(await refusalOf(ann.ask("move", { ask, text: "kill yourself" })), "blocked");
    const alias = ownOf(ann)?.aliases[0];
    for (const seat of [bob, tv]) {
      const { text } = await until("her line", () => linesOf(seat).find((line) => line.alias === alias));
      assert.equal(text, "hello everybody");
    }

    bob.room.connection.close();
    await ann.sees("that he has gone", ({ players }) => players.get((bobOne as Person).id)?.connected === false);
    bob = await enter(bobOne as Person, code);
    assert.equal((await until("her line, told again", () => linesOf(bob as Seat)[0])).round, 1);
    assert.notDeepEqual(ownOf(bob)?.aliases, []);

    await ann.ask("skip");
    for (const seat of [ann, bob]) {
      const vote = await askFor(seat, "suspects");
      await seat.ask("move", { ask: vote.id, number: 0 });
    }
    await ann.sees("everybody's votes", ({ game }) => game.phase !== "voting");
    const unmasked = await until("who was who", () => partOf(tv, "unmasked") as Unmasked | undefined);
    assert.equal(unmasked.aliases.find(({ id }) => id === alias)?.player, (annOne as Person).id);
    assert.equal(unmasked.aliases.length, 4);
    await ann.sees("the end", ({ status, game }) => status === "completed" && game.phase === "podium");
    assert.deepEqual(app.errors, []);
  });

  it("has the bots say something by themselves", async () => {
    const code = await makeLobby(annOne as Person, { mode: "find-the-bot", options: { rounds: 1 }, bots: 3 });
    const seat = await enter(annOne as Person, code);
    await seat.sees("the bots", ({ players }) => players.size === 4);
    await seat.ask("start");
    await until("a line of each bot", () => new Set(linesOf(seat).map(({ alias }) => alias)).size === 3);
    const own = ownOf(seat)?.aliases;
    assert(linesOf(seat).every(({ alias, text }) => !own?.includes(alias) && text.length <= 200));
    await seat.ask("stop");
    assert.deepEqual(app.errors, []);
  });
});
