import { setTimeout as after } from "node:timers/promises";
import { Client, type Room } from "@colyseus/sdk";
import type { Notices } from "../src/protocol/notices.ts";
import type { Random } from "./chaos-random.ts";
import { type Chronicle, type GivenAnswer, keyOf, newChronicle, type Result, type SaidLine } from "./chaos-record.ts";
import { type Screen, Watch } from "./chaos-watch.ts";

/** Waits between tries to come back, in ms: doubled from the first to the last. */
const firstWaitMs = 100;
const lastWaitMs = 2000;
const patienceMs = 5000;
/** With these a lobby turns somebody away for good, which no crash may bring about. */
const turnedAway = new Set(["lobby_not_found", "banned", "lobby_full", "lobby_locked", "unauthorized", "token_expired"]);

export const codeOf = (error: unknown): string => {
  const { reason, message } = error as Error & { readonly reason?: { readonly code: string } };
  return reason?.code ?? message;
};

/** Somebody who plays and talks in one lobby after the other, and comes back whenever the connection is lost. */
export class ChaosPlayer {
  readonly chronicle: Chronicle;
  readonly #client: Client;
  readonly #random: Random;
  #code = "";
  #room: Room<unknown, Screen> | undefined;
  #watch: Watch | undefined;
  /** When the seat was last taken, by `performance.now()`; 0 while there is none. */
  #seatedAt = 0;
  #tries = 0;
  #isOver = false;

  private constructor(client: Client, chronicle: Chronicle, random: Random) {
    this.#client = client;
    this.chronicle = chronicle;
    this.#random = random;
  }

  static async signIn(url: string, name: string, random: Random): Promise<ChaosPlayer> {
    const client = new Client(url);
    const { user, token } = await client.auth.signInAnonymously({ name });
    client.auth.token = token;
    return new ChaosPlayer(client, newChronicle(user.id as string, user.name as string), random);
  }

  /** Makes a lobby; gives its code. */
  async makeLobby(body: object): Promise<string> {
    const { data } = await this.#client.http.post("/api/lobbies", { body });
    return (data as { readonly code: string }).code;
  }

  /** Goes to a lobby and stays there, whatever happens to the server, until sent elsewhere. */
  async goTo(code: string): Promise<void> {
    this.#code = code;
    const left = this.#room;
    this.#room = undefined;
    this.#seatedAt = 0;
    await left?.leave();
    void this.#comeBack();
  }

  /** Goes away for good. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#room?.leave();
  }

  get seatedAt(): number {
    return this.#seatedAt;
  }

  /** How often it has tried to join so far. */
  get tries(): number {
    return this.#tries;
  }

  /** What is shown to this player now; undefined while it has no seat. */
  get screen(): Screen | undefined {
    return this.#seatedAt === 0 ? undefined : this.#room?.state;
  }

  /** Whether every answer of this player to the open question is on its way at least. */
  get hasSent(): boolean {
    const { game } = this.screen ?? {};
    return game !== undefined && (this.chronicle.answers.get(keyOf(game.id, game.question.id))?.sent ?? 0) > 0;
  }

  /** Sends a message of a host; what becomes of it shows in the lobby. */
  async ask(type: "start" | "skip", payload: object = {}): Promise<void> {
    await this.#room?.request(type, payload, { timeout: patienceMs }).catch(() => {});
  }

  /** The chat lines that the lobby still shows, oldest first. */
  async history(): Promise<readonly { readonly id: string; readonly text: string }[]> {
    const all: { readonly id: string; readonly text: string }[] = [];
    for (;;) {
      const before = all[0]?.id;
      const page = (await this.#room?.request("history", before === undefined ? {} : { before })) as typeof all;
      all.unshift(...page);
      if (page.length < 50) return all;
    }
  }

  async #comeBack(): Promise<void> {
    const code = this.#code;
    for (let wait = firstWaitMs; this.#code === code && !this.#isOver; wait = Math.min(lastWaitMs, wait * 2)) {
      this.#tries++;
      try {
        if (await this.#enter(code)) return;
      } catch (error) {
        const refusal = codeOf(error);
        if (turnedAway.has(refusal)) this.chronicle.oddities.push(`was turned away: ${refusal}`);
      }
      await after(wait * (0.5 + this.#random() / 2));
    }
  }

  /** Joins, and waits for the first state and the welcome; false when the connection was lost before them. */
  async #enter(code: string): Promise<boolean> {
    const room = (await this.#client.joinById(code)) as unknown as Room<unknown, Screen>;
    room.reconnection.enabled = false;
    const watch = new Watch(this.chronicle, room);
    let isLost = false;
    const welcomed = new Promise<Notices["you"] | undefined>((resolve) => {
      room.onMessage("*", (type, payload) => {
        if (type === "you") resolve(payload as Notices["you"]);
        if (type === "result") watch.result(payload as Result);
      });
      room.onError(() => {});
      room.onLeave(() => {
        isLost = true;
        resolve(undefined);
        if (this.#room !== room) return;
        this.#room = undefined;
        this.#seatedAt = 0;
        void this.#comeBack();
      });
      setTimeout(() => resolve(undefined), patienceMs).unref();
    });
    const you = await welcomed;
    for (let waited = 0; !isLost && room.state.code === "" && waited < patienceMs; waited += 5) await after(5);
    if (you === undefined || isLost || room.state.code === "" || this.#code !== code) {
      if (!isLost) await room.leave(false);
      return false;
    }
    this.#room = room;
    this.#watch = watch;
    watch.welcome(you);
    room.onStateChange(() => this.#look(room));
    this.#seatedAt = performance.now();
    this.#look(room);
    void this.#talk(room);
    return true;
  }

  #look(room: Room<unknown, Screen>): void {
    if (this.#room !== room) return;
    this.#watch?.see();
    const { phase, id, question, phaseMs } = room.state.game;
    if (phase !== "question") return;
    const key = keyOf(id, question.id);
    let given = this.chronicle.answers.get(key);
    if (given === undefined) {
      const choice = Math.floor(this.#random() * question.choices.length);
      given = {
        game: id,
        question: question.id,
        choice,
        fate: "unknown",
        sent: 0,
        code: "",
        time: undefined,
        limit: phaseMs,
      };
      this.chronicle.answers.set(key, given);
    }
    if (given.fate !== "unknown") return;
    given.fate = "invoked";
    void this.#answer(room, given);
  }

  /**
   * People think about a question when they see it first, each for as long as they like or all for as long; what got
   * no reply is sent again at once.
   */
  async #answer(room: Room<unknown, Screen>, given: GivenAnswer): Promise<void> {
    const { game } = room.state;
    const share = game.number % 2 === 0 ? 0.3 : this.#random() / 2;
    if (given.sent === 0) await after(share * given.limit);
    const isOpen = this.#room === room && game.phase === "question" && game.question.id === given.question;
    if (!isOpen) {
      given.fate = "unknown";
      if (this.#room !== undefined) this.#look(this.#room);
      return;
    }
    const openedAt = game.phaseEndsAt - game.phaseMs;
    given.sent++;
    try {
      const { question, choice } = given;
      const ack = await room.request<object, { readonly at: number }>("answer", { question, choice });
      given.fate = "ok";
      given.time = ack.at - openedAt;
    } catch (error) {
      const { reason } = error as { readonly reason?: { readonly code: string } };
      if (reason === undefined) given.fate = "unknown";
      else if (reason.code === "already_answered" && given.sent > 1) given.fate = "ok";
      else [given.fate, given.code] = ["refused", reason.code];
    }
  }

  async #talk(room: Room<unknown, Screen>): Promise<void> {
    for (;;) {
      await after(1000 + this.#random() * 3000);
      if (this.#room !== room || this.#isOver) return;
      const { lines, name } = this.chronicle;
      const text = `line ${lines.length + 1} of ${name}`;
      const line: SaidLine = { text, fate: "invoked", id: "", sentAt: performance.now(), ackedAt: 0 };
      lines.push(line);
      try {
        line.id = (await room.request<object, { readonly id: string }>("chat", { text })).id;
        line.ackedAt = performance.now();
        line.fate = "ok";
      } catch (error) {
        line.fate = (error as { readonly reason?: object }).reason === undefined ? "unknown" : "refused";
      }
    }
  }
}
