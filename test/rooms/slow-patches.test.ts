import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { RawClient } from "../support/raw.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

const patches = 3040;
const patchesMost = 20_000;
const pauseOf = 40;
const patchBytes = 4096;
const queueMost = 256 * 1024;

describe("3,000 patches of 4 kB, and a client that stops reading", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Seat;
  let slow: RawClient;
  let slowPerson: Person;
  let room: LobbyRoom;
  let code: string;
  /** What the slow client was shown, patch by patch. */
  const shown: number[] = [];
  let lookedAt = 0;
  let most = 0;

  before(async () => {
    app = await startApp();
    const owner = await guest(app, "Ann");
    slowPerson = await guest(app, "Slow");
    code = await makeLobby(owner);
    ann = await enter(owner, code);
    slow = await RawClient.join(app, slowPerson.token, code);
    await until("its state", () => slow.state?.players.size === 2);
    room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom;
    slow.socket.on("message", look);
  });
  after(() => app.close());
  afterEach(() => assert.deepEqual(app.errors, []));

  /** One number in two fields, and the rest of the 4 kB says it, too: a patch of which any part is another's shows. */
  const textOf = (nth: number): string => `${nth}:`.repeat(patchBytes).slice(0, patchBytes);
  const patch = (nth: number): void => {
    room.state.title = `title ${nth}`;
    room.state.topic = textOf(nth);
    room.broadcastPatch();
  };
  const look = (): void => {
    const { title = "", topic = "" } = slow.state ?? {};
    if (!title.startsWith("title ")) return;
    const nth = Number(title.slice(6));
    if (nth === shown.at(-1)) return;
    assert.equal(topic, textOf(nth));
    shown.push(nth);
  };
  const queued = (): number | undefined => {
    const ref = room.clients.get(slow.sessionId)?.ref as { readonly bufferedAmount?: number } | undefined;
    most = Math.max(most, ref?.bufferedAmount ?? 0);
    return ref?.bufferedAmount;
  };
  const socket = (): Socket => Reflect.get(slow.socket, "_socket") as Socket;

  it("never shows it a wrong one as long as it reads now and then", async () => {
    const half = patches / 2;
    for (let nth = 1; nth <= half; nth++) {
      // It reads nothing while forty are sent, and then all of them.
      if (nth % pauseOf === 1) socket().pause();
      patch(nth);
      if (nth % pauseOf !== 0) continue;
      await turn();
      queued();
      socket().resume();
      await until("it to catch up", () => shown.at(-1) === nth);
    }
    assert.deepEqual(
      shown,
      Array.from({ length: half }, (_, index) => index + 1),
    );
    assert.equal(slow.closedWith, 0);
    lookedAt = shown.length;
  });

  it("lets it go with a bounded queue when it reads no more, and nothing that it has read is wrong", async () => {
    socket().pause();
    // How much the system takes before anything waits here is its own affair.
    for (let nth = patches / 2 + 1; nth <= patches || (queued() !== undefined && nth <= patchesMost); nth++) {
      patch(nth);
      if (nth % 8 !== 0) continue;
      await turn();
      queued();
    }
    await until("it to be let go", () => queued() === undefined);
    assert(most <= queueMost + 10 * patchBytes, `${most} bytes waited`);
    socket().resume();
    assert.equal(await slow.closes(), 1006);
    assert.deepEqual(
      shown,
      Array.from({ length: shown.length }, (_, index) => index + 1),
    );
    assert(shown.length >= lookedAt && shown.length < patchesMost, `${shown.length} were shown`);
    await until("the other to see all", () => isDeepStrictEqual(ann.state.toJSON(), room.state.toJSON()));
    assert.equal(ann.closedWith, 0);
  });

  it("shows it the whole when it comes back", async () => {
    const back = await RawClient.join(app, slowPerson.token, code);
    await until("its state", () => back.state?.players.size === 2);
    await until("what all see", () => isDeepStrictEqual(back.state?.toJSON(), room.state.toJSON()));
    back.socket.terminate();
  });
});
