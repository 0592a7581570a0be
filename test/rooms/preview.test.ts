import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { readServerFrame } from "../support/frames.ts";
import { call } from "../support/http.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { playOn } from "../support/play.ts";
import type { Seat } from "../support/seat.ts";
import { type Item, Wire } from "../support/wire.ts";

/** What nobody but the owner may get before the reveal, here put into a question by hand. */
const written = "mark-written-by-the-owner";

describe("the owner's look at the questions", function () {
  this.timeout(120_000);
  const questions = markedQuestions(4, (index) => index % 3);
  const seconds = 3;
  let app: TestApp;
  let wire: Wire;
  let code: string;
  let ann: Seat;
  let bob: Seat;
  /** As they were before anything was changed, in the order of the game. */
  let ready: readonly Question[];
  let people: Record<"ann" | "bob" | "admin", Person>;

  before("two people, a bot, a screen and the staff are there", async () => {
    app = await startApp({ source: sourceOf(() => questions) });
    wire = new Wire(app);
    people = { ann: await guest(app, "Ann"), bob: await guest(app, "Bob"), admin: await guest(app, "Sue") };
    const admin = app.services.tokens.issue({ id: people.admin.id, name: "Sue", role: "admin", kind: "human" });
    people.admin.client.auth.token = admin;
    for (const [name, { client }] of Object.entries(people)) wire.follow(name, client);
    code = await makeLobby(people.ann, { public: true, bots: 1, seconds, answerTime: 2, topic: "marked", count: 4 });
    ann = await enter(people.ann, code);
    bob = await enter(people.bob, code);
    await ann.sees("the questions and the bot", ({ status, players }) => status === "ready" && players.size === 3);
  });
  after(() => app.close());

  const items = (): Item[] => wire.log.filter((entry) => entry.kind !== "mark");
  const look = async (): Promise<readonly Question[]> =>
    ((await ann.ask("preview")) as { readonly questions: readonly Question[] }).questions;

  it("is theirs alone: not for players, screens, watchers or the staff", async () => {
    const staff = await enter(people.admin, code);
    const watching = await enter(people.ann, code, { as: "screen" });
    const [question] = questions;
    for (const seat of [bob, staff]) {
      assert.equal(await refusalOf(seat.ask("preview")), "not_owner");
      assert.equal(await refusalOf(seat.ask("drop", { question: question?.id })), "not_owner");
      assert.equal(await refusalOf(seat.ask("edit", { question: question?.id, prompt: "Mine?" })), "not_owner");
      assert.equal(await refusalOf(seat.ask("edit", { question: "nothing", prompt: "Mine?" })), "not_owner");
    }
    assert.equal(await refusalOf(watching.ask("preview")), "not_a_player");
    assert.equal(await refusalOf(watching.ask("edit", { question: question?.id, prompt: "Mine?" })), "not_a_player");
    assert.equal(bob.state.players.get(people.ann.id)?.seen, false);
    await Promise.all([staff.leave(), watching.leave()]);
  });

  it("shows the keys, drops, and changes by the rules of packs", async () => {
    ready = await look();
    const byId = (all: readonly Question[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(byId(ready), byId(questions));
    await bob.sees("who has seen them", ({ players }) => players.get(people.ann.id)?.seen);
    await bob.hears("notice", ({ code: word }) => word === "previewed");
    const [first, second] = ready;
    assert(first !== undefined && second !== undefined);
    await ann.ask("drop", { question: first.id });
    assert.equal(await refusalOf(ann.ask("drop", { question: first.id })), "not_found");
    const change = (changes: object) => ann.ask("edit", { question: second.id, ...changes });
    for (const faulty of [
      { choices: ["the same", "The  same"] },
      { choices: ["one", "two"], key: 2 },
      { key: 4 },
      { prompt: " " },
      { choices: ["only one"] },
      { id: "mine" },
      { image: "http://example.org/a.png" },
    ]) {
      assert.equal(await refusalOf(change(faulty)), "malformed", JSON.stringify(faulty));
    }
    assert.equal(await refusalOf(change({ prompt: "a".repeat(301) })), "too_long");
    assert.equal(await refusalOf(change({ explanation: "you are all fucking retarded" })), "blocked");
    await change({ prompt: " Which one is it now? ", key: 3, explanation: written });
    const now = await look();
    assert.deepEqual(
      now.map(({ prompt }) => prompt),
      ["Which one is it now?", ...ready.slice(2).map(({ prompt }) => prompt)],
    );
    assert.equal(now[0]?.key, 3);
    assert.notEqual(now[0]?.id, second.id, "what is learned of the old one is not of the new one");
  });

  it("lets them run the game, and not play it", async () => {
    await ann.ask("start");
    assert.equal(await refusalOf(ann.ask("preview")), "wrong_phase");
    const refused: string[] = [];
    await playOn(bob, seconds, async ({ id }, number) => {
      assert.equal(bob.state.game.phaseMs, 2 * seconds * 1000, "twice the time, by the server");
      refused.push(await refusalOf(ann.ask("answer", { question: id, choice: 0 })));
      await Promise.all(["/api/lobbies", `/api/lobbies/${code}`].map((path) => call(app, "GET", path)));
      return number % 2;
    });
    assert.deepEqual(refused, ["has_seen", "has_seen", "has_seen"]);
    const { id } = bob.state.game;
    wire.stop();
    const { token } = people.ann;
    const { json } = await call(app, "GET", `/api/games/${id}`, { token });
    const lines = json["lines"] as readonly { readonly name: string; readonly kind: string }[];
    assert.deepEqual(
      lines.filter(({ kind }) => kind === "human").map(({ name }) => name),
      ["Bob"],
    );
    const { status } = await call(app, "GET", `/api/games/${id}/results.csv`, { token });
    assert.equal(status, 200, "the results are for who ran the game, too");
    assert.deepEqual(app.errors, []);
  });

  it("tells nobody else a key before its reveal", () => {
    const revealed = (id: string) =>
      wire.log.findIndex((entry) => entry.kind === "mark" && entry.type === "closed" && entry.question === id);
    const ids = wire.log.flatMap((entry) => (entry.kind === "mark" && entry.type === "asked" ? [entry.question] : []));
    assert.equal(ids.length, 3);
    const secrets = [written, ready[2]?.explanation ?? "", ready[3]?.explanation ?? ""];
    ids.forEach((id, at) => {
      const secret = secrets[at] ?? "";
      const before = wire.log.slice(0, revealed(id)).filter((entry) => entry.kind !== "mark");
      const early = before.filter(({ bytes, to }) => bytes.includes(secret) && !to.startsWith("ann"));
      assert.deepEqual(
        early.map(({ to }) => to),
        [],
      );
      assert.ok(before.some(({ bytes, to }) => bytes.includes(secret) && to.startsWith("ann")));
    });
    // What was dropped, or changed away, is for nobody.
    for (const gone of ready.slice(0, 2)) {
      const told = items().filter(({ bytes, to }) => bytes.includes(gone.explanation) && !to.startsWith("ann"));
      assert.deepEqual(told, []);
    }
    const frames = items().filter(({ kind, to }) => kind === "frame" && !to.startsWith("ann") && to.includes("bob"));
    assert.ok(frames.length > 20);
    assert.ok(frames.every(({ bytes }) => !JSON.stringify(readServerFrame(bytes)).includes('"questions":[')));
  });
});
