import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { WebSocket } from "ws";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { enter, guest, makeLobby } from "../support/people.ts";
import { until } from "../support/until.ts";

const idlers = 900;

describe("connections that want nothing good", function () {
  this.timeout(120_000);
  let app: TestApp;
  const sockets: Socket[] = [];
  let openedAt: number;

  before(async () => {
    app = await startApp();
    const port = Number(new URL(app.url).port);
    openedAt = performance.now();
    // A third says nothing, a third begins a header, a third begins a body.
    for (let n = 0; n < idlers; n++) {
      const socket = connect(port, "127.0.0.1")
        .on("error", () => {})
        .resume();
      if (n % 3 === 1) socket.write("GET /health/live HTTP/1.1\r\nhost: x\r\nx-slow: ");
      if (n % 3 === 2) {
        socket.write(
          "POST /api/lobbies HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{",
        );
      }
      sockets.push(socket);
    }
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    await app.close();
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  it("keep nobody out of a lobby by places that they reserve and never take", async () => {
    const [ann, bo, squatter] = await Promise.all(["Ann", "Bo", "Squatter"].map((name) => guest(app, name)));
    assert(ann !== undefined && bo !== undefined && squatter !== undefined);
    const code = await makeLobby(ann, { maxPlayers: 2 });
    const seat = await enter(ann, code);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        call(app, "POST", `/matchmake/joinById/${code}`, { token: squatter.token, body: {} }),
      ),
    );
    assert(answers.every(({ status }) => status === 200));
    const other = await enter(bo, code);
    await seat.sees("both", ({ players }) => players.size === 2);
    await Promise.all([seat.leave(), other.leave()]);
  });

  it("come by a reservation once", async () => {
    const ann = await guest(app, "Ann");
    const code = await makeLobby(ann);
    const { json } = await call(app, "POST", `/matchmake/joinById/${code}`, { token: ann.token, body: {} });
    const { processId, roomId, sessionId } = json as Record<string, string>;
    const address = `${app.url.replace("http", "ws")}/${processId}/${roomId}?sessionId=${sessionId}`;
    const [first, again] = [new WebSocket(address), new WebSocket(address)];
    const closed: number[] = [];
    for (const socket of [first, again]) socket.on("close", (code_) => closed.push(code_)).on("error", () => {});
    await until("one to be closed", () => closed.length === 1);
    first.terminate();
    again.terminate();
    const late = new WebSocket(address);
    const [why] = (await once(late, "close")) as [number];
    assert(why >= 4000, `${why}`);
  });

  it("are gone after some seconds, all 900, and keep nobody waiting meanwhile", async () => {
    let longest = 0;
    while (sockets.some(({ closed }) => !closed)) {
      const asked = performance.now();
      assert.equal((await call(app, "GET", "/health/live")).status, 200);
      longest = Math.max(longest, performance.now() - asked);
      assert(
        performance.now() - openedAt < 15_000,
        `${[0, 1, 2].map((kind) => sockets.filter(({ closed }, n) => !closed && n % 3 === kind).length).join()} are still there`,
      );
    }
    assert(longest < 2000, `somebody waited ${longest} ms`);
  });
});
