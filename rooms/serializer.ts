import { type Client, Protocol, SchemaSerializer } from "@colyseus/core";
import type { Schema } from "@colyseus/schema";

/** `ClientState.JOINED` of @colyseus/core. */
const joined = 1;
/** Buffers grow in steps of this many bytes. */
const step = 8 * 1024;

/**
 * Colyseus' serializer hands every socket a view of the room's one encoding buffer. A socket that is full
 * keeps that view queued, and the next patch overwrites it: a slow client would get another patch's bytes.
 * This one gives out a copy, made once for all clients. It also makes room before encoding, because the
 * encoder does not keep a larger buffer for the whole state, and complains on the console each time.
 */
export class CopyingSerializer<State extends Schema> extends SchemaSerializer<State> {
  readonly #sizeOf: () => number;

  /** `sizeOf` tells about how many bytes the whole state takes. */
  constructor(sizeOf: () => number) {
    super();
    this.#sizeOf = sizeOf;
  }

  override getFullState(client?: Client): Uint8Array {
    const size = this.#room(this.fullEncodeBuffer);
    if (size > this.fullEncodeBuffer.byteLength) {
      this.fullEncodeBuffer = new Uint8Array(size);
      this.fullEncodeBuffer[0] = Protocol.ROOM_STATE;
      this.needFullEncode = true;
    }
    return Buffer.from(super.getFullState(client));
  }

  override applyPatches(clients: Client[]): boolean {
    if (clients.length === 0 || !this.encoder.hasChanges) return super.applyPatches(clients);
    this.needFullEncode = true;
    const size = this.#room(this.encoder.sharedBuffer);
    if (size > this.encoder.sharedBuffer.byteLength) this.encoder.sharedBuffer = new Uint8Array(size);
    this.encoder.sharedBuffer[0] = Protocol.ROOM_STATE_PATCH;
    const patch = Buffer.from(this.encoder.encode({ offset: 1 }));
    for (const client of clients) if (client.state === joined) client.raw(patch);
    this.encoder.discardChanges();
    return true;
  }

  #room(buffer: Uint8Array): number {
    return Math.max(buffer.byteLength, Math.ceil(this.#sizeOf() / step) * step);
  }
}
