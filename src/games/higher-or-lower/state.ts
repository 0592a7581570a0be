import type { FinalStanding, PlayerId, Timings } from "parlor/kit";
import type { Pair } from "./deal.ts";

/** Where a player stands. `chain` counts right guesses in a row; `presence` decides who is waited for and listed. */
export type Standing = {
  readonly score: number;
  readonly right: number;
  readonly chain: number;
  readonly presence: "here" | "away" | "gone";
};

/** What the ask offers, in this order. */
export const directions = ["higher", "lower"] as const;

/** The place of a direction, and how many ms after the opening it was chosen. */
export type Guess = { readonly direction: number; readonly time: number };

export type Outcome = {
  readonly player: PlayerId;
  /** Null for who did not guess. */
  readonly direction: number | null;
  readonly right: boolean;
  readonly points: number;
};

/** Times are ms of game time. */
type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | {
      readonly name: "guessing";
      readonly openedAt: number;
      readonly endsAt: number;
      readonly guesses: ReadonlyMap<PlayerId, Guess>;
    }
  | { readonly name: "shown"; readonly endsAt: number; readonly outcomes: readonly Outcome[] }
  | { readonly name: "scores"; readonly endsAt: number }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type HigherOrLower = {
  readonly rounds: readonly Pair[];
  readonly limit: number;
  readonly timed: boolean;
  readonly timings: Timings;
  /** Of the round played last; 0 before the first. */
  readonly number: number;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  readonly phase: Phase;
};

export type HigherOrLowerEvent =
  | {
      readonly type: "started";
      readonly rounds: readonly Pair[];
      readonly limit: number;
      readonly timed: boolean;
      readonly timings: Timings;
      readonly players: readonly PlayerId[];
      readonly endsAt: number;
    }
  | { readonly type: "entered"; readonly player: PlayerId }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  | { readonly type: "opened"; readonly at: number; readonly endsAt: number }
  | { readonly type: "guessed"; readonly player: PlayerId; readonly guess: Guess }
  | { readonly type: "shown"; readonly outcomes: readonly Outcome[]; readonly endsAt: number }
  | { readonly type: "scored"; readonly endsAt: number }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
