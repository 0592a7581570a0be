import { setImmediate as turn } from "node:timers/promises";
import * as fc from "fast-check";
import { hostile } from "./abuse.ts";
import type { TestApp } from "./app.ts";
import { guest } from "./people.ts";
import { RawClient } from "./raw.ts";
import { until } from "./until.ts";

const attackers = 8;
const perConnection = 90;
const samples = { numRuns: 600, seed: 20_260_728 };

/** Hostile connections to one lobby, several at a time, each with a new identity, until enough has been sent. */
export class Attack {
  readonly #app: TestApp;
  readonly #lobby: string;
  sent = 0;
  connections = 0;
  /** How often each code came back. */
  readonly codes = new Map<string, number>();
  /** How often each close code did; 0 for connections that were let live. */
  readonly closes = new Map<number, number>();

  constructor(app: TestApp, lobby: string) {
    this.#app = app;
    this.#lobby = lobby;
  }

  /** Sends this many frames in all, from a fixed seed; each connection sends one kind, or a bit of all. */
  async send(total: number, openQuestion: string): Promise<void> {
    const kinds = Object.values(hostile(openQuestion));
    const loads = [...kinds, fc.oneof(...kinds)].map((frames) => fc.sample(frames, samples));
    await Promise.all(Array.from({ length: attackers }, (_, index) => this.#attack(total, loads, index)));
  }

  async #attack(total: number, loads: readonly Buffer[][], index: number): Promise<void> {
    for (let nth = 0; this.sent < total; nth++) {
      const { token } = await guest(this.#app, `Eve ${index} ${nth}`);
      const as = nth % 5 === 4 ? "spectator" : "player";
      const client = await RawClient.join(this.#app, token, this.#lobby, { as });
      this.connections++;
      const load = loads[(index + nth) % loads.length] as Buffer[];
      for (let n = 0; n < perConnection; n++) {
        if (!client.send(load[(nth * perConnection + n) % load.length] as Buffer)) break;
        this.sent++;
        if (n % 15 === 14) await turn();
      }
      await this.#hearOut(client);
    }
  }

  async #hearOut(client: RawClient): Promise<void> {
    await until("the frames to leave", () => client.closedWith > 0 || client.socket.bufferedAmount === 0);
    const heard = client.frames.length;
    client.request("time");
    await until("an answer or the close", () => client.closedWith > 0 || client.frames.length > heard);
    for (const code of client.refusals()) count(this.codes, code);
    count(this.closes, client.closedWith);
    client.socket.terminate();
  }
}

const count = <K>(times: Map<K, number>, key: K): void => void times.set(key, (times.get(key) ?? 0) + 1);
