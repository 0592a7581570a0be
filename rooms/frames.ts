import { Protocol } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { Unpackr } from "msgpackr";
import { isWritable } from "../src/database/texts.ts";

/** What a client's frame turned out to be. The layout is that of @colyseus/core 0.18 (its Protocol.ts and RoomMessages.ts). */
export type Frame =
  | {
      readonly kind: "message";
      readonly type: string | number;
      readonly payload: unknown;
      readonly request: number | undefined;
    }
  /** Part of the framework's own talk: joining, ping, leaving. */
  | { readonly kind: "protocol" }
  | { readonly kind: "broken"; readonly request: number | undefined };

/** Reads what JSON could say: not what refers to itself, which a few bytes could make endless. */
const reader = new Unpackr({ useRecords: false, structuredClone: false });

const codeMask = 0x1f;
const protocolCodes: ReadonlySet<number> = new Set([Protocol.JOIN_ROOM, Protocol.PING, Protocol.LEAVE_ROOM]);

/** Reads one frame; never throws. */
export const readFrame = (buffer: Buffer): Frame => {
  const code = (buffer[0] ?? 0) & codeMask;
  if (protocolCodes.has(code)) return { kind: "protocol" };
  if (code !== Protocol.ROOM_DATA && code !== Protocol.ROOM_REQUEST) return { kind: "broken", request: undefined };
  const at = { offset: 1 };
  let request: number | undefined;
  try {
    if (code === Protocol.ROOM_REQUEST) request = decode.number(buffer, at);
    const type = decode.stringCheck(buffer, at) ? readType(buffer, at) : decode.number(buffer, at);
    if (at.offset > buffer.byteLength) return { kind: "broken", request };
    const payload: unknown = at.offset < buffer.byteLength ? reader.unpack(buffer.subarray(at.offset)) : undefined;
    // No handler of any message has use for what can't be stored, and one line of it would stop a lobby.
    return isWritable(payload) ? { kind: "message", type, payload, request } : { kind: "broken", request };
  } catch {
    return { kind: "broken", request };
  }
};

/** A short name of one length byte and plain ASCII; anything else is broken. The framework's own reader would print it. */
const readType = (buffer: Buffer, at: { offset: number }): string => {
  const prefix = buffer[at.offset] ?? 0;
  const length = prefix & 0x1f;
  if (prefix >> 5 !== 0b101) throw new Error("no short name");
  const from = at.offset + 1;
  at.offset = from + length;
  const name = buffer.toString("latin1", from, at.offset);
  if (!/^[\x20-\x7e]*$/.test(name)) throw new Error("no plain name");
  return name;
};
