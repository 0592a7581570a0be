import assert from "node:assert/strict";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const insult = "you are an idiot";

describe("conduct in a lobby", () => {
  const clock = new Clock();
  let app: TestApp;
  let owner: Person;
  let ben: Person;
  let cai: Person;
  let code: string;
  let host: Seat;
  let seat: Seat;
  let other: Seat;

  before(async () => {
    app = await startApp({ now: clock.now });
  });
  after(() => app.close());
  beforeEach(async () => {
    [owner, ben, cai] = (await Promise.all(["Ana", "Ben", "Cai"].map((name) => guest(app, name)))) as [
      Person,
      Person,
      Person,
    ];
    code = await makeLobby(owner, { maxPlayers: 20 });
    host = await enter(owner, code);
    seat = await enter(ben, code);
    other = await enter(cai, code);
  });
  afterEach(async () => {
    await Promise.all([host, seat, other].filter(({ closedWith }) => closedWith === 0).map((one) => one.leave()));
  });

  const strikes = async (who: Seat, count: number): Promise<void> => {
    for (let n = 1; n <= count; n++) {
      assert.equal(await refusalOf(who.say(insult)), "blocked");
      await who.hears("strike", (strike) => strike.count === n);
      clock.advance(6 * second);
    }
  };

  it("tells the struck one why and what follows, and shows nobody what was said", async () => {
    await strikes(seat, 1);
    const [strike] = seat.all("strike");
    assert.deepEqual([strike?.count, strike?.limit, strike?.reason, strike?.sanction], [1, 3, "insult", "warning"]);
    await other.say("hello");
    await seat.hears("chat", ({ text }) => text === "hello");
    for (const who of [host, other]) {
      assert.deepEqual(who.all("strike"), []);
      assert(!JSON.stringify(who.heard).includes("idiot"));
    }
  });

  it("masks what is coarse", async () => {
    await seat.say("what the fuck");
    assert.equal((await other.hears("chat")).text, "what the ****");
  });

  it("bans at the third strike: the seat, new connections, other tabs, and a new guest of the same device", async () => {
    const { data } = await clientOf(app).http.post("/auth/anonymous", { body: { options: { name: "Dan" } } });
    const { token, device } = data as { token: string; device: string };
    const dan = clientOf(app, token);
    const first = await dan.joinById(code);
    let closed = 0;
    first.onMessage("*", () => {});
    first.onLeave((with_) => (closed = with_));
    for (let n = 0; n < 3; n++) {
      await refusalOf(first.request("chat", { text: insult }));
      clock.advance(6 * second);
    }
    assert.equal(await until("the close", () => closed), closeCodes.banned);
    assert.equal(await refusalOf(dan.joinById(code)), "banned");
    assert.equal(await refusalOf(dan.joinById(code, { as: "spectator" })), "banned");
    const again = async (options: object) => {
      const made = await clientOf(app).http.post("/auth/anonymous", { body: { options: { name: "Eve", ...options } } });
      return clientOf(app, (made.data as { token: string }).token);
    };
    assert.equal(await refusalOf((await again({ device })).joinById(code)), "banned");
    const stranger = await enter({ ...ben, client: await again({ device: "made up" }) }, code);
    await stranger.leave();
    clock.advance(24 * hour);
    const returned = await guest(app, "Fay");
    assert.ok(returned);
    const back = await again({ device });
    assert.ok(await back.joinById(code));
  });

  it("counts strikes wherever they were earned", async () => {
    await strikes(seat, 2);
    const elsewhere = await makeLobby(owner);
    const there = await enter(ben, elsewhere);
    // The connection may be closed before the refusal has come.
    await refusalOf(there.say(insult));
    assert.equal((await there.hears("strike")).sanction, "ban");
    assert.equal(await there.closes(), closeCodes.banned);
    assert.equal(seat.closedWith, 0, "a ban by the rules is one lobby's");
  });

  it("keeps whom an owner bans out of the owner's other lobbies, until the owner lifts it", async () => {
    const elsewhere = await makeLobby(owner);
    await host.ask("kick", { player: ben.id, ban: true, minutes: 60, reason: "rude" });
    assert.equal(await seat.closes(), closeCodes.banned);
    assert.equal(await refusalOf(ben.client.joinById(elsewhere)), "banned");
    const someoneElses = await makeLobby(cai);
    const fine = await enter(ben, someoneElses);
    await fine.leave();
    const { bans } = (await host.ask("bans")) as { bans: { player: string; name: string; reason: string }[] };
    assert.deepEqual(
      bans.map(({ player, name, reason }) => [player, name, reason]),
      [[ben.id, "Ben", "rude"]],
    );
    assert.equal(await refusalOf(other.ask("bans")), "not_owner");
    await host.ask("unban", { player: ben.id });
    clock.advance(6 * second);
    seat = await enter(ben, code);
    const two = await enter(ben, elsewhere);
    await two.leave();
  });

  it("has newcomers' lines looked at by the owner, and takes lines away", async () => {
    await host.ask("settings", { holdLines: 1 });
    const { id, held } = (await seat.say("first words")) as { id: string; held: boolean };
    assert.equal(held, true);
    const waiting = await host.hears("held");
    assert.deepEqual([waiting.id, waiting.text], [id, "first words"]);
    assert.deepEqual(other.all("chat"), []);
    assert.equal(await refusalOf(other.ask("held", { id, allow: true })), "not_owner");
    await host.ask("held", { id, allow: true });
    await other.hears("chat", (line) => line.id === id);
    assert.equal(await refusalOf(other.ask("remove", { message: id })), "not_owner");
    await host.ask("remove", { message: id, reason: "off topic" });
    assert.deepEqual(await other.hears("chat_removed"), { id, reason: "off topic" });
    assert.deepEqual(await other.ask("history"), []);
    await until("the matter is settled", async () => (await app.services.reviews.find(id))?.state === "allowed", 3000);
  });

  it("puts reports, and what is worst, before the moderators", async () => {
    await seat.say("one");
    clock.advance(6 * second);
    const { id } = (await seat.say("something odd")) as { id: string };
    await other.ask("report", { message: id, reason: "odd" });
    await host.ask("report", { message: id, reason: "very odd" });
    await other.ask("report", { player: ben.id, reason: "follows me" });
    const open = await app.services.reviews.list({ state: "open", limit: 50 });
    const mine = open.filter(({ lobby }) => lobby === code);
    const line = mine.find(({ kind }) => kind === "report");
    assert.deepEqual(
      [line?.text, line?.player, line?.context.map(({ text }) => text)],
      ["something odd", ben.id, ["one"]],
    );
    assert.deepEqual(line?.reports.map(({ reason }) => reason).toSorted(), ["odd", "very odd"]);
    assert.equal(mine.find(({ kind }) => kind === "person")?.player, ben.id);
    assert.equal(await refusalOf(other.say("you dirty nigger")), "blocked");
    const worst = await app.services.reviews.list({ state: "open", kind: "block", limit: 50 });
    assert.equal(worst.find(({ lobby }) => lobby === code)?.player, cai.id);
  });

  it("refuses names, titles, topics and prompts that are unfit", async () => {
    assert.equal(await refusalOf(guest(app, "Fuckface")), "name_refused");
    assert.equal((await guest(app, "Dick Hancock")).name, "Dick Hancock");
    for (const body of [{ title: "fuck this" }, { topic: "stupid cunts" }, { prompt: "call everybody a cunt" }]) {
      assert.equal(await refusalOf(owner.client.http.post("/api/lobbies", { body })), "blocked", JSON.stringify(body));
      assert.equal(await refusalOf(host.ask("settings", body)), "blocked", JSON.stringify(body));
    }
    assert.equal(await refusalOf(host.ask("start", { topic: "stupid cunts" })), "blocked");
    await host.ask("settings", { topic: "Nazi Germany" });
  });

  it("writes down what the staff do in lobbies that are not theirs", async () => {
    const { data } = await clientOf(app).http.post("/auth/login", {
      body: { email: "admin", password: "the admin of the tests" },
    });
    const admin = clientOf(app, (data as { token: string }).token);
    const room = await admin.joinById(code);
    room.onMessage("*", () => {});
    await room.request("mute", { player: ben.id, minutes: 5, reason: "spam" });
    const [entry] = await app.services.audit.list({ limit: 1 });
    assert.deepEqual(
      [entry?.action, entry?.target, entry?.why, entry?.actor],
      ["lobby.mute", `player:${ben.id}`, "spam", "admin"],
    );
    await room.leave();
  });
});
