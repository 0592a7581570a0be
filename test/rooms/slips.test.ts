import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { brokenFrame } from "../support/frames.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { RawClient } from "../support/raw.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

describe("slips of an honest client, and more than slips", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let code: string;
  let other: Seat;
  let ann: Seat;
  let raw: RawClient;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Owner");
    code = await makeLobby(owner, { maxPlayers: 50 });
    other = await enter(owner, code);
  });
  after(() => app.close());
  beforeEach(async () => {
    ann = await enter(await guest(app, "Ann"), code);
    raw = await RawClient.join(app, (await guest(app, "Raw")).token, code);
  });
  afterEach("nobody else is touched", async () => {
    assert.equal(typeof (await other.ask("time")), "number");
    assert.equal(other.closedWith, 0);
    assert.deepEqual(app.errors, []);
  });

  const isStillThere = async (seat: Seat) => assert.equal(typeof (await seat.ask("time")), "number");

  it("a malformed payload is refused with its code, as answer or as notice", async () => {
    assert.equal(await refusalOf(ann.ask("chat", { text: 5 })), "malformed");
    assert.equal(await refusalOf(ann.ask("answer", { question: "q" })), "malformed");
    assert.equal(await refusalOf(ann.ask("pause", { now: true })), "malformed");
    ann.room.send("chat", ["hello"]);
    await ann.hears("notice", (notice) => notice.code === "malformed");
    await isStillThere(ann);
  });

  it("an unknown message too", async () => {
    for (const type of ["dance", "__proto__", "constructor", "toString", ""]) {
      assert.equal(await refusalOf(ann.room.request(type, {})), "malformed", type);
    }
    ann.room.send("dance", {});
    await ann.hears("notice", (notice) => notice.code === "malformed");
    await isStillThere(ann);
  });

  it("a frame that can't be read too", async () => {
    raw.send(brokenFrame("chat"));
    await until("a refusal", () => raw.refusals().length === 1);
    raw.send(brokenFrame("chat", 77));
    const answer = await raw.answerTo(77);
    assert.deepEqual([answer.ok, (answer.payload as { code: string }).code], [false, "malformed"]);
    raw.send(Buffer.from([31, 1, 2, 3]));
    raw.send(Buffer.alloc(0));
    await until("the others", () => raw.refusals().length === 4);
    assert.deepEqual(new Set(raw.refusals()), new Set(["malformed"]));
    assert.equal((await raw.answerTo(raw.request("time"))).ok, true);
  });

  it("again and again they close the connection with 4102", async () => {
    for (let n = 0; n < 30; n++) raw.send(brokenFrame("chat"));
    assert.equal(await raw.closes(), closeCodes.misuse);
    for (let n = 0; n < 30; n++) ann.room.send("dance", { n });
    assert.equal(await ann.closes(), closeCodes.misuse);
  });

  it("a text over 500 characters is too long, and no slip", async () => {
    for (let n = 0; n < 12; n++) assert.equal(await refusalOf(ann.say("x".repeat(501))), "too_long");
    await ann.say("y".repeat(500));
    assert.equal((await other.hears("chat", ({ text }) => text.startsWith("y"))).text.length, 500);
  });

  it("one message too fast is refused, and later ones are heard again", async () => {
    const asked = await Promise.allSettled(Array.from({ length: 14 }, () => ann.ask("time")));
    assert.deepEqual(
      asked.slice(0, 10).map(({ status }) => status),
      Array.from({ length: 10 }, () => "fulfilled"),
    );
    const last = asked.at(-1) as PromiseRejectedResult;
    assert.equal((last.reason as { reason: { code: string } }).reason.code, "too_fast");
    await ann.say("hello");
    assert.equal(await refusalOf(ann.say("that was quick, for so long a line of words")), "too_fast");
    assert.equal(ann.closedWith, 0);
  });

  it("a flood closes the connection with 4102", async () => {
    for (let n = 0; n < 300; n++) raw.request("time");
    assert.equal(await raw.closes(), closeCodes.misuse);
    const refusals = raw.refusals();
    assert.ok(refusals.length > 0 && refusals.length < 200, `${refusals.length} refusals`);
    assert.deepEqual(new Set(refusals), new Set(["too_fast"]));
  });

  it("a frame over 16 KB closes the connection it came by", async () => {
    raw.message("chat", { text: "x".repeat(15_000) });
    await until("too_long", () => raw.refusals().includes("too_long"));
    raw.message("chat", { text: "x".repeat(17_000) });
    assert.equal(await raw.closes(), 1009);
    await isStillThere(ann);
  });
});
