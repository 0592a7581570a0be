import { Protocol } from "@colyseus/core";
import { decode, encode } from "@colyseus/schema";
import { pack, unpack } from "msgpackr";

/** Frames of @colyseus/core 0.18 as a client writes and reads them. */

const header = (code: number, ...parts: readonly (string | number)[]): Buffer => {
  const text = parts.reduce<number>((sum, part) => sum + String(part).length * 4 + 9, 1);
  const bytes = new Uint8Array(text);
  const at = { offset: 1 };
  bytes[0] = code;
  for (const part of parts) {
    if (typeof part === "string") encode.string(bytes, part, at);
    else encode.number(bytes, part, at);
  }
  return Buffer.from(bytes.subarray(0, at.offset));
};

const withPayload = (head: Buffer, payload: unknown): Buffer =>
  payload === undefined ? head : Buffer.concat([head, pack(payload)]);

/** What `room.send` sends. */
export const messageFrame = (type: string | number, payload?: unknown): Buffer =>
  withPayload(header(Protocol.ROOM_DATA, type), payload);

/** What `room.request` sends. */
export const requestFrame = (id: number, type: string | number, payload?: unknown): Buffer =>
  withPayload(header(Protocol.ROOM_REQUEST, id, type), payload);

/** A message whose payload stops in the middle of a list. */
export const brokenFrame = (type: string, request?: number): Buffer =>
  Buffer.concat([
    request === undefined ? messageFrame(type) : requestFrame(request, type),
    Buffer.from([0xdc, 0x00, 0x05, 0x01]),
  ]);

export type ReadFrame =
  | { readonly kind: "notice"; readonly type: string; readonly payload: unknown }
  | { readonly kind: "answer"; readonly request: number; readonly ok: boolean; readonly payload: unknown }
  | { readonly kind: "state" }
  | { readonly kind: "other" };

/** Reads a frame that came from the server. */
export const readServerFrame = (frame: Uint8Array): ReadFrame => {
  const code = (frame[0] ?? 0) & 0x1f;
  const at = { offset: 1 };
  const payload = () => (at.offset < frame.byteLength ? (unpack(frame.subarray(at.offset)) as unknown) : undefined);
  if (code === Protocol.ROOM_DATA) {
    const type = decode.stringCheck(frame, at) ? decode.string(frame, at) : String(decode.number(frame, at));
    return { kind: "notice", type, payload: payload() };
  }
  if (code === Protocol.ROOM_RESPONSE) {
    const request = decode.number(frame, at);
    const ok = frame[at.offset++] === 0;
    return { kind: "answer", request, ok, payload: payload() };
  }
  const isState = code === Protocol.ROOM_STATE || code === Protocol.ROOM_STATE_PATCH;
  return isState ? { kind: "state" } : { kind: "other" };
};
