import { Protocol } from "@colyseus/core";
import { decode, type Decoder, Reflection } from "@colyseus/schema";

/** The parts of the synced state that a bot looks at; everybody gets them. */
export type SeenState = {
  readonly title: string;
  readonly topic: string;
  readonly prompt: string;
  readonly status: string;
  readonly slowMode: number;
  readonly offer: { readonly id: string };
  readonly evening: {
    readonly number: number;
    readonly total: number;
    /** Of the game that is played, or is next. */
    readonly mode: string;
    readonly topic: string;
    readonly nextAt: number;
    readonly over: boolean;
    readonly leader: string;
    readonly scores: {
      readonly values: () => Iterable<number>;
      readonly entries: () => Iterable<readonly [string, number]>;
    };
  };
  readonly game: {
    readonly id: string;
    readonly mode: string;
    /** While it lasts nobody chats by name. */
    readonly hushed: boolean;
    /** The mode's own parts, each as JSON. */
    readonly more: { readonly get: (name: string) => string | undefined };
    readonly number: number;
    readonly total: number;
    readonly phase: string;
    readonly phaseEndsAt: number;
    readonly paused: boolean;
    readonly question: {
      readonly id: string;
      readonly prompt: string;
      readonly choices: Iterable<string>;
      readonly category: string;
      readonly difficulty: string;
      readonly image: string;
    };
  };
  readonly players: {
    readonly get: (id: string) => SeenPlayer | undefined;
    readonly values: () => Iterable<SeenPlayer>;
  };
};

type SeenPlayer = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly score: number;
  readonly rank: number;
  readonly connected: boolean;
  readonly muted: boolean;
  readonly skill: number;
  readonly talk: number;
  readonly brain: string;
  readonly team: string;
};

/**
 * Decodes the state of a lobby from the frames that its bots get, as the SDK does, once for all of them: a patch is the
 * same bytes for everybody, and the whole state of the bot that came last is as good as any other's.
 */
export class LobbyFeed {
  #decoder: Decoder | undefined;
  #latest: Uint8Array | undefined;

  get state(): SeenState | undefined {
    return this.#decoder?.state as SeenState | undefined;
  }

  /** Takes a frame; true when the state may have changed. */
  take(code: number, bytes: Uint8Array): boolean {
    if (code === Protocol.JOIN_ROOM) {
      this.#decoder = handshake(bytes);
      return false;
    }
    if (code !== Protocol.ROOM_STATE && code !== Protocol.ROOM_STATE_PATCH) return false;
    if (bytes !== this.#latest) this.#decoder?.decode(bytes, { offset: 1 });
    this.#latest = bytes;
    return true;
  }
}

/** `[code][length, reconnection token][length, serializer id][length as number, reflection]…` of @colyseus/core 0.18. */
const handshake = (bytes: Uint8Array): Decoder => {
  let offset = 1;
  offset += 1 + (bytes[offset] ?? 0);
  offset += 1 + (bytes[offset] ?? 0);
  const at = { offset };
  const length = decode.number(bytes, at);
  return Reflection.decode(bytes.subarray(0, at.offset + length), at);
};
