import assert from "node:assert/strict";
import { matchMaker, Room } from "@colyseus/core";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person, refusalOf } from "../support/people.ts";
import type { Seat } from "../support/seat.ts";
import { admin as signInAdmin, audited, promoted } from "../support/staff.ts";

const ours = { "sec-fetch-site": "same-origin" };

describe("the monitor and the playground", function () {
  this.timeout(120_000);
  let app: TestApp;
  let admin: Person;
  let mia: Person;
  let ann: Person;
  let code: string;
  let seat: Seat;

  before(async () => {
    app = await startApp();
    admin = await signInAdmin(app);
    mia = await promoted(app, admin, "Mia");
    ann = await guest(app, "Ann");
  });
  after(() => app.close());
  beforeEach(async () => {
    code = await makeLobby(ann, { topic: "space", count: 3 });
    seat = await enter(ann, code);
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  const get = (path: string, headers: Record<string, string> = {}, by = admin) =>
    call(app, "GET", `/admin/${path}`, { token: by.token, headers });
  const callOf = (method: string, args: unknown[] = []) =>
    `monitor/api/room/call?roomId=${code}&method=${method}&args=${encodeURIComponent(JSON.stringify(args))}`;
  const isAlive = async (): Promise<boolean> => (await seat.ask("time")) !== undefined;

  it("end a connection or a room for an admin, from our own page alone, and it is in the log", async () => {
    const before = (await audited(app, admin)).length;
    for (const site of ["cross-site", "same-site", "none", "SAME-ORIGIN", undefined]) {
      const headers = site === undefined ? {} : { "sec-fetch-site": site };
      const refused = await get(callOf("disconnect"), headers);
      assert.deepEqual([refused.status, refused.code], [403, "not_owner"], site);
    }
    assert.equal((await get(callOf("disconnect"), ours, mia)).code, "not_owner");
    assert.ok(await isAlive());
    assert.equal((await audited(app, admin)).length, before);
    assert.equal((await get(callOf("_forceClientDisconnect", [seat.room.sessionId]), ours)).status, 200);
    assert.ok(await seat.closes(1000));
    const again = await enter(ann, code);
    assert.equal((await get(callOf("disconnect"), ours)).status, 200);
    assert.ok(await again.closes(1000));
    const actions = (await audited(app, admin)).slice(before).map(({ action, target }) => [action, target]);
    assert.deepEqual(actions, [
      ["monitor._forceClientDisconnect", `lobby:${code}`],
      ["monitor.disconnect", `lobby:${code}`],
    ]);
    // What has happened in it is kept, so the lobby comes back.
    await (await enter(ann, code)).leave();
  });

  it("call nothing else, however it is asked", async () => {
    const json = encodeURIComponent("[]");
    for (const path of [
      callOf("_editStateProperty", [["topic"], "hacked"]),
      callOf("_deleteStateProperty", [["topic"]]),
      callOf("_sendMessageToClient", [seat.room.sessionId, "notice", { code: "x", text: "y" }]),
      callOf("broadcast", ["notice", {}]),
      callOf("command", [{ type: "close", hand: { player: "admin", staff: true } }]),
      callOf("expel", [ann.id]),
      callOf("constructor"),
      callOf("disconnect", [{ code: 4000 }]),
      callOf("disconnect", ["a", "b"]),
      `monitor/api/room/call?roomId=${code}&method=getInspectData&method=disconnect&args=${json}`,
      `monitor/api/room/call?roomId=${code}&method=getInspectData&args=${json}&method=disconnect`,
      `monitor/api/room/call?roomId=${code}&method=disconnect&args=nonsense`,
    ]) {
      assert.equal((await get(path, ours)).status, 403, path);
    }
    for (const path of [
      `monitor//api/room/call?roomId=${code}&method=disconnect&args=${json}`,
      `monitor/api/room/call/?roomId=${code}&method=disconnect&args=${json}`,
      `monitor/api/room%2Fcall?roomId=${code}&method=disconnect&args=${json}`,
      `monitor/API/ROOM/CALL?roomId=${code}&method=disconnect&args=${json}`,
      "monitor/assets/../../../../package.json",
      "monitor/%2e%2e/%2e%2e/package.json",
      "playground/profiling/profile.cpuprofile",
      "playground/index.mjs",
    ]) {
      assert.equal((await get(path, ours)).status, 404, path);
    }
    for (const path of [
      "monitor/api",
      callOf("disconnect"),
      "playground/profiling/start",
      "playground/profiling/stop",
    ]) {
      const { status } = await call(app, "POST", `/admin/${path}`, { token: admin.token, headers: ours, body: {} });
      assert.equal(status, 404, path);
    }
    assert.ok(await isAlive());
    assert.equal(seat.state.topic, "space");
  });

  it("show what everybody in a lobby sees, and so no key", async () => {
    await seat.sees("questions", ({ status }) => status === "ready");
    await seat.ask("start", {});
    await seat.sees("a question", ({ game }) => game.phase === "question");
    const keys = (matchMaker.getLocalRoomById(code) as unknown as { lobby: object }).lobby;
    assert.match(JSON.stringify(keys), /"key":\d/, "the process knows the key");
    const room = await get(`monitor/api/room?roomId=${code}`);
    const { state } = room.json as { state: { game: { phase: string; reveal: { key: number } } } };
    assert.deepEqual([state.game.phase, state.game.reveal.key], ["question", -1]);
    const look = await call(app, "GET", `/api/admin/lobbies/${code}`, { token: mia.token });
    const listed = await get("monitor/api");
    const rooms = await get("playground/rooms");
    const called = await get(callOf("getInspectData"), ours, mia);
    for (const { status, text } of [room, look, listed, rooms, called]) {
      assert.equal(status, 200);
      assert.doesNotMatch(text, /"(?:questions|explanations|choicesRight|right)":|"key":[0-9]/);
    }
  });

  it("keep the policy of all pages, and every page is whole", async () => {
    const plain = (await call(app, "GET", "/health/live")).headers.get("content-security-policy");
    for (const page of ["monitor/", "playground/"]) {
      const html = await get(page);
      assert.equal(html.headers.get("content-security-policy"), plain);
      const [, script = ""] = /src="\.\/(assets\/[^"]+\.js)"/.exec(html.text) ?? [];
      const loaded = await get(page + script);
      assert.equal(loaded.status, 200);
      assert.equal(Buffer.byteLength(loaded.text), Number(loaded.headers.get("content-length")));
    }
    for (const told of ["monitor/api", "playground/rooms"]) {
      assert.equal((await get(told)).headers.get("cache-control"), "private, no-store");
    }
    assert.equal((await fetch(`${app.url}/admin/monitor`, { redirect: "manual" })).status, 401);
  });

  it("make no rooms, and leave those who join rooms alone", async () => {
    assert.deepEqual(matchMaker.controller.exposedMethods, []);
    await get("playground/rooms");
    assert.equal(await refusalOf(admin.client.create("lobby")), "not_available");
    assert.equal(await refusalOf(admin.client.joinOrCreate("lobby")), "not_available");
    const bob = await enter(await guest(app, "Bob"), code);
    await bob.ask("time");
    assert.ok(!bob.heard.some(({ type }) => type.startsWith("__playground")));
    assert.equal(await Room.onAuth("", {}, {} as never), true, "the framework's own, not that of a library");
  });
});
