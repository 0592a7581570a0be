import assert from "node:assert/strict";
import { codes } from "../../src/protocol/codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Attack } from "../support/attack.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import { type Played, playOn, questionOf } from "../support/play.ts";
import { assertResults } from "../support/results.ts";
import type { Seat } from "../support/seat.ts";

/** Codes of notices that are no refusals: answers to chat commands, and word of what happened. */
const told = new Set(["score", "leaderboard", "help", "unknown_command", "questions"]);
const mustBeSeen =
  "malformed too_fast too_long not_owner not_a_player wrong_phase wrong_question no_such_choice already_answered no_such_offer no_such_message";

describe("20,000 hostile messages to one lobby while another plays", function () {
  this.timeout(120_000);
  const total = 20_000;
  const uncaught: unknown[] = [];
  const printed = new Map<string, number>();
  let app: TestApp;
  let lobbyA: string;
  let ann: Seat;
  let playing: readonly Seat[];
  let played: Played[][];
  let attack: Attack;
  let sentDuringGame = 0;

  const note = (error: unknown) => uncaught.push(error);
  const print = (text: unknown) => {
    const kind = String(text).trim().split("\n", 1)[0]?.replaceAll(/\d+/g, "N") ?? "";
    printed.set(kind, (printed.get(kind) ?? 0) + 1);
  };
  const listOf = (times: ReadonlyMap<unknown, number>) => [...times].map((one) => one.join(" ")).join(", ");

  before(async () => {
    process.on("uncaughtException", note);
    process.on("unhandledRejection", note);
    app = await startApp();
    const owner = await guest(app, "Ann");
    lobbyA = await makeLobby(owner, { maxPlayers: 1000, seconds: 300 });
    ann = await enter(owner, lobbyA);
    await ann.ask("start");
    await ann.sees("an open question", ({ game }) => game.phase === "question");
    const [bob, cat] = [await guest(app, "Bob"), await guest(app, "Cat")];
    const lobbyB = await makeLobby(bob, { count: 25, seconds: 3 });
    playing = [await enter(bob, lobbyB), await enter(cat, lobbyB)];
    await playing[0]?.ask("start");
    attack = new Attack(app, lobbyA);
    const { warn, error } = console;
    Object.assign(console, { warn: print, error: print });
    const done = attack.send(total, questionOf(ann).id);
    played = await Promise.all(playing.map((seat, index) => playOn(seat, 3, () => index)));
    sentDuringGame = attack.sent;
    await done;
    Object.assign(console, { warn, error });
    const { codes: seen, closes, connections } = attack;
    console.log(`    refusals: ${listOf(seen)}; closes: ${listOf(closes)}; ${connections} connections`);
  });
  after(async () => {
    await app.close();
    process.off("uncaughtException", note);
    process.off("unhandledRejection", note);
  });

  it("are sent in full, many of them during the other's game", () => {
    assert.ok(attack.sent >= total);
    assert.ok(sentDuringGame > total / 4, `${sentDuringGame} during the game`);
  });

  it("leave the other lobby's game whole: every answer acknowledged, every result right", () => {
    for (const [index, seat] of playing.entries()) {
      assert.equal(played[index]?.length, 25);
      assertResults(seat, 3, played[index] ?? []);
      assert.equal(seat.closedWith, 0);
      const refusals = seat.all("notice").filter(({ code }) => !told.has(code));
      assert.deepEqual(refusals, []);
    }
    assert.deepEqual(playing[0]?.state.toJSON(), playing[1]?.state.toJSON());
  });

  it("are refused with codes we know, the main ones among them", () => {
    const seen = [...attack.codes.keys()];
    const unknown = seen.filter((code) => !(code in codes) && !told.has(code));
    const missing = mustBeSeen.split(" ").filter((code) => !seen.includes(code));
    assert.deepEqual({ unknown, missing }, { unknown: [], missing: [] });
  });

  it("cost those who send them their connections, for misuse", () => {
    // Some are cut off in the middle, some announce a frame that is too large, some happen upon a LEAVE.
    const fair = new Set([0, 1006, 1009, 4000, 4102]);
    const others = [...attack.closes.keys()].filter((code) => !fair.has(code));
    assert.deepEqual(others, []);
    assert.ok((attack.closes.get(4102) ?? 0) > attack.connections / 4);
  });

  it("throw nothing in the process", () => {
    assert.deepEqual(uncaught, []);
    assert.deepEqual(app.errors, []);
  });

  it("print nothing: who sends rubbish can't fill a log", () => assert.deepEqual(Object.fromEntries(printed), {}));

  it("leave the lobby in order for the honest", async () => {
    assert.equal(ann.closedWith, 0);
    assert.deepEqual([ann.phase, ann.state.locked, ann.state.game.number], ["question", false, 1]);
    const dan = await guest(app, "Dan");
    const seat = await enter(dan, lobbyA);
    await seat.say("is it quiet now?");
    await ann.hears("chat", ({ player }) => player === dan.id);
    const { id } = questionOf(seat);
    await seat.ask("answer", { question: id, choice: 1 });
    await ann.ask("skip");
    assert.deepEqual((await seat.hears("result")).question, id);
  });
});
