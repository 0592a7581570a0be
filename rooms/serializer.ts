import { type Client, ClientState, Protocol, SchemaSerializer } from "@colyseus/core";
import { Encoder, type Schema } from "@colyseus/schema";

/** Buffers grow in steps of this many bytes. */
const step = 8 * 1024;

/** What all rooms are encoded in, one after the other: nothing stays in it. */
let desk = new Uint8Array(8 * step);

/** The desk, with room for so many bytes and the frame's code in its place. */
const deskFor = (bytes: number, code: number): Uint8Array => {
  if (bytes > desk.byteLength) desk = new Uint8Array(Math.ceil(bytes / step) * step);
  desk[0] = code;
  return desk;
};

/** What tells clients of a class of states, which never changes, by what the encoder knows of the class. */
const handshakes = new WeakMap<object, Uint8Array>();

/**
 * Colyseus' serializer hands every socket a view of the room's one encoding buffer. A socket that is full
 * keeps that view queued, and the next patch overwrites it: a slow client would get another patch's bytes.
 * This one gives out a copy, made once for all clients; so one buffer does for all rooms, where each had two.
 * It also makes room before encoding, because the encoder does not keep a larger buffer for the whole state,
 * and complains on the console each time.
 */
export class CopyingSerializer<State extends Schema> extends SchemaSerializer<State> {
  readonly #sizeOf: () => number;

  /** `sizeOf` tells about how many bytes the whole state takes. */
  constructor(sizeOf: () => number) {
    super();
    this.#sizeOf = sizeOf;
  }

  override getFullState(client?: Client): Uint8Array {
    this.fullEncodeBuffer = deskFor(this.#sizeOf(), Protocol.ROOM_STATE);
    this.needFullEncode = true;
    return Buffer.from(super.getFullState(client));
  }

  override applyPatches(clients: Client[]): boolean {
    if (clients.length === 0 || !this.encoder.hasChanges) return super.applyPatches(clients);
    this.encoder.sharedBuffer = deskFor(this.#sizeOf(), Protocol.ROOM_STATE_PATCH);
    const patch = Buffer.from(this.encoder.encode({ offset: 1 }));
    for (const client of clients) if (client.state === ClientState.JOINED) client.raw(patch);
    this.encoder.discardChanges();
    return true;
  }

  override handshake(): Uint8Array {
    const known = handshakes.get(this.encoder.context);
    if (known !== undefined) return known;
    const usual = Encoder.BUFFER_SIZE;
    try {
      // It is written by an encoder of its own, which needs room for it.
      Encoder.BUFFER_SIZE = step;
      const fresh = super.handshake();
      handshakes.set(this.encoder.context, fresh);
      return fresh;
    } finally {
      Encoder.BUFFER_SIZE = usual;
    }
  }
}
