import type { EveningWish } from "./evening-wish.ts";
import type { Told } from "./tally.ts";

export const kinds = ["parlor", "ws", "socketio"] as const;
export type Kind = (typeof kinds)[number];

/** A part of a lobby's players that one load process holds. Who makes the lobby owns it and steers its games. */
export type Share = { readonly lobby: number; readonly players: number; readonly makes: boolean };

export type PlayWish = {
  /** Answers come evenly spread over so many ms. */
  readonly spreadMs: number;
  /** So many questions, and what is between them is skipped; or for so many ms at the game's own pace. */
  readonly questions?: number;
  readonly ms?: number;
  /** Lobbies begin one after the other within so many ms, so that they do not all ask in the same moment. */
  readonly staggerMs?: number;
};

/** What a load process is asked to do on one of the servers. */
export type Work =
  | { readonly do: "guests"; readonly url: string; readonly guests: number }
  | { readonly do: "make"; readonly shares: readonly Share[]; readonly players: number; readonly seconds: number }
  | { readonly do: "seat"; readonly shares: readonly Share[]; readonly codes: readonly string[] }
  | { readonly do: "chat"; readonly linesASecond: number; readonly seconds: number; readonly parts: number }
  | {
      readonly do: "begin";
      readonly questions: number;
      readonly seconds: number;
      readonly until: "countdown" | "question";
    }
  | { readonly do: "play"; readonly wish: PlayWish }
  | { readonly do: "finish" }
  | { readonly do: "leave" }
  | { readonly do: "evening"; readonly url: string; readonly wish: EveningWish }
  /** What was counted since it was last asked; and the end of an evening before its time. */
  | { readonly do: "peek" }
  | { readonly do: "stop" };

/** `nth` tells the load processes apart. */
export type Order = { readonly id: number; readonly kind: Kind; readonly nth: number; readonly work: Work };

/** `codes` by the number of the lobby. */
export type Answer = {
  readonly id: number;
  readonly told?: Told;
  readonly codes?: readonly (readonly [lobby: number, code: string])[];
  readonly failed?: string;
};
