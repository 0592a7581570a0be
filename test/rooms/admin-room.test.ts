import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { AdminNotices, ProcessHealth, Usage } from "../../src/protocol/admin.ts";
import { closeCodes } from "../../src/protocol/close-codes.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { Clock } from "../support/clock.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { admin as signInAdmin, done, promoted } from "../support/staff.ts";
import { until } from "../support/until.ts";
import { Watcher } from "../support/watcher.ts";

const statusOf = (lobby: object | null): unknown => lobby !== null && "status" in lobby && lobby.status;

describe("the admin room", function () {
  this.timeout(120_000);
  const clock = new Clock();
  let app: TestApp;
  let admin: Person;
  let mia: Person;
  let ann: Person;

  before(async () => {
    app = await startApp({ now: clock.now });
    admin = await signInAdmin(app);
    mia = await promoted(app, admin, "Mia");
    ann = await guest(app, "Ann");
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  it("tells what runs, as it changes, and what waits", async () => {
    const watcher = await Watcher.of(mia);
    const code = await makeLobby(ann, { title: "Evening", topic: "music", public: true });
    const seat = await enter(ann, code);
    const bob = await enter(await guest(app, "Bob"), code);
    await enter(await guest(app, "Eve"), code, { as: "spectator" });
    await seat.say("hello");
    const fits = ({ lobbies }: AdminNotices["overview"]) =>
      lobbies.some((one) => one.code === code && one.people === 2 && one.linesPerMinute === 1 && one.spectators === 1);
    const { lobbies, processes } = await watcher.hears("overview", fits);
    const { createdAt, process, ...brief } = lobbies.find((one) => one.code === code) ?? assert.fail();
    assert.ok(createdAt <= clock.now());
    assert.deepEqual([processes.length, processes[0]?.process, processes[0]?.ready], [1, process, true]);
    assert.deepEqual(
      { ...brief, status: "" },
      {
        code,
        title: "Evening",
        topic: "music",
        mode: "quiz",
        status: "",
        phase: "",
        number: 0,
        total: 0,
        people: 2,
        bots: 0,
        spectators: 1,
        owner: ann.id,
        ownerName: "Ann",
        public: true,
        locked: false,
        degraded: false,
        level: "standard",
        linesPerMinute: 1,
      },
    );
    const { id } = await bob.hears("chat");
    await bob.ask("report", { message: id, reason: "rude" });
    const review = await watcher.hears("review", ({ state }) => state === "open");
    await watcher.hears("overview", ({ open }) => open === 1);
    assert.equal(review.kind, "report");
    await done(app, mia, "POST", `/api/admin/reviews/${review.id}`, { decision: "allow" });
    assert.deepEqual(await watcher.hears("review", ({ state }) => state === "allowed"), {
      ...review,
      state: "allowed",
    });
    assert.equal((await watcher.hears("audit")).action, "review.allow");
    const shown = await done<AdminNotices["overview"]>(app, mia, "GET", "/api/admin/overview");
    assert.ok(shown.lobbies.some((one) => one.code === code));
    await watcher.room.leave();
  });

  it("lets somebody look into a lobby that does not notice, and never at a key", async () => {
    const code = await makeLobby(ann, { count: 3 });
    const seat = await enter(ann, code);
    const watcher = await Watcher.of(mia);
    watcher.room.send("look", { code });
    await watcher.hears("look", ({ lobby }) => statusOf(lobby) === "ready");
    await seat.say("who is there?");
    await watcher.hears("look", ({ chat }) => chat.some(({ text }) => text === "who is there?"));
    await seat.ask("start", {});
    await watcher.hears("look", ({ lobby }) => (lobby as { game?: { phase: string } }).game?.phase === "question");
    assert.equal(matchMaker.getLocalRoomById(code)?.clients.length, 1);
    for (const { lobby } of watcher.all("look")) {
      const { phase, reveal } = (lobby as { game: { phase: string; reveal: { key: number } } }).game;
      if (phase === "question") assert.equal(reveal.key, -1);
      assert.doesNotMatch(JSON.stringify(lobby), /"questions"|"key":\d.*"key":\d/);
    }
    watcher.room.send("look", { code: "" });
    watcher.room.send("look", { code: "ZZZZZ" });
    assert.deepEqual(await watcher.hears("look", ({ code: of }) => of === "ZZZZZ"), {
      code: "ZZZZZ",
      lobby: null,
      chat: [],
    });
    await watcher.room.leave();
    await seat.leave();
  });

  it("looks at a lobby that sleeps without waking it", async () => {
    const code = await makeLobby(ann, { topic: "art" });
    const seat = await enter(ann, code);
    await seat.say("good night");
    await seat.leave();
    clock.advance(11 * 60_000);
    // The room looks at the clock when its owner touches it.
    await call(app, "PATCH", `/api/lobbies/${code}`, { token: ann.token, body: { slowMode: 1 } });
    await until("sleep", () => matchMaker.getLocalRoomById(code) === undefined);
    const watcher = await Watcher.of(mia);
    watcher.room.send("look", { code });
    const { lobby, chat } = await watcher.hears("look");
    assert.deepEqual(
      chat.map(({ text }) => text),
      ["good night"],
    );
    const { topic, asleep, players } = lobby as { topic: string; asleep: boolean; players: object };
    assert.deepEqual([topic, asleep, players], ["art", true, {}]);
    assert.equal(matchMaker.getLocalRoomById(code), undefined);
    await watcher.room.leave();
  });

  it("closes when the role or the tokens behind it end", async () => {
    const [nora, max] = [await promoted(app, admin, "Nora"), await promoted(app, admin, "Max")];
    const [hers, his] = [await Watcher.of(nora), await Watcher.of(max)];
    await done(app, admin, "POST", `/api/admin/people/${nora.id}/role`, { role: "player", why: "left" });
    assert.equal(await until("the close", () => hers.closedWith || undefined), closeCodes.tokenExpired);
    await done(app, max, "POST", "/auth/sign-out-everywhere", {});
    assert.equal(await until("the close", () => his.closedWith || undefined), closeCodes.tokenExpired);
  });

  it("takes no nonsense", async () => {
    const watcher = await Watcher.of(mia);
    for (const [type, payload] of [
      ["look", {}],
      ["look", { code: 5 }],
      ["look", { code: "x".repeat(11) }],
      ["refresh", { now: true }],
      ["__proto__", {}],
      ["chat", { text: "hi" }],
    ] as const)
      watcher.room.send(type, payload);
    await until("six refusals", () => watcher.all("notice").filter(({ code }) => code === "malformed").length === 6);
    const before = watcher.all("overview").length;
    watcher.room.send("refresh");
    await until("a fresh overview", () => watcher.all("overview").length > before);
    for (let n = 0; n < 30; n++) watcher.room.send("look", { code: "ZZZZZ" });
    await watcher.hears("notice", ({ code }) => code === "too_fast");
    assert.equal(watcher.closedWith, 0);
    await watcher.room.leave();
  });

  it("has figures beside it: of the processes over time, and of models", async () => {
    type Health = { processes: { process: string; address: string; points: ProcessHealth[] }[] };
    const { processes } = await done<Health>(app, mia, "GET", "/api/admin/health?hours=1");
    assert.equal(processes.length, 1);
    const [point] = processes[0]?.points ?? [];
    assert.ok(point !== undefined && point.rssBytes > 10_000_000 && point.heapBytes > 1_000_000);
    assert.ok(point.cpu >= 0 && point.loopDelayMs >= 0 && point.commitMs >= 0);
    assert.equal((await call(app, "GET", "/api/admin/health?hours=100", { token: mia.token })).code, "malformed");
    const usage = await done<Usage>(app, mia, "GET", "/api/admin/usage");
    assert.deepEqual(
      [usage.configured, usage.model, usage.out, usage.day, usage.days, usage.lobbies, usage.currency],
      [false, "", false, { calls: 0, tokens: 0 }, [], [], "USD"],
    );
  });
});
