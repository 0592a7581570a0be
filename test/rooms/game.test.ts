import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { nextQuestion, type Played, playOn, rankingOf } from "../support/play.ts";
import { assertResults } from "../support/results.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Entry = { readonly rank: number; readonly player: string; readonly score: number; readonly games: number };

describe("two people and two bots", function () {
  this.timeout(120_000);
  const seconds = 3;
  let app: TestApp;
  let people: readonly [Person, Person];
  let ann: Seat;
  let bob: Seat;
  let played: readonly [Played[], Played[]];

  before(async () => {
    app = await startApp();
    people = [await guest(app, "Ann"), await guest(app, "Bob")];
    const code = await makeLobby(people[0], { topic: "space", count: 10, seconds, bots: 2 });
    ann = await enter(people[0], code);
    bob = await enter(people[1], code.toLowerCase());
    await ann.sees("all four and their questions", (state) => state.players.size === 4 && state.status === "ready");
    await ann.ask("start");
    const lateOnce = async (choices: readonly string[], number: number) => {
      if (number === 3)
        await until("most of a second to pass", () => app.services.now() > bob.state.game.phaseEndsAt - 2200);
      return choices.length - 1;
    };
    played = await Promise.all([
      playOn(ann, seconds, () => 0),
      playOn(bob, seconds, ({ choices }, number) => lateOnce(choices, number)),
    ]);
    await bob.sees("the end", ({ status }) => status === "completed");
    await ann.sees("the end", ({ status }) => status === "completed");
  });
  after(() => app.close());

  const entriesOf = async (kind: string): Promise<Entry[]> => {
    const { data } = await people[0].client.http.get("/api/leaderboard", { query: { kind } });
    return (data as { entries: Entry[] }).entries;
  };

  it("play ten questions, the same for both", () => {
    assert.equal(played[0].length, 10);
    assert.deepEqual(
      played[0].map(({ asked }) => asked),
      played[1].map(({ asked }) => asked),
    );
    assert.equal(new Set(played[0].map(({ asked }) => asked.id)).size, 10);
  });

  it("are told each result once, and it adds up", () => {
    assertResults(ann, seconds, played[0]);
    assertResults(bob, seconds, played[1]);
  });

  it("see the same final ranking", () => {
    const ranking = rankingOf(ann);
    assert.deepEqual(rankingOf(bob), ranking);
    assert.deepEqual(
      ranking.map(({ score }) => score),
      ranking.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    assert.equal(ranking[0]?.rank, 1);
  });

  it("hear the same from /score, to the asker alone", async () => {
    await ann.say("/score");
    const { data } = await ann.hears("notice", ({ code }) => code === "score");
    const { score, rank } = ann.state.players.get(people[0].id) ?? { score: -1, rank: -1 };
    assert.deepEqual(data, { score, rank, of: 4 });
    assert.equal(
      bob.all("notice").some(({ code }) => code === "score"),
      false,
    );
  });

  it("find themselves on the boards, people and bots apart", async () => {
    for (const kind of ["human", "bot"]) {
      const lines = rankingOf(ann).filter((player) => player.kind === kind);
      const entries = await entriesOf(kind);
      const byId = (all: { id: string; score: number }[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      assert.deepEqual(
        byId(entries.map(({ player, score }) => ({ id: player, score }))),
        byId(lines.map(({ id, score }) => ({ id, score }))),
      );
      assert.ok(entries.every(({ games }) => games === 1));
    }
    await bob.say("/leaderboard");
    const { data } = await bob.hears("notice", ({ code }) => code === "leaderboard");
    assert.deepEqual((data as { entries: Entry[] }).entries, await entriesOf("human"));
  });

  it("play again in the same lobby without a question they had", async () => {
    const before = new Set(played[0].map(({ asked }) => asked.id));
    await ann.ask("start");
    const again = new Set<string>();
    await ann.sees("the second game", ({ status, game }) => status === "in-progress" && game.number < 2);
    for (let asked = await nextQuestion(ann, again); asked; asked = await nextQuestion(ann, again)) {
      again.add(asked.id);
      await ann.ask("skip");
    }
    assert.equal(again.size, 10);
    assert.deepEqual(
      [...again].filter((id) => before.has(id)),
      [],
    );
    assert.deepEqual(
      (await entriesOf("human")).map(({ games }) => games),
      [2, 2],
    );
  });

  it("made nothing of ours throw", () => assert.deepEqual(app.errors, []));
});
