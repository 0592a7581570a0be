import { EventEmitter } from "node:events";
import {
  type Client,
  type ClientPrivate,
  ClientState,
  connectClientToRoom,
  enqueueClientRaw,
  getMessageBytes,
  type ISendOptions,
  matchMaker,
  Protocol,
} from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { unpack } from "msgpackr";

/** What reaches a local client, as it would reach any other. */
export type LocalEvents = {
  readonly onFrame: (code: number, bytes: Uint8Array) => void;
  readonly onMessage: (type: string, payload: unknown) => void;
  readonly onClose: (code: number) => void;
};

const open = 1;
const closed = 3;

/**
 * A client inside the server's process. It goes through the same seats, joining, checks and limits as a
 * socket, and gets the same bytes; only the wire is missing. The framework's internals it leans on
 * (@colyseus/core 0.18: connectClientToRoom, the frame codes) are used in this file alone.
 */
export class LocalClient {
  "~messages": unknown;
  ref = new EventEmitter();
  state: ClientState = ClientState.JOINING;
  readyState = open;
  reconnectionToken = "";
  _enqueuedMessages?: Uint8Array[] = [];
  _joinedAt = 0;
  view: undefined;
  userData: unknown;
  auth: unknown;
  readonly sessionId: string;
  readonly #events: LocalEvents;

  constructor(sessionId: string, events: LocalEvents) {
    this.sessionId = sessionId;
    this.#events = events;
  }

  raw(data: Uint8Array | Buffer): void {
    if (this.readyState === closed) return;
    const code = (data[0] ?? 0) & 0x1f;
    // Later, as over a wire: the room must never be called back from within its own turn.
    queueMicrotask(() => this.#take(code, data));
  }

  #take(code: number, data: Uint8Array | Buffer): void {
    if (this.readyState === closed) return;
    if (code === Protocol.ROOM_DATA) {
      const at = { offset: 1 };
      const type = decode.stringCheck(data, at) ? decode.string(data, at) : String(decode.number(data, at));
      const payload: unknown = data.length > at.offset ? unpack(data.subarray(at.offset)) : undefined;
      this.#events.onMessage(type, payload);
      return;
    }
    this.#events.onFrame(code, data);
    if (code === Protocol.JOIN_ROOM) this.ref.emit("message", Buffer.from([Protocol.JOIN_ROOM]));
  }

  enqueueRaw(data: Uint8Array | Buffer, options?: ISendOptions): void {
    enqueueClientRaw(this as unknown as Client & ClientPrivate, data, options);
  }

  send(type: string | number, message?: unknown, options?: ISendOptions): void {
    this.enqueueRaw(getMessageBytes.raw(Protocol.ROOM_DATA, type, message), options);
  }

  sendBytes(): void {}

  error(): void {
    this.leave();
  }

  leave(code = 4000): void {
    if (this.readyState === closed) return;
    this.readyState = closed;
    this.ref.emit("close", code);
    this.#events.onClose(code);
  }

  /** Sends a message to the room, as `room.send` of the SDK does. */
  emit(type: string, payload: unknown): void {
    if (this.readyState === closed) return;
    this.ref.emit("message", Buffer.from(getMessageBytes.raw(Protocol.ROOM_DATA, type, payload)));
  }
}

/** Takes a seat in a room of this process. Rejects, like any join, when it is refused. */
export const joinLocal = async (roomId: string, auth: object, events: LocalEvents): Promise<LocalClient> => {
  const listing = await matchMaker.getRoomById(roomId);
  if (listing === undefined || listing === null) throw new Error(`no room ${roomId}`);
  const seat = await matchMaker.reserveSeatFor(listing, { as: "player" }, auth);
  const client = new LocalClient(seat.sessionId, events);
  const room = matchMaker.getLocalRoomById(roomId);
  const context = { token: "", ip: undefined, headers: new Headers() };
  await connectClientToRoom(room, client as unknown as Client & ClientPrivate, context, {});
  return client;
};
