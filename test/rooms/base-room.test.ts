import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";

describe("what every room stands on", () => {
  let app: TestApp;
  let ana: Person;
  before(async () => {
    app = await startApp();
    ana = await guest(app, "Ana");
  });
  after(() => app.close());

  const roomOf = (code: string) =>
    matchMaker.getLocalRoomById(code) as unknown as LobbyRoom & { readonly services: object };

  it("runs no timer of the framework's: an idle room costs nothing", async () => {
    const room = roomOf(await makeLobby(ana));
    assert.equal(room.patchRate, null);
    assert.equal(Reflect.get(room, "_patchInterval"), undefined);
  });

  it("outlives a throw in a timer of the room, and one in a handler, with the other lobbies untouched", async () => {
    const [code, other] = [await makeLobby(ana), await makeLobby(ana)];
    const neighbour = await enter(ana, other);
    const room = roomOf(code);
    const before = app.errors.length;
    room.onUncaughtException(new Error("thrown in a timer"), "setTimeout");
    const seat = await enter(await guest(app, "Ben"), code);
    // A view that can't be made is the worst a handler can meet: it throws in the middle of a commit.
    Reflect.set(room, "tellAll", () => {
      throw new Error("thrown in a handler");
    });
    await assert.rejects(seat.room.request("chat", { text: "hello" }));
    assert(app.errors.length > before);
    await neighbour.room.request("chat", { text: "still here" });
    const { status } = await fetch(`${app.url}/health/live`);
    assert.equal(status, 200);
  });
});
