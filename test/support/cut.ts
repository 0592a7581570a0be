import assert from "node:assert/strict";
import { matchMaker } from "@colyseus/core";
import type { Seat } from "./seat.ts";

/** Cuts a connection as a lost network does: without a close frame. */
export const cut = (code: string, { room }: Seat): void => {
  const client = matchMaker.getLocalRoomById(code)?.clients.get(room.sessionId);
  assert.ok(client, "the server knows this connection");
  (client.ref as unknown as { terminate: () => void }).terminate();
};
