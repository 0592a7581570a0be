import type { Room } from "@colyseus/sdk";
import type { LobbyState } from "../../rooms/schema/lobby-state.ts";
import type { MessageType } from "../../src/protocol/messages.ts";
import type { Notices } from "../../src/protocol/notices.ts";
import { lookNow, until } from "./until.ts";

type Heard = { readonly type: keyof Notices; readonly payload: unknown };

/** One connection to a lobby: the SDK's room with what it has heard, all kept. */
export class Seat {
  readonly room: Room<unknown, LobbyState>;
  readonly heard: Heard[] = [];
  /** The code this connection was closed with, or 0 while it lives. */
  closedWith = 0;

  constructor(room: Room) {
    this.room = room as Room<unknown, LobbyState>;
    // A test says itself when to come back.
    room.reconnection.enabled = false;
    room.onMessage("*", (type, payload) => {
      this.heard.push({ type: type as keyof Notices, payload });
      lookNow();
    });
    room.onStateChange(lookNow);
    room.onLeave((code) => (this.closedWith = code));
    room.onError(() => {});
  }

  /** Waits for the first state and the welcome. */
  static async of(room: Room): Promise<Seat> {
    const seat = new Seat(room);
    await until("the first state", () => seat.state.code);
    await seat.hears("you");
    return seat;
  }

  get state(): LobbyState {
    return this.room.state;
  }

  get phase(): string {
    return this.state.game.phase;
  }

  /** All notices of a type so far, oldest first. */
  all<T extends keyof Notices>(type: T): Notices[T][] {
    return this.heard.filter((one) => one.type === type).map(({ payload }) => payload as Notices[T]);
  }

  /** The first notice of a type that fits, heard already or yet to come. */
  hears<T extends keyof Notices>(type: T, fits: (notice: Notices[T]) => boolean = () => true, timeoutMs = 30_000) {
    return until(`a notice "${type}"`, () => this.all(type).find(fits), timeoutMs);
  }

  /** Waits until the state this client has decoded fits. */
  sees(what: string, fits: (state: LobbyState) => unknown, timeoutMs = 30_000): Promise<unknown> {
    return until(what, () => Boolean(fits(this.state)), timeoutMs);
  }

  /** The code with which this connection is closed. */
  closes(timeoutMs = 30_000): Promise<number> {
    return until("the close", () => this.closedWith || undefined, timeoutMs);
  }

  ask(type: MessageType, payload?: unknown): Promise<unknown> {
    return this.room.request(type, payload);
  }

  say(text: string): Promise<unknown> {
    return this.ask("chat", { text });
  }

  leave(): Promise<number> {
    return this.room.leave();
  }
}
