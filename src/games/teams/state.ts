import type { PlayerId } from "../../core/ids.ts";
import type { Quiz, QuizEvent } from "../quiz/state.ts";

/** The sides that there may be, in this order. */
export const sides = ["red", "blue", "yellow", "green"] as const;
export type Side = (typeof sides)[number];

export type Started = QuizEvent & { readonly type: "started" };

/** A line that a side says among itself. */
export type TeamLine = {
  readonly player: PlayerId;
  readonly team: Side;
  readonly text: string;
  /** Game time, in ms. */
  readonly at: number;
};

/** Everybody picks a side. Times are ms of game time. */
type Gathering = {
  readonly endsAt: number;
  /** Everybody who is there, in the order of their coming; `here` while connected. */
  readonly players: ReadonlyMap<PlayerId, { readonly here: boolean; readonly bot: boolean }>;
};

/** Who was there, and who had picked a side; and the sides that were made of that. */
export type Forming = {
  readonly from: {
    readonly sides: readonly Side[];
    readonly picked: readonly (readonly [PlayerId, Side])[];
    readonly players: readonly { readonly id: PlayerId; readonly bot: boolean }[];
  };
  readonly drawn: readonly (readonly [PlayerId, Side])[];
};

export type Teams = {
  readonly sides: readonly Side[];
  readonly seed: string;
  /** Whether the last question is for the captains alone. */
  readonly withFinal: boolean;
  readonly sideOf: ReadonlyMap<PlayerId, Side>;
  readonly gathering: Gathering | undefined;
  /** How the quiz begins once the sides are made. */
  readonly opening: Started;
  readonly quiz: Quiz | undefined;
  /** Who answers for each side in the final; none before it. */
  readonly captains: ReadonlyMap<Side, PlayerId>;
  readonly lines: readonly TeamLine[];
  /** How the sides were made, for the proof. */
  readonly forming?: Forming;
};

export type TeamsEvent =
  | {
      readonly type: "opened";
      readonly sides: readonly Side[];
      readonly seed: string;
      readonly withFinal: boolean;
      readonly players: readonly { readonly id: PlayerId; readonly bot: boolean }[];
      readonly opening: Started;
      readonly endsAt: number;
    }
  | { readonly type: "came"; readonly player: PlayerId; readonly bot: boolean }
  | { readonly type: "went"; readonly player: PlayerId; readonly gone: boolean }
  | { readonly type: "picked"; readonly player: PlayerId; readonly team: Side }
  /** The sides as they are; the quiz begins. */
  | {
      readonly type: "formed";
      readonly teams: readonly { readonly player: PlayerId; readonly team: Side }[];
      readonly at: number;
    }
  | { readonly type: "sided"; readonly player: PlayerId; readonly team: Side }
  | {
      readonly type: "captains";
      readonly captains: readonly { readonly team: Side; readonly player: PlayerId }[];
    }
  | ({ readonly type: "said" } & TeamLine)
  | { readonly type: "quiz"; readonly event: QuizEvent };

/** How many lines of all sides together are told again to who comes back. */
export const linesKept = 120;
