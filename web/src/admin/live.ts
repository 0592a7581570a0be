import type { Room } from "@colyseus/sdk";
import { batch, signal } from "@preact/signals";
import type { AdminNotices } from "../../../src/protocol/admin.ts";
import { type Heartbeat, startHeartbeat } from "../heartbeat.ts";
import { refusalCode } from "../refusal.ts";
import { client } from "../session.ts";
import { heed } from "./api.ts";

type LiveState = "joining" | "open" | "lost" | "out";

/** How the dashboard is connected; `out` stays out until it is opened again. */
export const liveState = signal<LiveState>("joining");
export const overview = signal<AdminNotices["overview"] | undefined>(undefined);
export const look = signal<AdminNotices["look"] | undefined>(undefined);
/** They rise whenever something has become of the queue, or stands in the log. */
export const queueTurn = signal(0);
export const auditTurn = signal(0);

const firstDelayMs = 250;
const longestDelayMs = 4000;
const joinTimeoutMs = 8000;

let looked = "";
/** Tells the room that is joined now. */
let tell: (code: string) => void = () => {};

/** Looks into a lobby, or away with "". */
export const lookAt = (code: string): void => {
  looked = code;
  if (look.value?.code !== code) look.value = undefined;
  tell(code);
};

/** A stay in the `admin` room, through as many connections as it takes. */
export class Live {
  #room: Room | undefined;
  #heartbeat: Heartbeat | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Counts the attempts, so that what an abandoned one brings later is not taken for the current one's. */
  #attempt = 0;
  #over = false;

  open(): void {
    liveState.value = "joining";
    addEventListener("online", this.#wake);
    document.addEventListener("visibilitychange", this.#wake);
    void this.#join();
  }

  close(): void {
    if (this.#room?.connection.isOpen) void this.#room.leave();
    this.#end();
    batch(() => {
      overview.value = undefined;
      look.value = undefined;
    });
  }

  async #join(): Promise<void> {
    const attempt = ++this.#attempt;
    const giveUp = setTimeout(() => this.#lost(attempt), joinTimeoutMs);
    try {
      const room: Room = await client.joinOrCreate("admin");
      if (attempt === this.#attempt && !this.#over) this.#joined(room, attempt);
      else void room.leave();
    } catch (error) {
      const code = refusalCode(error);
      if (attempt === this.#attempt && isFinal(code)) await this.#out(code);
      else this.#lost(attempt);
    } finally {
      clearTimeout(giveUp);
    }
  }

  #joined(room: Room, attempt: number): void {
    this.#room = room;
    this.#failures = 0;
    room.reconnection.enabled = false;
    // Whatever it was closed for: whether the token has run out or the role is lost is answered by the next attempt.
    room.onLeave(() => this.#lost(attempt));
    this.#listen(room, () => attempt === this.#attempt && !this.#over);
    this.#heartbeat = startHeartbeat(room, () => {
      this.#lost(attempt);
      void room.leave();
    });
    liveState.value = "open";
    // What happened while nobody listened is not told again.
    queueTurn.value++;
    auditTurn.value++;
    tell = (code) => {
      if (attempt === this.#attempt && !this.#over) room.send("look", { code });
    };
    if (looked !== "") tell(looked);
  }

  #listen(room: Room, isCurrent: () => boolean): void {
    const on = <Type extends keyof AdminNotices>(type: Type, handle: (notice: AdminNotices[Type]) => void) =>
      room.onMessage(type as string, (notice: AdminNotices[Type]) => isCurrent() && batch(() => handle(notice)));
    on("overview", (now) => (overview.value = now));
    on("look", (seen) => {
      if (seen.code === looked) look.value = seen;
    });
    on("review", () => queueTurn.value++);
    on("audit", () => auditTurn.value++);
    room.onMessage("*", () => undefined);
  }

  #lost(attempt: number): void {
    if (attempt !== this.#attempt || this.#over) return;
    this.#attempt++;
    this.#heartbeat?.stop();
    liveState.value = "lost";
    const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#failures++);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#again(), delay * (0.5 + Math.random() / 2));
  }

  #again(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#join();
  }

  async #out(code: string | undefined): Promise<void> {
    this.#end();
    liveState.value = "out";
    await heed(code);
  }

  #end(): void {
    this.#over = true;
    this.#heartbeat?.stop();
    clearTimeout(this.#retry);
    removeEventListener("online", this.#wake);
    document.removeEventListener("visibilitychange", this.#wake);
  }

  readonly #wake = (): void => {
    if (document.visibilityState === "hidden") return;
    if (liveState.value === "open") this.#heartbeat?.probe();
    else if (this.#retry !== undefined) this.#again();
  };
}

const isFinal = (code: string | undefined): boolean =>
  code === "unauthorized" || code === "token_expired" || code === "not_owner" || code === "banned";
