import type { FinalStanding, Timings } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";

/** Where a player stands. `right` counts right marks; `presence` decides who is waited for and who is listed. */
export type Standing = {
  readonly name: string;
  readonly bot: boolean;
  readonly score: number;
  readonly right: number;
  readonly presence: "here" | "away" | "gone";
};

/** A name for one round, and who is behind it. Ids go by the order of the names. */
export type Alias = {
  readonly id: string;
  readonly name: string;
  /** Which of the colours, from 0. */
  readonly colour: number;
  readonly player: PlayerId;
};

/** A line as everybody reads it; `at` is ms since the talk began. */
export type Line = { readonly alias: string; readonly text: string; readonly at: number };

/** A line that has been written and is not told yet: from `from` on its alias is seen typing, at `until` it is told. */
export type Waiting = {
  readonly alias: string;
  readonly text: string;
  readonly from: number;
  readonly until: number;
};

export type Round = {
  /** The prompt's id. */
  readonly prompt: string;
  /** By name. */
  readonly aliases: readonly Alias[];
  readonly openedAt: number;
  readonly lines: readonly Line[];
};

/** A round's prompt and who was behind its names, in their order; and who was there to be dealt to. */
export type Deal = {
  readonly from: { readonly round: number; readonly here: readonly (readonly [PlayerId, isBot: boolean])[] };
  readonly drawn: { readonly prompt: string; readonly seats: readonly PlayerId[] };
};

/** What somebody marked: a bit for each alias taken for a bot, null for no vote. */
export type Mark = {
  readonly player: PlayerId;
  readonly bots: number | null;
  readonly right: number;
  readonly of: number;
  /** Of right marks, and of fooling. */
  readonly points: number;
  readonly fooling: number;
};

/** How many of the people who could were fooled by an alias. */
export type Fooled = { readonly alias: string; readonly fooled: number; readonly of: number };

/** Times are ms of game time. */
export type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | {
      readonly name: "talking";
      readonly endsAt: number;
      /** Up to when what was due has been shown. */
      readonly shownAt: number;
      /** How many lines have been written in this round. */
      readonly written: number;
      readonly waiting: readonly Waiting[];
    }
  | { readonly name: "voting"; readonly endsAt: number; readonly votes: ReadonlyMap<PlayerId, number> }
  | {
      readonly name: "unmasked";
      readonly endsAt: number;
      readonly marks: readonly Mark[];
      readonly fooled: readonly Fooled[];
    }
  | { readonly name: "scores"; readonly endsAt: number }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type FindTheBot = {
  readonly seed: string;
  readonly rounds: number;
  readonly talkMs: number;
  readonly voteMs: number;
  /** Lines and typing signs change at multiples of this, in ms. */
  readonly beatMs: number;
  readonly timings: Timings;
  /** Of the round played last; 0 before the first. */
  readonly number: number;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  /** Names of earlier rounds. */
  readonly used: readonly string[];
  readonly round: Round | undefined;
  /** How each round was dealt, for the proof. */
  readonly deals: readonly Deal[];
  readonly phase: Phase;
};

export type FindTheBotEvent =
  | {
      readonly type: "started";
      readonly seed: string;
      readonly rounds: number;
      readonly talkMs: number;
      readonly voteMs: number;
      readonly beatMs: number;
      readonly timings: Timings;
      readonly players: readonly { readonly id: PlayerId; readonly name: string; readonly bot: boolean }[];
      readonly endsAt: number;
    }
  | { readonly type: "entered"; readonly player: PlayerId; readonly name: string; readonly bot: boolean }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  | {
      readonly type: "opened";
      readonly prompt: string;
      readonly aliases: readonly Alias[];
      readonly at: number;
      readonly endsAt: number;
    }
  /** Somebody has written a line: nobody else sees it yet. */
  /** Whose it is stays in the log, so that it can be found when they go. */
  | ({ readonly type: "wrote"; readonly player?: PlayerId } & Waiting)
  /** What was due is shown, `told` lines among it. */
  | { readonly type: "beat"; readonly at: number; readonly told: number }
  /** The talk is over; lines that waited are told. */
  | { readonly type: "hushed"; readonly at: number; readonly told: number; readonly endsAt: number }
  | { readonly type: "voted"; readonly player: PlayerId; readonly bots: number }
  | {
      readonly type: "unmasked";
      readonly marks: readonly Mark[];
      readonly fooled: readonly Fooled[];
      readonly endsAt: number;
    }
  | { readonly type: "scored"; readonly endsAt: number }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
