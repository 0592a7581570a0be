import type { Room } from "@colyseus/sdk";
import { signal } from "@preact/signals";
import { mayComeBack } from "../../src/protocol/close-codes.ts";
import { closeWord } from "./codes-text.ts";
import { type Heartbeat, startHeartbeat } from "./heartbeat.ts";
import { listen } from "./listen.ts";
import { refusalCode } from "./refusal.ts";
import { lookForNewer } from "./renewed.ts";
import { client, signOut } from "./session.ts";
import { clear, link } from "./store.ts";

export type As = "player" | "spectator" | "screen";

/** Since when there is no connection, by this device's clock. */
export const absentSince = signal<number | undefined>(undefined);
/** Why somebody has to sign in again: the code of the refusal; "" when they need not. */
export const signedOutBy = signal("");

const joinTimeoutMs = 8000;
/** An attempt that has taken this long may hang on a network that is there no more. */
const staleMs = 2500;
const firstDelayMs = 100;
const longestDelayMs = 2000;
/** Refusals that pass by themselves. */
const passing: ReadonlySet<string> = new Set(["busy", "too_fast", "not_available"]);

/** After each of these the connection may be another one, or none, and nothing else would say so at once. */
const changes = ["online", "offline", "pageshow", "focus"] as const;
/** Not every browser tells when it changes from one network to another. */
const network = (navigator as { readonly connection?: EventTarget }).connection;

/** A stay in one lobby, through as many connections as it takes. */
export class Visit {
  readonly #code: string;
  readonly #as: As;
  #room: Room | undefined;
  #heartbeat: Heartbeat | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Counts the attempts, so that what an abandoned one brings later is not taken for the current one's. */
  #attempt = 0;
  #triedAt = 0;
  #over = false;

  constructor(code: string, as: As) {
    this.#code = code;
    this.#as = as;
  }

  open(): void {
    clear();
    link.value = { state: "joining" };
    absentSince.value = undefined;
    signedOutBy.value = "";
    document.addEventListener("visibilitychange", this.#wake);
    for (const change of changes) addEventListener(change, this.#wake);
    network?.addEventListener("change", this.#wake);
    void this.#join();
  }

  /** Ends the visit. Without `forGood` the seat is kept for a while, as when the page is closed. */
  close(forGood = false): void {
    if (!this.#over && this.#room?.connection.isOpen) void this.#room.leave(forGood);
    this.#end();
    clear();
  }

  async #join(): Promise<void> {
    const attempt = ++this.#attempt;
    this.#triedAt = Date.now();
    const joining = client.joinById(this.#code, { as: this.#as });
    const giveUp = setTimeout(() => this.#failed(attempt, new Error("timeout")), joinTimeoutMs);
    try {
      const room: Room = await joining;
      // Nothing may be awaited before the handlers are there: the first messages come at once.
      if (attempt === this.#attempt && !this.#over) this.#joined(room, attempt);
      else void room.leave(false);
    } catch (error) {
      this.#failed(attempt, error);
    } finally {
      clearTimeout(giveUp);
    }
  }

  #joined(room: Room, attempt: number): void {
    this.#room = room;
    this.#failures = 0;
    // One loop that comes back is enough, and this one also survives a restart of the server.
    room.reconnection.enabled = false;
    room.onLeave((code) => this.#closed(attempt, code));
    listen(room, () => attempt === this.#attempt && !this.#over);
    this.#heartbeat = startHeartbeat(room, () => {
      this.#closed(attempt, 1006);
      void room.leave(false);
    });
    if (absentSince.value !== undefined) void lookForNewer();
    absentSince.value = undefined;
    link.value = { state: "open", room };
  }

  #closed(attempt: number, code: number): void {
    if (attempt !== this.#attempt || this.#over) return;
    this.#heartbeat?.stop();
    if (mayComeBack(code)) this.#later(attempt);
    else this.#out(closeWord(code));
  }

  #failed(attempt: number, error: unknown): void {
    if (attempt !== this.#attempt || this.#over) return;
    const code = refusalCode(error);
    if (code !== undefined && !passing.has(code)) this.#out(code);
    else this.#later(attempt);
  }

  #later(attempt: number): void {
    this.#attempt = attempt + 1;
    absentSince.value ??= Date.now();
    link.value = { state: "lost" };
    const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#failures++);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#again(), delay * (0.5 + Math.random() / 2));
  }

  #again(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#join();
  }

  #out(word: string): void {
    this.#end();
    link.value = { state: "out", word };
    if (word !== "token_expired" && word !== "unauthorized") return;
    signedOutBy.value = word;
    void signOut();
  }

  #end(): void {
    this.#over = true;
    this.#heartbeat?.stop();
    clearTimeout(this.#retry);
    absentSince.value = undefined;
    document.removeEventListener("visibilitychange", this.#wake);
    for (const change of changes) removeEventListener(change, this.#wake);
    network?.removeEventListener("change", this.#wake);
  }

  readonly #wake = (): void => {
    if (document.visibilityState === "hidden") return;
    if (link.value.state === "open") this.#heartbeat?.probe();
    else if (this.#retry !== undefined || Date.now() - this.#triedAt > staleMs) this.#again();
  };
}
