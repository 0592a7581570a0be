import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

describe("seats", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let app: TestApp;
  let owner: Person;
  let bobby: Person;

  before(async () => {
    app = await startApp({ now: clock.now });
    owner = await guest(app, "Ann");
    bobby = await guest(app, "Bob");
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  const lobbyWith = async (body: object): Promise<{ code: string; ann: Seat }> => {
    const code = await makeLobby(owner, body);
    return { code, ann: await enter(owner, code) };
  };

  it("an identity has one: the newest connection takes it, and the older does not take it back", async () => {
    const { code, ann } = await lobbyWith({});
    const older = await enter(bobby, code);
    const token = older.room.reconnectionToken;
    const newer = await enter(bobby, code);
    assert.equal(await older.closes(), closeCodes.moved);
    assert.equal(await refusalOf(bobby.client.reconnect(token)), "lobby_not_found");
    await newer.say("still here");
    await ann.hears("chat");
    await ann.sees("two players", ({ players }) => players.size === 2);
    assert.equal(ann.state.players.get(bobby.id)?.connected, true);
    assert.equal(newer.closedWith, 0);
  });

  it("however many connections of one identity come at once, one stays", async () => {
    const { code, ann } = await lobbyWith({});
    const join = async () => new Seat(await bobby.client.joinById(code));
    const joined = await Promise.all(Array.from({ length: 5 }, join));
    const open = () => joined.filter(({ closedWith }) => closedWith === 0);
    await until("one to be left", () => open().length === 1);
    await (open()[0] as Seat).say("me");
    await ann.hears("chat", ({ player }) => player === bobby.id);
    await ann.sees("two players", ({ players }) => players.size === 2);
    assert.deepEqual(new Set(joined.map(({ closedWith }) => closedWith)), new Set([0, closeCodes.moved]));
  });

  it("watchers have none: they are counted, and can't play", async () => {
    const { code, ann } = await lobbyWith({ seconds: 5 });
    const spectator = await enter(bobby, code, { as: "spectator" });
    const screen = await enter(bobby, code, { as: "screen" });
    assert.deepEqual([spectator.all("you")[0]?.player, screen.all("you")[0]?.role], ["", "screen"]);
    await ann.sees("two watchers", ({ spectators, players }) => spectators === 2 && players.size === 1);
    await ann.ask("start");
    await screen.sees("a question", ({ game }) => game.phase === "question");
    const answer = { question: screen.state.game.question.id, choice: 0 };
    assert.equal(await refusalOf(spectator.ask("answer", answer)), "not_a_player");
    assert.equal(await refusalOf(screen.ask("answer", answer)), "not_a_player");
    assert.equal(await refusalOf(screen.say("hello")), "not_a_player");
    await spectator.leave();
    await ann.sees("one watcher", ({ spectators }) => spectators === 1);
  });

  it("who leaves gives it up at once", async () => {
    const { code, ann } = await lobbyWith({});
    const bob = await enter(bobby, code);
    await ann.sees("Bob", ({ players }) => players.has(bobby.id));
    assert.equal(await bob.leave(), closeCodes.left);
    await ann.sees("nobody else", ({ players }) => players.size === 1);
  });

  it("a full lobby's bot gives its own to a person", async () => {
    const { code, ann } = await lobbyWith({ maxPlayers: 2, bots: 1 });
    await ann.sees("the bot", ({ players }) => players.size === 2);
    await enter(bobby, code);
    await ann.sees("Bob in its place", ({ players }) => players.size === 2 && players.has(bobby.id));
    assert.equal(await refusalOf((await guest(app, "Cat")).client.joinById(code)), "lobby_full");
  });

  it("the lobby of an owner who went away is another's after a minute, not before", async () => {
    const { code, ann } = await lobbyWith({});
    const bob = await enter(bobby, code);
    await ann.leave();
    await bob.sees("Ann gone", ({ players }) => players.size === 1);
    clock.advance(58_000);
    await bob.say("anybody?");
    await bob.hears("chat", ({ text }) => text === "anybody?");
    assert.equal(bob.state.ownerId, owner.id);
    clock.advance(3000);
    await bob.say("my turn");
    await bob.sees("the new owner", ({ ownerId }) => ownerId === bobby.id);
    await bob.ask("settings", { title: "Bob's" });
  });
});
