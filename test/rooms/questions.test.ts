import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { adminPassword, startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { markedQuestions, sourceOf } from "../support/marked.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { questions } from "../support/quiz.ts";
import type { Seat } from "../support/seat.ts";
import { SlowSource } from "../support/slow-source.ts";

const sourcesOf = (app: TestApp) => app.services.sources as Map<string, unknown>;

describe("questions that take time to be made", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let model: SlowSource;
  beforeEach(async () => {
    app = await startApp();
    model = new SlowSource("model");
    sourcesOf(app).set("model", model);
    ann = await guest(app, "Ann");
  });
  afterEach(() => app.close());

  it("are seen being made, and a game begins before they are all there", async () => {
    const seat = await enter(ann, await makeLobby(ann, { topic: "bees", count: 5, seconds: 3, source: "model" }));
    model.give([], { stage: "writing" });
    await seat.sees("the writing", ({ status, building }) => status === "building" && building.stage === "writing");
    model.give(questions(3), { stage: "checking" });
    await seat.sees("enough", ({ status, building }) => status === "ready" && building.done === 3);
    assert.deepEqual([seat.state.building.stage, seat.state.building.total], ["checking", 5]);
    await seat.ask("start");
    await seat.sees("the first question", ({ game }) => game.phase === "question");
    assert.equal(seat.state.game.total, 5);
    model.give(questions(5).slice(3));
    await seat.sees("the end of the making", ({ building }) => building.stage === "");
    assert.equal(seat.state.game.total, 5);
    for (let number = 1; number <= 5; number++) {
      await seat.sees(`question ${number}`, ({ game }) => game.phase === "question" && game.number === number);
      await seat.ask("answer", { question: seat.state.game.question.id, choice: 0 });
    }
    await seat.sees("the end", ({ status }) => status === "completed");
  });

  it("come from elsewhere when the model hangs, which is said", async () => {
    const seat = await enter(ann, await makeLobby(ann, { topic: "space", count: 5, source: "model" }));
    await seat.sees("a lobby to play in", ({ status }) => status === "ready");
    await seat.hears("notice", ({ code, text }) => code === "questions" && text.includes("takes its time"));
    await seat.sees("all of them", ({ building }) => building.stage === "");
    await seat.hears("notice", ({ text }) => text.includes("took too long"));
    assert.equal(model.stopped, true);
  });

  it("are not made any more once the owner cancels, or somebody closes the lobby", async () => {
    const code = await makeLobby(ann, { topic: "bees", source: "model" });
    const seat = await enter(ann, code);
    await seat.ask("stop");
    await seat.sees("the cancelling", ({ status }) => status === "failed");
    assert.deepEqual([seat.state.failureReason, model.stopped], ["cancelled", true]);
    await seat.ask("start");
    await seat.sees("another making", ({ status }) => status === "building");
    await call(app, "DELETE", `/api/lobbies/${code}`, { token: ann.token });
    assert.equal(await seat.closes(), closeCodes.lobbyDeleted);
    assert.equal(model.stopped, true);
  });
});

describe("the picture of a topic", function () {
  this.timeout(120_000);
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it("is there for every lobby, follows its topic, and can be kept for good", async () => {
    const ann = await guest(app, "Ann");
    const seat = await enter(ann, await makeLobby(ann, { topic: "space" }));
    await seat.sees("a picture", ({ image }) => image.url);
    const first = seat.state.image.url;
    const { status, headers, text } = await call(app, "GET", first);
    assert.deepEqual([status, headers.get("content-type")], [200, "image/svg+xml; charset=utf-8"]);
    assert.match(headers.get("cache-control") ?? "", /immutable/);
    assert.match(text, /^<svg /);
    await seat.ask("settings", { topic: "the deep sea" });
    await seat.sees("another picture", ({ image }) => image.url !== first);
    assert.equal((await call(app, "GET", "/pictures/nothing.svg")).code, "not_found");
  });
});

describe("questions that are wrong", function () {
  this.timeout(120_000);
  let app: TestApp;
  let admin: string;
  let people: readonly Person[];
  let seats: readonly Seat[];
  before(async () => {
    app = await startApp({ source: sourceOf(() => markedQuestions(2, () => 0)) });
    admin = (await clientOf(app).auth.signInWithEmailAndPassword("admin", adminPassword)).token;
    people = await Promise.all(["Ann", "Bob", "Cai"].map((name) => guest(app, name)));
    const code = await makeLobby(people[0] as Person, { count: 2, seconds: 30 });
    seats = await Promise.all(people.map((person) => enter(person, code)));
    await ann().sees("questions", ({ status }) => status === "ready");
    await ann().ask("start");
  });
  after(() => app.close());
  const ann = (): Seat => seats[0] as Seat;
  const ask = (path: string, body: unknown) => call(app, "POST", path, { token: admin, body });

  /** Everybody answers what the first key says is right. */
  const answerAll = async (number: number): Promise<string> => {
    await ann().sees(`question ${number}`, ({ game }) => game.phase === "question" && game.number === number);
    const { id, choices } = ann().state.game.question;
    const choice = [...choices].findIndex((text) => text.endsWith(".0"));
    for (const seat of seats) {
      await seat.sees("the question", ({ game }) => game.question.id === id);
      await seat.ask("answer", { question: id, choice });
    }
    await ann().sees("the reveal", ({ game }) => game.phase !== "question");
    return id;
  };

  it("are struck out by the owner, and everybody sees their points go", async () => {
    const first = await answerAll(1);
    const before = [...ann().state.players.values()].map(({ score }) => score);
    assert(before.every((score) => score > 900));
    assert.equal(await refusalOf((seats[1] as Seat).ask("strike", { question: first })), "not_owner");
    assert.equal(await refusalOf(ann().ask("strike", { question: "no such" })), "wrong_question");
    await ann().ask("strike", { question: first });
    for (const seat of seats) {
      const { data } = await seat.hears("notice", ({ code }) => code === "question_struck");
      assert.equal((data as { total: number }).total, 0);
    }
    await ann().sees("no points", ({ players }) => [...players.values()].every(({ score }) => score === 0));
  });

  it("are hidden once three people report them, and a wrong key that is upheld scores the game again", async () => {
    const second = await answerAll(2);
    const game = ann().state.game.id;
    const right = [...ann().state.game.question.choices].find((text) => !text.endsWith(".0"));
    await ann().sees("the end", ({ status }) => status === "completed");
    for (const seat of seats) await seat.ask("report", { question: second, reason: "the key is wrong" });
    assert(app.services.care.hidden().has(second));
    const listed = await call(app, "GET", "/api/admin/questions", { token: admin });
    assert.deepEqual(
      (listed.json["questions"] as { id: string; reason: string }[]).map(({ id, reason }) => [id, reason]),
      [[second, "reported"]],
    );
    const board = async () => (await call(app, "GET", "/api/leaderboard")).json["entries"] as { score: number }[];
    assert((await board()).every(({ score }) => score > 900));
    assert.equal(
      (await ask(`/api/admin/questions/${second}`, { decision: "rekey", right: "nothing" })).code,
      "no_such_choice",
    );
    const upheld = await ask(`/api/admin/questions/${second}`, { decision: "rekey", right });
    assert.deepEqual([upheld.json["games"], upheld.json["state"]], [1, "removed"]);
    for (const seat of seats) {
      const { data } = await seat.hears("notice", ({ code }) => code === "game_rescored");
      assert.deepEqual([(data as { game: string }).game, (data as { after: number }).after], [game, 0]);
    }
    assert((await board()).every(({ score }) => score === 0));
    const { json } = await call(app, "GET", `/api/games/${game}`);
    assert.deepEqual(
      (json["questions"] as { struck: boolean }[]).map(({ struck }) => struck),
      [true, false],
    );
  });

  it("are told to who was away when they come back", async () => {
    const [away] = people;
    assert(away !== undefined);
    const { code } = ann().state;
    const game = ann().state.game.id;
    const { json } = await call(app, "GET", `/api/games/${game}`);
    const { id: question, choices } = (json["questions"] as { id: string; choices: string[] }[])[1] as never;
    await ann().leave();
    const key = (choices as string[]).findIndex((text) => text.endsWith(".0"));
    assert.equal((await ask(`/api/games/${game}/corrections`, { question, key })).status, 200);
    const back = await enter(away, code);
    await back.hears("notice", ({ code: its }) => its === "game_rescored");
    await back.leave();
    const later = await enter(away, code);
    await later.say("hello");
    assert.equal(later.all("notice").filter(({ code: its }) => its === "game_rescored").length, 0, "once is enough");
  });

  it("are reported twenty times an hour by one person, and no more", async () => {
    const [, bob] = people;
    const [, seat] = seats;
    assert(bob !== undefined && seat !== undefined);
    for (let spent = true; spent;) spent = await app.services.mayReport(bob.id);
    const report = { question: "marked-0", reason: "again" };
    assert.equal(await refusalOf(seat.ask("report", report)), "too_fast");
    assert.equal(await app.services.mayReport((people[2] as Person).id), true);
  });

  it("are reviewed by nobody but the staff", async () => {
    const token = (people[0] as Person).token;
    assert.equal((await call(app, "GET", "/api/admin/questions", { token })).code, "not_owner");
    assert.equal((await call(app, "GET", "/api/admin/questions")).code, "unauthorized");
    assert.equal(
      (await call(app, "POST", "/api/admin/questions/x", { token, body: { decision: "keep" } })).code,
      "not_owner",
    );
    assert.equal((await ask("/api/admin/questions/unknown", { decision: "keep" })).code, "not_found");
    assert.equal((await ask("/api/admin/questions/unknown", { decision: "burn" })).code, "malformed");
  });
});
