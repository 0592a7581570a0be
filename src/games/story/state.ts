import type { FinalStanding, Timings } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Language } from "./openings.ts";

/** Where a player stands. `presence` decides who is waited for and who is listed. */
export type Standing = {
  readonly name: string;
  readonly score: number;
  readonly presence: "here" | "away" | "gone";
};

export type Line = { readonly player: PlayerId; readonly name: string; readonly text: string };

/** What a vote brought a sentence; `index` is its place among those to choose from. */
export type Outcome = { readonly index: number; readonly votes: number; readonly points: number };

/** Times are ms of game time. */
export type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | {
      readonly name: "writing";
      readonly endsAt: number;
      /** Whose turn it is by seats; null while nobody is here, and when all write at once. */
      readonly writer: PlayerId | null;
      /** What has been written by votes, in the order it came. */
      readonly proposals: readonly Line[];
    }
  | {
      readonly name: "choosing";
      readonly endsAt: number;
      readonly candidates: readonly Line[];
      /** Places among the candidates. */
      readonly votes: ReadonlyMap<PlayerId, number>;
    }
  | {
      readonly name: "chosen";
      readonly endsAt: number;
      readonly candidates: readonly Line[];
      readonly outcomes: readonly Outcome[];
    }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type Story = {
  readonly seed: string;
  readonly turns: "seats" | "votes";
  readonly sentences: number;
  readonly writeMs: number;
  readonly language: Language;
  readonly keep: boolean;
  readonly timings: Timings;
  readonly opening: string;
  readonly lines: readonly Line[];
  /** Of the turn played last; 0 before the first. */
  readonly number: number;
  /** Who had a turn last, by seats. */
  readonly last: PlayerId | null;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  readonly phase: Phase;
};

export type StoryEvent =
  | ({
      readonly type: "started";
      readonly players: readonly { readonly id: PlayerId; readonly name: string }[];
      readonly endsAt: number;
    } & Pick<Story, "seed" | "turns" | "sentences" | "writeMs" | "language" | "keep" | "timings" | "opening">)
  | { readonly type: "entered"; readonly player: PlayerId; readonly name: string }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  /** A turn begins; one of the same number is handed on. */
  | { readonly type: "turned"; readonly number: number; readonly writer: PlayerId | null; readonly endsAt: number }
  | { readonly type: "wrote"; readonly player: PlayerId; readonly text: string }
  /** `order`: places in the story by seats, among what was proposed by votes. */
  | { readonly type: "offered"; readonly order: readonly number[]; readonly endsAt: number }
  | { readonly type: "voted"; readonly player: PlayerId; readonly choice: number }
  /** `taken`: which of the candidates becomes part; null by seats, where all are. */
  | {
      readonly type: "chosen";
      readonly outcomes: readonly Outcome[];
      readonly taken: number | null;
      readonly endsAt: number;
    }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
