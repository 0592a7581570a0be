import { setTimeout as after } from "node:timers/promises";
import { Client, type Room } from "@colyseus/sdk";
import type { Notices } from "../src/protocol/notices.ts";
import { Hands } from "./chaos-hands.ts";
import { watchLine } from "./chaos-line.ts";
import type { Random } from "./chaos-random.ts";
import { type Chronicle, keyOf, newChronicle, type Result } from "./chaos-record.ts";
import { type Screen, Watch } from "./chaos-watch.ts";

/** Waits between tries to come back, in ms: doubled from the first to the last. */
const firstWaitMs = 100;
const lastWaitMs = 2000;
const patienceMs = 5000;
/** A process that stands still answers no request and refuses none. */
const joinMs = 8000;
/** With these a lobby turns somebody away for good, which no crash may bring about. */
const turnedAway = new Set([
  "lobby_not_found",
  "banned",
  "lobby_full",
  "lobby_locked",
  "unauthorized",
  "token_expired",
]);

type Line = { readonly id: string; readonly text: string };
/** A page of the history has so many lines unless it is the last. */
const pageLines = 50;

/** Somebody who plays and talks in one lobby after the other, and comes back whenever the connection is lost. */
export class ChaosPlayer {
  readonly chronicle: Chronicle;
  /** One for each process, tried in turns. */
  readonly #clients: readonly Client[];
  readonly #random: Random;
  #code = "";
  #room: Room<unknown, Screen> | undefined;
  /** When the seat was last taken, by `performance.now()`; 0 while there is none. */
  #seatedAt = 0;
  #lostAt: number | undefined;
  #tries = 0;
  #sawAt = 0;

  private constructor(clients: readonly Client[], chronicle: Chronicle, random: Random) {
    this.#clients = clients;
    this.#tries = Math.floor(random() * clients.length);
    this.chronicle = chronicle;
    this.#random = random;
  }

  /** Signs in at the first of the addresses; any of them will do to join. */
  static async signIn(urls: readonly string[], wanted: string, random: Random): Promise<ChaosPlayer> {
    const clients = urls.map((url) => new Client(url));
    const { user, token } = await (clients[0] as Client).auth.signInAnonymously({ name: wanted });
    for (const client of clients) client.auth.token = token;
    const { id, name } = user as { readonly id: string; readonly name: string };
    return new ChaosPlayer(clients, newChronicle(id, name), random);
  }

  /** Makes a lobby; gives its code. */
  async makeLobby(body: object): Promise<string> {
    const { data } = await this.#client.http.post("/api/lobbies", { body });
    return (data as { readonly code: string }).code;
  }

  /** Goes to a lobby and stays there, whatever happens to the server, until sent elsewhere. */
  async goTo(code: string): Promise<void> {
    await this.end();
    this.#code = code;
    void this.#comeBack();
  }

  /** Leaves the lobby for good. */
  async end(): Promise<void> {
    const left = this.#room;
    this.#code = "";
    this.#room = undefined;
    this.#seatedAt = 0;
    this.#lostAt = undefined;
    await left?.leave();
  }

  get seatedAt(): number {
    return this.#seatedAt;
  }

  /** When it was last shown or told anything, by `performance.now()`. */
  get sawAt(): number {
    return this.#sawAt;
  }

  get #client(): Client {
    return this.#clients[this.#tries % this.#clients.length] as Client;
  }

  /** How often it has tried to join so far. */
  get tries(): number {
    return this.#tries;
  }

  /** What is shown to this player now; undefined while it has no seat. */
  get screen(): Screen | undefined {
    return this.#room?.state;
  }

  /** Whether this player's answer to the open question is on its way at least. */
  get hasSent(): boolean {
    const { game } = this.screen ?? {};
    return game !== undefined && (this.chronicle.answers.get(keyOf(game.id, game.question.id))?.sent ?? 0) > 0;
  }

  /** Sends a message of a host; what becomes of it shows in the lobby. */
  async ask(type: "start" | "skip", payload: object = {}): Promise<void> {
    try {
      await this.#room?.request(type, payload, { timeout: patienceMs });
      if (type === "start" && this.#room !== undefined) this.chronicle.starts++;
    } catch {
      // Refused, or nobody knows.
    }
  }

  /** The chat lines that the lobby still shows, oldest first. */
  async history(): Promise<readonly Line[]> {
    const all: Line[] = [];
    for (;;) {
      const before = all[0]?.id;
      const page = (await this.#room?.request("history", before === undefined ? {} : { before })) as readonly Line[];
      // The oldest line was dropped meanwhile, and the newest page was given instead.
      if (page.some(({ id }) => all.some((one) => one.id === id))) return all;
      all.unshift(...page);
      if (page.length < pageLines) return all;
    }
  }

  async #comeBack(): Promise<void> {
    const code = this.#code;
    for (let wait = firstWaitMs; this.#code === code; wait = Math.min(lastWaitMs, wait * 2)) {
      this.#tries++;
      const askedAt = performance.now();
      try {
        if (await this.#enter(code)) return;
      } catch (error) {
        const { reason, message } = error as Error & { readonly reason?: { readonly code: string } };
        const refusal = reason?.code ?? message;
        if (reason !== undefined) this.chronicle.refusals.push({ code: refusal, ms: performance.now() - askedAt });
        if (turnedAway.has(refusal)) this.chronicle.oddities.push(`was turned away: ${refusal}`);
      }
      await after(wait * (0.5 + this.#random() / 2));
    }
  }

  /** Joins, and waits for the first state and the welcome; false when the connection was lost before them. */
  async #enter(code: string): Promise<boolean> {
    const room = await this.#join(code);
    room.reconnection.enabled = false;
    const watch = new Watch(this.chronicle, room);
    const hands = new Hands(room, this.chronicle, this.#random);
    let isLost = false;
    const welcomed = new Promise<Notices["you"] | undefined>((resolve) => {
      room.onMessage("*", (type, payload) => {
        if (isLost) return;
        this.#sawAt = performance.now();
        if (type === "you") resolve(payload as Notices["you"]);
        if (type === "result") watch.result(payload as Result);
      });
      room.onError(() => {});
      const lost = (): void => {
        if (isLost) return;
        isLost = true;
        stopWatching();
        hands.tie();
        resolve(undefined);
        if (this.#room !== room) return;
        this.#room = undefined;
        this.#seatedAt = 0;
        this.#lostAt ??= performance.now();
        void this.#comeBack();
      };
      room.onLeave(lost);
      // A server that is the only one is killed, which closes everything at once.
      const stopWatching =
        this.#clients.length > 1
          ? watchLine(room, () => {
              lost();
              void room.leave(false);
            })
          : () => {};
      setTimeout(() => resolve(undefined), patienceMs).unref();
    });
    const you = await welcomed;
    for (let waited = 0; room.state.code === "" && waited < patienceMs; waited += 5) await after(5);
    if (you === undefined || isLost || room.state.code === "" || this.#code !== code) {
      if (!isLost) void room.leave(false);
      return false;
    }
    this.#room = room;
    this.#seatedAt = performance.now();
    if (this.#lostAt !== undefined) this.chronicle.awayMs.push(this.#seatedAt - this.#lostAt);
    this.#lostAt = undefined;
    watch.welcome(you);
    const look = (): void => {
      if (isLost) return;
      this.#sawAt = performance.now();
      watch.see();
      hands.answer();
    };
    room.onStateChange(look);
    look();
    void hands.talk();
    return true;
  }

  /** Joins through the process whose turn it is; one that comes too late is left again. */
  async #join(code: string): Promise<Room<unknown, Screen>> {
    const joining = this.#client.joinById(code);
    let isLate = false;
    joining.then(
      (room) => isLate && void room.leave(false),
      () => {},
    );
    const late = after(joinMs).then(() => {
      isLate = true;
      throw new Error("joining takes too long");
    });
    return Promise.race([joining as unknown as Promise<Room<unknown, Screen>>, late]);
  }
}
