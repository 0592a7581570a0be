import { type Client, Protocol, SchemaSerializer } from "@colyseus/core";
import type { Schema } from "@colyseus/schema";

/**
 * Colyseus' serializer hands every socket a view of the room's one encoding buffer. A socket that is full
 * keeps that view queued, and the next patch overwrites it: a slow client would get another patch's bytes.
 * This one gives out a copy, made once for all clients.
 */
export class CopyingSerializer<State extends Schema> extends SchemaSerializer<State> {
  override getFullState(client?: Client): Uint8Array {
    return Buffer.from(super.getFullState(client));
  }

  override applyPatches(clients: Client[]): boolean {
    if (clients.length === 0 || !this.encoder.hasChanges) return super.applyPatches(clients);
    this.needFullEncode = true;
    this.encoder.sharedBuffer[0] = Protocol.ROOM_STATE_PATCH;
    const patch = Buffer.from(this.encoder.encode({ offset: 1 }));
    for (const client of clients) if (client.state === joined) client.raw(patch);
    this.encoder.discardChanges();
    return true;
  }
}

/** `ClientState.JOINED` of @colyseus/core. */
const joined = 1;
