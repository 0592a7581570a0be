import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { matchMaker } from "@colyseus/core";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby, type Person } from "../support/people.ts";
import { RawClient } from "../support/raw.ts";
import type { Seat } from "../support/seat.ts";
import { until } from "../support/until.ts";

const kilobyte = 1024;
const queueMost = 256 * kilobyte;

describe("a client that stops reading", function () {
  this.timeout(120_000);
  let app: TestApp;
  let owner: Person;
  let ann: Seat;
  let slow: RawClient;
  let room: LobbyRoom;
  let most: number;

  before(async () => {
    app = await startApp();
    owner = await guest(app, "Ann");
  });
  after(() => app.close());
  beforeEach(async () => {
    const code = await makeLobby(owner, { seconds: 300, count: 50 });
    ann = await enter(owner, code);
    slow = await RawClient.join(app, (await guest(app, "Slow")).token, code);
    await until("its state", () => slow.state?.players.size === 2);
    room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom;
    most = 0;
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  const socketOf = ({ socket }: RawClient): Socket => Reflect.get(socket, "_socket") as Socket;

  /** Bytes that wait in the server for the slow client; undefined when it has been let go. */
  const queued = (): number | undefined => {
    const client = room.clients.get(slow.sessionId);
    const bytes = (client?.ref as { bufferedAmount?: number } | undefined)?.bufferedAmount;
    most = Math.max(most, bytes ?? 0);
    return bytes;
  };

  const talk = (bytes: number): void =>
    room.broadcast("chat", { id: "x", player: "x", name: "x", kind: "human", text: "x".repeat(bytes), at: 0 });

  let titles = 0;
  const change = async (): Promise<void> => {
    const changes = { title: `title ${++titles}`, maxPlayers: 20 + (titles % 30) };
    await room.command({
      type: "settings",
      hand: { player: owner.id, staff: true },
      changes,
      fresh: { id: "s", seed: "s" },
    });
  };

  /** Talks until the system's own buffers are full and bytes stay in the server. */
  const fill = async (bytes: number): Promise<void> => {
    for (let still = 0; still < 5;) {
      await turn();
      const waiting = queued() ?? 0;
      if (waiting > bytes) still++;
      else talk(16 * kilobyte);
    }
  };

  it("reads on later and sees just what the server holds, though patches had to wait", async () => {
    socketOf(slow).pause();
    await fill(1);
    await ann.ask("start");
    for (let n = 0; n < 150; n++) {
      await change();
      if (n % 10 === 0) talk(500);
    }
    assert.ok((queued() ?? 0) > 5 * kilobyte, "patches wait in the server");
    await ann.sees("the last change", ({ title, game }) => title === `title ${titles}` && game.phase === "question");
    assert.notEqual(slow.state?.title, ann.state.title);
    socketOf(slow).resume();
    await until(
      "it to catch up",
      () => slow.state?.title === ann.state.title && slow.state?.game.phase === "question",
      10_000,
    );
    assert.equal(slow.closedWith, 0);
    assert.deepEqual(slow.state?.toJSON(), room.state.toJSON());
    assert.deepEqual(ann.state.toJSON(), room.state.toJSON());
    assert.equal((await slow.answerTo(slow.request("time"))).ok, true);
  });

  it("is let go when it stays away, before much has piled up; the others play on", async () => {
    socketOf(slow).pause();
    const biggest = 16 * kilobyte;
    for (let n = 0; n < 4000 && queued() !== undefined; n++) {
      talk(biggest);
      await change();
    }
    assert.equal(queued(), undefined);
    assert.ok(most > queueMost / 2, `only ${most} bytes ever waited`);
    assert.ok(most <= queueMost + biggest + kilobyte, `${most} bytes waited`);
    socketOf(slow).resume();
    assert.equal(await slow.closes(), 1006);
    await ann.sees("it away", ({ players }) => [...players.values()].some(({ connected }) => !connected));
    await ann.sees("the last change", ({ title }) => title === `title ${titles}`);
    assert.equal(ann.closedWith, 0);
  });

  it("is counted once when it is let go", async () => {
    socketOf(slow).pause();
    const before = await evictions();
    while (queued() !== undefined) {
      talk(16 * kilobyte);
      talk(16 * kilobyte);
      await turn();
    }
    assert.equal((await evictions()) - before, 1);
  });

  const evictions = async (): Promise<number> => {
    const { text } = await call(app, "GET", "/metrics");
    return Number(/parlor_evictions_total\{why="slow"\} (\d+)/.exec(text)?.[1] ?? 0);
  };
});
