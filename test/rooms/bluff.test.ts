import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { askFor, mineOf } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

type Own = { readonly lie: string | null; readonly option: number | null; readonly vote: number | null };
type Named = { readonly player: string };
type Unmask = {
  readonly options: readonly {
    readonly text: string;
    readonly authors: readonly Named[];
    readonly fell: readonly Named[];
  }[];
  readonly key: number;
};

const unmaskOf = (seat: Seat): Unmask | undefined => {
  const text = seat.state.game.more.get("unmask");
  return text === undefined ? undefined : (JSON.parse(text) as Unmask);
};
const ownOf = (seat: Seat) => mineOf(seat)?.own as Own | undefined;

describe("bluff, played", function () {
  this.timeout(120_000);
  let app: TestApp;
  let annOne: Person;
  let bobOne: Person;
  let ann: Seat;
  let bob: Seat;

  before(async () => {
    app = await startApp();
    [annOne, bobOne] = [await guest(app, "Ann"), await guest(app, "Bob")];
  });
  after(() => app.close());

  /** What a well-read player would know. */
  const truthOf = (seat: Seat): string =>
    app.services.knowledge.recall({ prompt: seat.state.game.question.prompt, choices: [], image: "" })?.text ?? "";

  it("goes from lies by votes to the unmasking, twice, with who dropped back to vote", async () => {
    const code = await makeLobby(annOne, { mode: "bluff", count: 2, source: "bank", bots: 2 });
    ann = await enter(annOne, code);
    bob = await enter(bobOne, code);
    const tv = await enter(await guest(app, "Tv"), code, { as: "screen" });
    await ann.sees("the bots and questions", ({ players, status }) => players.size === 4 && status === "ready");
    await ann.ask("start");

    const lie = await askFor(ann, "lie");
    assert.equal(ann.state.game.question.category, "Strange but true");
    assert.deepEqual([...ann.state.game.question.choices], []);
    assert.equal(await refusalOf(ann.ask("move", { ask: lie.id, text: truthOf(ann).toUpperCase() })), "too_near");
    await ann.ask("move", { ask: lie.id, text: "a very small accordion" });
    assert.equal((await until("her lie", () => ownOf(ann))).lie, "a very small accordion");
    assert.equal(await refusalOf(ann.ask("move", { ask: lie.id, text: "another one" })), "no_such_ask");
    await bob.ask("move", { ask: (await askFor(bob, "lie")).id, text: "The very small accordion!" });

    const vote = await askFor(ann, "truth");
    const { choices = [] } = vote;
    assert(choices.length >= 4 && choices.includes("A very small accordion"));
    await tv.sees("the lies and the truth", ({ game }) => game.question.choices.length > 0);
    assert.deepEqual([...tv.state.game.question.choices], choices);
    assert.equal(tv.state.game.more.size, 0);
    const own = ownOf(ann)?.option ?? -1;
    assert.equal(choices[own], "A very small accordion");
    assert.equal(await refusalOf(ann.ask("move", { ask: vote.id, choice: own })), "own_work");

    bob.room.connection.close();
    await ann.sees("that he has gone", ({ players }) => players.get(bobOne.id)?.connected === false);
    bob = await enter(bobOne, code);
    const his = await askFor(bob, "truth");
    assert.equal(ownOf(bob)?.option, own);
    const truth = choices.findIndex((text) => text.toLowerCase() === truthOf(ann).toLowerCase());
    await ann.ask("move", { ask: vote.id, choice: truth });
    await bob.ask("move", { ask: his.id, choice: [0, 1, 2].find((index) => index !== own && index !== truth) });

    const unmask = await until("who wrote what", () => unmaskOf(tv));
    assert.equal(unmask.key, truth);
    assert.deepEqual(
      unmask.options[own]?.authors.map(({ player }) => player).toSorted(),
      [annOne.id, bobOne.id].toSorted(),
    );
    assert(unmask.options[truth]?.fell.some(({ player }) => player === annOne.id));
    const { points, total, right } = await ann.hears("result");
    assert(right && points >= 1000 && points === total);

    await ann.sees("the second question", ({ game }) => game.number === 2 && game.phase === "writing");
    await ann.ask("skip");
    await ann.sees("the second vote", ({ game }) => game.number === 2 && game.phase === "voting");
    await ann.ask("skip");
    await ann.sees("the end", ({ status, game }) => status === "completed" && game.phase === "podium");
    assert.deepEqual(app.errors, []);
  });

  it("is a game with a page of its own, what was shown with it", async () => {
    const { id } = ann.state.game;
    const { data } = await annOne.client.http.get(`/api/games/${id}`);
    const { mode, questions } = data as { mode: string; questions: { choices: string[] }[] };
    assert.equal(mode, "bluff");
    assert.equal(questions.length, 2);
    assert(questions[0]?.choices.includes("A very small accordion"));
  });
});
