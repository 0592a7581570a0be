import { Protocol, SchemaSerializer } from "@colyseus/sdk";
import { decode, encode } from "@colyseus/schema";
import { pack, unpack } from "msgpackr";

const codeMask = 0x1f;

/** What a client must answer to the frame that lets it in. */
export const joined = Buffer.from([Protocol.JOIN_ROOM]);

const frame = (code: number, request: number | undefined, type: string, payload: object): Buffer => {
  const head = Buffer.alloc(64);
  head[0] = code;
  const at = { offset: 1 };
  if (request !== undefined) encode.number(head, request, at);
  encode.string(head, type, at);
  return Buffer.concat([head.subarray(0, at.offset), pack(payload)]);
};

/** A message as `room.send` makes it. */
export const sendFrame = (type: string, payload: object): Buffer => frame(Protocol.ROOM_DATA, undefined, type, payload);

/** A message as `room.request` makes it. */
export const requestFrame = (request: number, type: string, payload: object): Buffer =>
  frame(Protocol.ROOM_REQUEST, request, type, payload);

/** What a raw client looks at; states are left to who decodes them. */
export type ServerFrame =
  | { readonly kind: "join" | "state" | "patch" | "other" }
  | { readonly kind: "notice"; readonly type: string }
  | { readonly kind: "reply"; readonly request: number; readonly refusal: string | undefined };

/** Reads no more of a server's frame than the bench needs. */
export const readServerFrame = (bytes: Buffer): ServerFrame => {
  const at = { offset: 1 };
  switch ((bytes[0] ?? 0) & codeMask) {
    case Protocol.JOIN_ROOM:
      return { kind: "join" };
    case Protocol.ROOM_STATE:
      return { kind: "state" };
    case Protocol.ROOM_STATE_PATCH:
      return { kind: "patch" };
    case Protocol.ROOM_DATA:
    case Protocol.ROOM_DATA_BYTES:
      return { kind: "notice", type: decode.stringCheck(bytes, at) ? decode.string(bytes, at) : "" };
    case Protocol.ROOM_RESPONSE: {
      const request = decode.number(bytes, at);
      const isRefused = bytes[at.offset++] !== 0;
      const refusal = isRefused ? (unpack(bytes.subarray(at.offset)) as { readonly code?: string }) : undefined;
      return { kind: "reply", request, refusal: isRefused ? (refusal?.code ?? "error") : undefined };
    }
    default:
      return { kind: "other" };
  }
};

type Seen = { readonly game: { readonly phase: string; readonly question: { readonly id: string } } };

/** Decodes the synced state from one client's frames with the SDK's own decoder. */
export class StateReader {
  readonly #serializer = new SchemaSerializer();

  /** Takes any frame; gives the state when it may have changed. */
  take(kind: ServerFrame["kind"], bytes: Buffer): Seen | undefined {
    if (kind === "join") this.#handshake(bytes);
    if (kind === "state") this.#serializer.setState(bytes, { offset: 1 });
    if (kind === "patch") this.#serializer.patch(bytes, { offset: 1 });
    return kind === "state" || kind === "patch" ? (this.#serializer.getState() as Seen) : undefined;
  }

  /** `[code][length, reconnection token][length, serializer id][length, reflection]…` of the SDK's Room.ts. */
  #handshake(bytes: Buffer): void {
    const at = { offset: 1 };
    at.offset += 1 + (bytes[at.offset] ?? 0);
    at.offset += 1 + (bytes[at.offset] ?? 0);
    const length = decode.number(bytes, at);
    this.#serializer.handshake(bytes.subarray(0, at.offset + length), at);
  }
}
