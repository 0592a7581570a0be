import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import type { WebSocketTransport } from "@colyseus/ws-transport";
import { inTurns, pingInTurns } from "../../src/pings.ts";
import { until } from "../support/until.ts";

describe("pings", () => {
  it("come to everybody in turn, and to who has come meanwhile", () => {
    const clients = new Set(["a", "b", "c"]);
    const next = inTurns(clients);
    assert.deepEqual(next(2), ["a", "b"]);
    clients.add("d");
    clients.delete("c");
    assert.deepEqual(next(2), ["d"]);
    assert.deepEqual(next(2), ["a", "b"]);
    clients.clear();
    assert.deepEqual(next(2), []);
  });

  it("end connections that have left two unanswered", async () => {
    const done: string[] = [];
    const client = (name: string, pingCount: number) => ({
      pingCount,
      ping: () => done.push(`${name} pinged`),
      terminate: () => done.push(`${name} ended`),
    });
    const clients = new Set([client("here", 1), client("gone", 2)]);
    const http = new EventEmitter();
    pingInTurns(http as Server, { wss: { clients } } as unknown as WebSocketTransport, 120);
    http.emit("listening");
    await until("both had their turn", () => done.length === 2);
    http.emit("close");
    assert.deepEqual(done, ["here pinged", "gone ended"]);
    assert.equal([...clients][0]?.pingCount, 2);
  });
});
