import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { cut } from "../support/cut.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";

describe("who is shown out", function () {
  this.timeout(120_000);
  let app: TestApp;
  let code: string;
  let ann: Seat;
  let bobby: Person;
  let bob: Seat;

  before(async () => {
    app = await startApp();
  });
  after(() => app.close());
  beforeEach(async () => {
    const owner = await guest(app, "Ann");
    bobby = await guest(app, "Bob");
    code = await makeLobby(owner);
    ann = await enter(owner, code);
    bob = await enter(bobby, code);
    await ann.sees("Bob", ({ players }) => players.size === 2);
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  it("by a kick may join again, but not by the token of the old connection", async () => {
    const token = bob.room.reconnectionToken;
    await ann.ask("kick", { player: bobby.id });
    assert.equal(await bob.closes(), closeCodes.left);
    await ann.sees("an empty seat", ({ players }) => players.size === 1);
    assert.equal(await refusalOf(bobby.client.reconnect(token)), "lobby_not_found");
    await enter(bobby, code);
  });

  it("by a ban does not come back at all", async () => {
    const token = bob.room.reconnectionToken;
    await ann.ask("kick", { player: bobby.id, ban: true, reason: "rude" });
    assert.equal(await bob.closes(), closeCodes.banned);
    await ann.sees("an empty seat", ({ players }) => players.size === 1);
    assert.equal(await refusalOf(bobby.client.reconnect(token)), "lobby_not_found");
    assert.equal(await refusalOf(bobby.client.joinById(code)), "banned");
    assert.equal(await refusalOf(bobby.client.joinById(code, { as: "spectator" })), "banned");
  });

  it("by a ban loses the connections without a seat too", async () => {
    const watching = await enter(bobby, code, { as: "spectator" });
    await ann.ask("kick", { player: bobby.id, ban: true });
    assert.equal(await bob.closes(), closeCodes.banned);
    assert.equal(await watching.closes(1000), closeCodes.banned);
  });

  it("while away does not come back by the token of the lost connection", async () => {
    const token = bob.room.reconnectionToken;
    cut(code, bob);
    await ann.sees("Bob away", ({ players }) => players.get(bobby.id)?.connected === false);
    await ann.ask("kick", { player: bobby.id });
    assert.equal(await refusalOf(bobby.client.reconnect(token)), "lobby_not_found");
  });

  it("is never the owner, by their own hand", async () => {
    const owner = ann.state.ownerId;
    assert.equal(await refusalOf(ann.ask("kick", { player: owner })), "no_such_player");
    assert.equal(await refusalOf(bob.ask("kick", { player: owner })), "not_owner");
  });
});
