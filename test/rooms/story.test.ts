import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { askFor, mineOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";

type Own = { readonly mine?: readonly number[] } | null;
type Told = { readonly opening: string; readonly lines: readonly { readonly player: string; readonly text: string }[] };
type Kept = { readonly story?: { readonly lines: readonly { readonly player: string; readonly text: string }[] } };

const storyOf = (seat: Seat): Told => JSON.parse(seat.state.game.more.get("story") ?? "{}") as Told;
const ownOf = (seat: Seat) => mineOf(seat)?.own as Own | undefined;

describe("a story, written", function () {
  this.timeout(120_000);
  let app: TestApp;
  let [annOne, bobOne]: Person[] = [];

  before(async () => {
    app = await startApp();
    [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  it("goes round with bots, is voted on and kept; who dropped comes back to it, and who goes for good takes their words along", async () => {
    const settings = { mode: "story", options: { sentences: 4 }, bots: 2 };
    const code = await makeLobby(annOne as Person, settings);
    const ann = await enter(annOne as Person, code);
    let bob = await enter(bobOne as Person, code);
    await ann.sees("the bots", ({ players }) => players.size === 4);
    await ann.ask("start");

    const writers = new Map([
      [annOne?.id as string, "Ann wrote a line."],
      [bobOne?.id as string, "Bob wrote a line."],
    ]);
    bob.room.connection.close();
    await ann.sees("that he has gone", ({ players }) => players.get((bobOne as Person).id)?.connected === false);
    bob = await enter(bobOne as Person, code);
    const write = async (seat: Seat, id: string) => {
      const ask = (await askFor(seat, "sentence")).id;
      await seat.ask("move", { ask, text: writers.get(id) });
    };
    await Promise.all([write(ann, annOne?.id as string), write(bob, bobOne?.id as string)]);
    await bob.sees("the vote", ({ game }) => game.phase === "choosing");
    assert.equal(storyOf(bob).lines.length, 4);
    assert(storyOf(bob).lines.every(({ text }) => text.length > 5));
    for (const seat of [ann, bob]) {
      const ask = (await askFor(seat, "vote")).id;
      const mine = ownOf(seat)?.mine ?? [];
      assert.equal(await refusalOf(seat.ask("move", { ask, choice: mine[0] })), "own_work");
      await seat.ask("move", { ask, choice: [0, 1, 2, 3].find((choice) => !mine.includes(choice)) });
    }
    await ann.sees("the end", ({ status, game }) => status === "completed" && game.phase === "podium");
    const { id } = ann.state.game;
    const read = async () => {
      const { data } = await (annOne as Person).client.http.get(`/api/games/${id}/summary`);
      return (data as Kept).story?.lines.map(({ text }) => text) ?? [];
    };
    assert.deepEqual(await read(), [storyOf(ann).opening, ...storyOf(ann).lines.map(({ text }) => text)]);

    await (bobOne as Person).client.http.post("/api/me/delete", { body: {} });
    assert((await read()).includes("Ann wrote a line.") && !(await read()).includes("Bob wrote a line."));
    await ann.sees("the gap", () => !JSON.stringify(storyOf(ann)).includes("Bob"));
    assert.deepEqual(app.errors, []);
  });
});
