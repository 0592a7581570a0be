import type { FinalStanding, Question, Timings } from "../../core/game.ts";
import type { PlayerId, QuestionId } from "../../core/ids.ts";

/** Where a player stands. `right` counts truths found; `presence` decides who is waited for and who is listed. */
export type Standing = {
  readonly name: string;
  readonly score: number;
  readonly right: number;
  readonly presence: "here" | "away" | "gone";
};

/** What can be voted for: the truth, a lie with all who wrote it, or a ready-made one that nobody did. */
export type Option = { readonly text: string; readonly authors: readonly PlayerId[] };

/** What came of one player's vote, or of its absence (`choice` is null), and of their lie. */
export type Outcome = {
  readonly player: PlayerId;
  readonly choice: number | null;
  readonly right: boolean;
  /** How many voted for their lie. */
  readonly fooled: number;
  readonly points: number;
  /** In ms; the whole time when there was no vote. */
  readonly time: number;
};

/** A question that is over. `key` is the index of the truth. */
export type Round = {
  readonly question: QuestionId;
  readonly options: readonly Option[];
  readonly key: number;
  readonly outcomes: readonly Outcome[];
};

type Vote = { readonly choice: number; readonly time: number };

/** Times are ms of game time. */
export type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | { readonly name: "writing"; readonly endsAt: number; readonly lies: ReadonlyMap<PlayerId, string> }
  | {
      readonly name: "voting";
      readonly openedAt: number;
      readonly endsAt: number;
      readonly lies: ReadonlyMap<PlayerId, string>;
      readonly options: readonly Option[];
      readonly key: number;
      readonly votes: ReadonlyMap<PlayerId, Vote>;
    }
  | { readonly name: "unmask"; readonly endsAt: number }
  | { readonly name: "scores"; readonly endsAt: number }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type Bluff = {
  readonly questions: readonly Question[];
  /** How many more are still to come from outside. */
  readonly more: number;
  readonly seed: string;
  readonly writeMs: number;
  readonly voteMs: number;
  readonly decoys: boolean;
  readonly timings: Timings;
  /** Questions that count for nobody. */
  readonly struck: ReadonlySet<string>;
  /** Index of the question asked last; -1 before the first. */
  readonly current: number;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  /** In the order asked. */
  readonly closed: readonly Round[];
  readonly phase: Phase;
};

export type BluffEvent =
  | {
      readonly type: "started";
      readonly questions: readonly Question[];
      readonly more: number;
      readonly seed: string;
      readonly writeMs: number;
      readonly voteMs: number;
      readonly decoys: boolean;
      readonly timings: Timings;
      readonly players: readonly { readonly id: PlayerId; readonly name: string }[];
      readonly endsAt: number;
    }
  | { readonly type: "entered"; readonly player: PlayerId; readonly name: string }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  | { readonly type: "opened"; readonly question: QuestionId; readonly endsAt: number }
  | { readonly type: "wrote"; readonly player: PlayerId; readonly text: string }
  /** The lies are in: here is what there is to vote for. */
  | {
      readonly type: "laid";
      readonly options: readonly Option[];
      readonly key: number;
      readonly at: number;
      readonly endsAt: number;
    }
  | { readonly type: "voted"; readonly player: PlayerId; readonly choice: number; readonly time: number }
  | { readonly type: "closed"; readonly round: Round; readonly endsAt: number }
  /** `again` when they stay on, as the next question is not there yet. */
  | { readonly type: "scored"; readonly endsAt: number; readonly again?: true }
  | { readonly type: "extended"; readonly questions: readonly Question[]; readonly more: number }
  | { readonly type: "struck"; readonly question: QuestionId }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
