import assert from "node:assert/strict";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";

describe("talking in a lobby", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let guestOne: Person;
  let code: string;
  let ann: Seat;
  let bob: Seat;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Ann");
    guestOne = await guest(app, "Bob");
  });
  after(() => app.close());
  beforeEach(async () => {
    code = await makeLobby(owner, { seconds: 5 });
    ann = await enter(owner, code);
    bob = await enter(guestOne, code);
  });

  it("says a line to all, the speaker too, with the id that was acknowledged", async () => {
    const { id } = (await ann.say("  hello all ")) as { id: string };
    for (const seat of [ann, bob]) {
      const line = await seat.hears("chat");
      assert.deepEqual(
        { ...line, at: 0 },
        { id, player: owner.id, name: "Ann", kind: "human", text: "hello all", at: 0 },
      );
    }
  });

  it("gives the lines so far to who comes in, and more on request", async () => {
    await ann.say("one");
    const { id } = (await bob.say("two")) as { id: string };
    const cat = await enter(await guest(app, "Cat"), code);
    assert.deepEqual(
      (await cat.hears("you")).history.map(({ text }) => text),
      ["one", "two"],
    );
    assert.deepEqual(
      ((await cat.ask("history", { before: id })) as { text: string }[]).map(({ text }) => text),
      ["one"],
    );
  });

  it("tells who is typing, and reactions, to the others", async () => {
    bob.room.send("typing", { on: true });
    bob.room.send("react", { emoji: "🎉" });
    assert.deepEqual(await ann.hears("typing"), { player: guestOne.id, on: true });
    assert.deepEqual(await ann.hears("react"), { player: guestOne.id, emoji: "🎉" });
    await bob.ask("time");
    assert.deepEqual([bob.all("typing"), bob.all("react")], [[], []]);
    assert.equal(await refusalOf(bob.ask("react", { emoji: "🖕" })), "malformed");
  });

  it("answers /help to the asker alone, and knows what it does not know", async () => {
    await ann.say("/help");
    const { text } = await ann.hears("notice", (notice) => notice.code === "help");
    for (const word of ["trivia", "/score", "/leaderboard", "/yes"]) assert.ok(text.includes(word), word);
    await ann.say("/dance");
    await ann.hears("notice", (notice) => notice.code === "unknown_command");
    assert.deepEqual(bob.all("notice"), []);
    assert.deepEqual(bob.all("chat"), []);
  });

  it("starts ten questions on a topic when the owner types `trivia space`", async () => {
    await ann.say("trivia space");
    await bob.sees("the game", ({ status }) => status === "in-progress");
    assert.deepEqual([bob.state.topic, bob.state.game.total, bob.state.game.mode], ["space", 10, "quiz"]);
  });

  it("makes an offer of another's `trivia music`, which the owner's /yes takes", async () => {
    const { offer } = (await bob.say("trivia music")) as { offer: string };
    const { closesAt, ...told } = await ann.hears("offer");
    assert.deepEqual(told, { id: offer, player: guestOne.id, mode: "quiz", topic: "music" });
    assert.ok(closesAt > app.services.now());
    await ann.sees("the offer", (state) => state.offer.id === offer);
    assert.equal(ann.state.status, "ready");
    await ann.say("/yes");
    await bob.sees("the game", ({ status, topic }) => status === "in-progress" && topic === "music");
    assert.equal(bob.state.offer.id, "");
    assert.equal(await refusalOf(ann.say("/yes")), "no_such_offer");
  });
});
