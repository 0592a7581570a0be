import assert from "node:assert/strict";
import type { Review } from "../../src/conduct/reviews.ts";
import { Outage } from "../../src/journal/journal.ts";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { call } from "../support/http.ts";
import { clientOf, enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { admin as signInAdmin, audited, done, promoted } from "../support/staff.ts";

type Mine = {
  readonly strikes: readonly { readonly id: string }[];
  readonly sanctions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly appeal: string;
    readonly byDevice: boolean;
  }[];
  readonly limit: number;
};

const insult = "you are an idiot";

describe("a decision in the queue", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let app: TestApp;
  let admin: Person;
  let mia: Person;
  let ann: Person;
  let bob: Person;
  let code: string;
  let host: Seat;
  let seat: Seat;

  before(async () => {
    app = await startApp({ now: clock.now });
    admin = await signInAdmin(app);
    mia = await promoted(app, admin, "Mia");
  });
  after(() => app.close());
  beforeEach(async () => {
    [ann, bob] = [await guest(app, "Ann"), await guest(app, "Bob")];
    code = await makeLobby(ann);
    [host, seat] = [await enter(ann, code), await enter(bob, code)];
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  const open = async (kind: string, whose = bob): Promise<Review> => {
    const path = `/api/admin/reviews?kind=${kind}&player=${whose.id}`;
    const { reviews } = await done<{ reviews: Review[] }>(app, mia, "GET", path);
    assert.equal(reviews.length, 1, `one open ${kind}`);
    return reviews[0] as Review;
  };
  const decide = (review: Review, body: object, by = mia): Promise<Review> =>
    done<Review>(app, by, "POST", `/api/admin/reviews/${review.id}`, body);
  const refusedDecision = async (review: Review, body: object, by = mia): Promise<string> =>
    (await call(app, "POST", `/api/admin/reviews/${review.id}`, { token: by.token, body })).code;
  const says = async (who: Seat, text: string): Promise<string> => {
    await who.say(text);
    return (await host.hears("chat", (line) => line.text === text)).id;
  };
  const mine = (who: Person): Promise<Mine> => done<Mine>(app, who, "GET", "/api/me/sanctions");
  const actions = async () => (await audited(app, admin)).map(({ action }) => action);

  it("about a reported line denies it: the line goes, its author is struck and put out, and the log says all of it", async () => {
    const id = await says(seat, "buy my coins");
    await host.ask("report", { message: id, reason: "advert" });
    const review = await open("report");
    assert.deepEqual([review.text, review.name, review.reports[0]?.reason], ["buy my coins", "Bob", "advert"]);
    const before = (await actions()).length;
    const ban = { scope: "server", minutes: 60 };
    const decided = await decide(review, { decision: "deny", why: "adverts", ban });
    assert.deepEqual([decided.state, decided.decidedBy, decided.why], ["denied", mia.id, "adverts"]);
    assert.equal((await host.hears("chat_removed")).id, id);
    assert.equal((await seat.hears("strike")).reason, "adverts");
    assert.equal(await seat.closes(1000), closeCodes.banned);
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    assert.deepEqual((await actions()).slice(before), ["review.deny", "line.remove", "person.strike", "person.ban"]);
    assert.equal(await refusedDecision(review, { decision: "allow" }, admin), "conflict");
    assert.equal((await actions()).length, before + 4);
    const { strikes, sanctions, limit } = await mine(bob);
    assert.deepEqual([strikes.length, sanctions.map(({ kind }) => kind).toSorted(), limit], [1, ["ban", "warning"], 3]);
  });

  it("that fails half-way waits in the queue, and counts nothing twice when it is made again", async () => {
    await host.ask("report", { message: await says(seat, "read my diary"), reason: "advert" });
    const review = await open("report");
    const body = { decision: "deny", why: "adverts", ban: { scope: "server", minutes: 60 } };
    const { conduct } = app.services;
    const { impose } = conduct;
    const fails = async () => {
      throw new Outage("no database");
    };
    Object.assign(conduct, { impose: fails });
    const refused = await refusedDecision(review, body).finally(() => Object.assign(conduct, { impose }));
    assert.equal(refused, "not_available");
    await host.hears("chat_removed", ({ id }) => id === review.message);
    assert.deepEqual([(await open("report")).state, (await mine(bob)).strikes.length], ["open", 1]);
    assert.equal((await actions()).at(-1), "review.deny.failed");

    assert.equal((await decide(review, body, admin)).decidedBy, admin.id);
    assert.equal(await seat.closes(1000), closeCodes.banned);
    const { strikes, sanctions } = await mine(bob);
    assert.deepEqual([strikes.length, sanctions.map(({ kind }) => kind).toSorted()], [1, ["ban", "warning"]]);
  });

  it("puts out of the lobby somebody who has left it, and is known by the line alone", async () => {
    await host.ask("report", { message: await says(seat, "goodbye, losers"), reason: "mean" });
    await seat.leave();
    const ban = { scope: "lobby", minutes: 60 };
    await decide(await open("report"), { decision: "deny", ban });
    await host.hears("chat_removed");
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    const other = await enter(bob, await makeLobby(bob));
    await other.leave();
  });

  it("about a reported line allows it: nothing happens", async () => {
    await host.ask("report", { message: await says(seat, "I disagree"), reason: "mean" });
    await decide(await open("report"), { decision: "allow" });
    await seat.ask("time");
    assert.deepEqual([seat.all("strike"), host.all("chat_removed")], [[], []]);
  });

  it("about a person counts a strike, and never one of the staff's own", async () => {
    await host.ask("report", { player: bob.id, reason: "rude in private" });
    await decide(await open("person"), { decision: "deny" });
    assert.equal((await seat.hears("strike")).count, 1);
    const max = await promoted(app, admin, "Max");
    const his = await enter(max, code);
    await host.ask("report", { message: await says(his, "as a moderator I say"), reason: "bossy" });
    const review = await open("report", max);
    const ban = { scope: "server", minutes: null };
    assert.equal(await refusedDecision(review, { decision: "deny", ban }), "not_owner");
    await decide(review, { decision: "deny" });
    await his.ask("time");
    assert.deepEqual([his.all("strike"), host.all("chat_removed").length], [[], 1]);
  });

  it("about a newcomer's line publishes it, or drops it", async () => {
    await done(app, ann, "PATCH", `/api/lobbies/${code}`, { holdLines: 2 });
    for (const [text, decision] of [
      ["hello everybody", "allow"],
      ["hello again", "deny"],
    ] as const) {
      await seat.say(text);
      assert.ok(!host.all("chat").some((line) => line.text === text));
      await decide(await open("hold"), { decision });
      clock.advance(5000);
    }
    await host.hears("chat", ({ text }) => text === "hello everybody");
    await seat.ask("time");
    assert.ok(!host.all("chat").some(({ text }) => text === "hello again"));
  });

  it("about what was blocked takes the strike back, and lets them speak again", async () => {
    assert.equal(await refusalOf(seat.say("kill yourself")), "blocked");
    const review = await open("block");
    assert.equal(await refusalOf(seat.say("hello")), "muted");
    await decide(review, { decision: "allow", why: "a song" });
    assert.deepEqual((await mine(bob)).strikes, []);
    await says(seat, "thank you");
    // The mute is over by the time that somebody looks, and the strike is not.
    clock.advance(10_000);
    assert.equal(await refusalOf(seat.say("kill yourself")), "blocked");
    clock.advance(20 * 60_000);
    assert.equal((await mine(bob)).strikes.length, 1);
    await decide(await open("block"), { decision: "allow" });
    assert.deepEqual((await mine(bob)).strikes, []);
  });

  it("with an exception lets these words be said from then on", async () => {
    const words = "you are a muppet idiot";
    assert.equal(await refusalOf(seat.say(words)), "blocked");
    await done(app, mia, "POST", "/api/admin/exceptions", { text: words, why: "the name of the game" });
    await says(seat, words);
    const { exceptions } = await done<{ exceptions: { text: string; by: string }[] }>(
      app,
      mia,
      "GET",
      "/api/admin/exceptions",
    );
    assert.deepEqual(
      exceptions.map(({ by }) => by),
      [mia.id],
    );
    await done(app, mia, "DELETE", "/api/admin/exceptions", { text: words });
    assert.equal(
      (await call(app, "DELETE", "/api/admin/exceptions", { token: mia.token, body: { text: words } })).code,
      "not_found",
    );
    clock.advance(10_000);
    assert.equal(await refusalOf(seat.say(words)), "blocked");
    await seat.ask("report", { message: await says(host, "innocent words"), reason: "no" });
    await decide(await open("report", ann), { decision: "except" });
    const after = await done<{ exceptions: { text: string }[] }>(app, mia, "GET", "/api/admin/exceptions");
    assert.equal(after.exceptions.length, 1);
    await host.ask("report", { player: bob.id, reason: "odd" });
    assert.equal(await refusedDecision(await open("person"), { decision: "except" }), "malformed");
    assert.equal(
      await refusedDecision({ ...after, id: "none" } as unknown as Review, { decision: "allow" }),
      "not_found",
    );
  });

  it("about an appeal lets the person back in, who is told; once", async () => {
    for (let n = 0; n < 3; n++) {
      // The connection may be closed before the refusal has come.
      await refusalOf(seat.say(insult));
      clock.advance(6000);
    }
    assert.equal(await seat.closes(), closeCodes.banned);
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    const ban = (await mine(bob)).sanctions.find(({ kind }) => kind === "ban");
    const path = `/api/me/sanctions/${ban?.id}/appeal`;
    const stranger = await guest(app, "Eve");
    assert.equal(
      (await call(app, "POST", path, { token: stranger.token, body: { text: "let me" } })).code,
      "not_found",
    );
    await done(app, bob, "POST", path, { text: "It was a joke between friends" });
    assert.equal((await call(app, "POST", path, { token: bob.token, body: { text: "please" } })).code, "conflict");
    assert.equal((await mine(bob)).sanctions.find(({ id }) => id === ban?.id)?.appeal, "open");
    const review = await open("appeal");
    assert.deepEqual([review.text, review.sanction], ["It was a joke between friends", ban?.id]);
    assert.equal(await refusedDecision(review, { decision: "except" }), "malformed");
    await decide(review, { decision: "allow", why: "fair enough" });
    const back = await enter(bob, code);
    assert.equal((await back.hears("notice", (notice) => notice.code === "appeal_allowed")).code, "appeal_allowed");
    assert.equal((await call(app, "POST", path, { token: bob.token, body: { text: "more" } })).code, "conflict");
    // The strike that led to the ban no longer counts; the two before it do.
    assert.equal((await mine(bob)).strikes.length, 2);
  });

  it("is never made by the one it is about", async () => {
    const pia = await promoted(app, admin, "Pia");
    await done(app, admin, "POST", `/api/admin/people/${pia.id}/sanctions`, { kind: "warning", reason: "harsh" });
    const [warning] = (await mine(pia)).sanctions;
    await done(app, pia, "POST", `/api/me/sanctions/${warning?.id}/appeal`, { text: "Was not" });
    const review = await open("appeal", pia);
    assert.equal(await refusedDecision(review, { decision: "allow" }, pia), "not_owner");
    await decide(review, { decision: "allow" });
  });

  it("about an appeal may be no: the ban stays, and they are told", async () => {
    const body = { kind: "ban", reason: "spam", minutes: 60 };
    await done(app, mia, "POST", `/api/admin/people/${bob.id}/sanctions`, body);
    const [ban] = (await mine(bob)).sanctions;
    await done(app, bob, "POST", `/api/me/sanctions/${ban?.id}/appeal`, { text: "No!" });
    await decide(await open("appeal"), { decision: "deny" });
    assert.equal((await mine(bob)).sanctions[0]?.appeal, "denied");
    assert.equal(await refusalOf(bob.client.joinById(code)), "banned");
    clock.advance(61 * 60_000);
    const back = await enter(bob, code);
    await back.hears("notice", (notice) => notice.code === "appeal_denied");
  });

  it("about an appeal of a guest whom a ban of the same device keeps out lets them in", async () => {
    const { conduct, tokens } = app.services;
    const as = (name: string, device: string) => {
      const id = `guest-${name}` as Person["id"];
      const token = tokens.issue({ id, name, role: "player", kind: "human", device });
      return { id, name, token, client: clientOf(app, token) };
    };
    const [dan, eve, fay] = [as("Dan", "their browser"), as("Eve", "their browser"), as("Fay", "another")];
    const put = { kind: "ban", scope: "server", device: "their browser", lobby: "", owner: "", by: mia.id } as const;
    const given = { reason: "spam", strikes: 0, strike: "", at: clock.now(), until: null };
    await conduct.impose({ ...put, ...given, id: "dan's", player: dan.id, name: "Dan" });
    assert.equal(await refusalOf(eve.client.joinById(code)), "banned");
    const banOf = async (who: Person) => (await mine(who)).sanctions.map((one) => [one.id, one.byDevice, one.appeal]);
    assert.deepEqual(
      [await banOf(dan), await banOf(eve), await banOf(fay)],
      [[["dan's", false, "none"]], [["dan's", true, "none"]], []],
    );
    const path = `/api/me/sanctions/${encodeURIComponent("dan's")}/appeal`;
    const appeal = async (who: Person) =>
      (await call(app, "POST", path, { token: who.token, body: { text: "That was my brother" } })).code;
    assert.equal(await appeal(fay), "not_found");
    assert.equal(await appeal(eve), "");
    assert.equal(await appeal(dan), "conflict");
    assert.deepEqual(await banOf(eve), [["dan's", true, "open"]]);
    assert.equal((await conduct.find("dan's"))?.appealText, "", "what Eve wrote is not kept with Dan's");
    const review = await open("appeal", eve);
    assert.deepEqual([review.text, review.name], ["That was my brother", "Eve"]);
    await decide(review, { decision: "allow" });
    assert.deepEqual(await banOf(eve), []);
    const back = await enter(eve, code);
    await back.hears("notice", (notice) => notice.code === "appeal_allowed");
    assert.equal(await appeal(eve), "not_found");
  });

  it("can't be appealed against for ever", async () => {
    const path = `/api/admin/people/${bob.id}/sanctions`;
    await done(app, mia, "POST", path, { kind: "warning", reason: "loud" });
    const [warning] = (await mine(bob)).sanctions;
    clock.advance(8 * 86_400_000);
    const again = await guest(app, "Bob");
    assert.equal((await call(app, "GET", "/api/me/sanctions", { token: bob.token })).code, "token_expired");
    assert.ok(again);
    const { conduct } = app.services;
    assert.equal((await conduct.find(warning?.id ?? ""))?.appeal, "none");
    const token = app.services.tokens.issue({ id: bob.id, name: "Bob", role: "player", kind: "human" });
    const late = await call(app, "POST", `/api/me/sanctions/${warning?.id}/appeal`, { token, body: { text: "late" } });
    assert.equal(late.code, "too_late");
    assert.deepEqual((await call(app, "GET", "/api/me/sanctions", { token })).json["sanctions"], []);
  });
});
