import type { Socket } from "node:net";
import { type Client, ClientState } from "@colyseus/core";
import type { Services } from "./services.ts";

/** Bytes a client may leave unread before it is let go. */
const unreadMost = 256 * 1024;
/** `WebSocket.OPEN`. */
const open = 1;

type WebSocket = { readonly readyState: number; readonly terminate: () => void };

/** Those who have something to be written when this turn of the loop ends. */
let waiting: Outbox[] = [];

const flushAll = (): void => {
  const outboxes = waiting;
  waiting = [];
  for (const outbox of outboxes) outbox.flush();
};

/**
 * What is written to one connection. One write costs more than anything else we do for a client: so what a
 * turn of the loop has for it leaves as one, and what many get is made into a frame once.
 */
class Outbox {
  readonly #socket: WebSocket;
  readonly #wire: Socket;
  readonly #onSlow: () => void;
  #frames: Buffer[] = [];
  #bytes = 0;
  #isCut = false;

  constructor(socket: WebSocket, wire: Socket, onSlow: () => void) {
    this.#socket = socket;
    this.#wire = wire;
    this.#onSlow = onSlow;
  }

  /** Who reads too slowly is cut off; it may come back and gets the whole state then. */
  put(message: Uint8Array): void {
    if (this.#isCut) return;
    if (this.#wire.writableLength + this.#bytes > unreadMost) return this.#cut();
    const frame = framed(message);
    if (this.#frames.length === 0 && waiting.push(this) === 1) process.nextTick(flushAll);
    this.#frames.push(frame);
    this.#bytes += frame.byteLength;
  }

  flush(): void {
    const frames = this.#frames;
    if (frames.length === 0) return;
    this.#frames = [];
    this.#bytes = 0;
    if (this.#isCut || this.#socket.readyState !== open) return;
    this.#wire.write(frames.length === 1 ? (frames[0] as Buffer) : joined(frames));
  }

  #cut(): void {
    this.#isCut = true;
    this.#onSlow();
    this.#socket.terminate();
  }
}

const own = Symbol("outbox");
type Wired = { [own]?: Outbox };

/** Sends a message to a client that is in; who is on the way in gets it afterwards. */
export const put = (client: Client, message: Uint8Array): void => {
  const outbox = client.state === ClientState.JOINED ? (client as Wired)[own] : undefined;
  if (outbox === undefined) client.enqueueRaw(message);
  else outbox.put(message);
};

/** Has everything for this client go through an outbox of its own, with a bound on what waits for who reads slowly. */
export const writeInTurns = ({ metrics }: Pick<Services, "metrics">, client: Client): void => {
  const socket = client.ref as unknown as WebSocket;
  // What `ws` (8) writes to itself, as long as nothing is compressed.
  const wire = Reflect.get(socket, "_socket") as Socket | undefined;
  // Bots in this process have no wire.
  if (wire === undefined) return;
  const outbox = new Outbox(socket, wire, () => metrics.evicted("slow"));
  (client as Wired)[own] = outbox;
  const raw = client.raw.bind(client);
  const leave = client.leave.bind(client);
  client.raw = (message, options, done) => {
    if (done === undefined) return outbox.put(message);
    outbox.flush();
    raw(message, options, done);
  };
  client.leave = (code, reason) => {
    outbox.flush();
    leave(code, reason);
  };
};

/** The message that was framed last: what goes to many comes many times in a row. */
let lastMessage: Uint8Array | undefined;
let lastFrame: Buffer;

/** A message as one unmasked binary WebSocket frame (RFC 6455, section 5.2). */
const framed = (message: Uint8Array): Buffer => {
  if (message === lastMessage) return lastFrame;
  const { byteLength } = message;
  const head = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + byteLength);
  frame[0] = 0x82;
  if (head === 2) frame[1] = byteLength;
  else if (head === 4) frame.writeUInt16BE(byteLength, 2);
  else frame.writeBigUInt64BE(BigInt(byteLength), 2);
  if (head > 2) frame[1] = head === 4 ? 126 : 127;
  frame.set(message, head);
  lastMessage = message;
  lastFrame = frame;
  return frame;
};

let lastFrames: readonly Buffer[] = [];
let lastJoined: Buffer;

/** Frames as one piece; many get the same. */
const joined = (frames: readonly Buffer[]): Buffer => {
  const isSame = frames.length === lastFrames.length && frames.every((frame, index) => frame === lastFrames[index]);
  if (isSame) return lastJoined;
  lastFrames = frames;
  lastJoined = Buffer.concat(frames);
  return lastJoined;
};
