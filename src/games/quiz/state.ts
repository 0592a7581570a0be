import type { PlayerId, QuestionId } from "../../core/ids.ts";
import type { FinalStanding, Question, Timings } from "../../core/game.ts";
import type { QuizOptions } from "./options.ts";

/** A question as it is asked: `typed` says that its choices are not shown, which is found out once. */
export type Dealt = Question & { readonly typed?: true };

/** Where a player stands. `time` is the total time taken, in ms; `presence` decides who is waited for and who is listed. */
export type Standing = {
  readonly score: number;
  readonly right: number;
  readonly streak: number;
  readonly time: number;
  readonly presence: "here" | "away" | "gone";
  /** What they were given for coming late. */
  readonly gift?: number;
};

/** `choice` is -1 for what is none of the choices. */
type Answer = { readonly choice: number; readonly time: number; readonly text?: string; readonly number?: number };

/** What somebody stands by who has not answered yet, and since when. */
export type Hold = Pick<Answer, "choice" | "time">;

/** What came of one player's answer, or of its absence (`choice` is null; -1 for what is none of the choices). */
export type Outcome = {
  readonly player: PlayerId;
  readonly choice: number | null;
  readonly right: boolean;
  readonly points: number;
  readonly streak: number;
  /** In ms; the whole limit when nothing was answered. */
  readonly time: number;
  readonly number?: number;
  /** What they staked on it. */
  readonly wager?: number;
};

/** Times are ms of game time. */
export type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | {
      readonly name: "question";
      readonly openedAt: number;
      readonly endsAt: number;
      readonly answers: ReadonlyMap<PlayerId, Answer>;
      /** Nobody has held anything when it is not there. */
      readonly held?: ReadonlyMap<PlayerId, Hold>;
    }
  | {
      readonly name: "reveal";
      readonly endsAt: number;
      readonly outcomes: readonly Outcome[];
      /** What players typed, for each of them alone. */
      readonly texts?: ReadonlyMap<PlayerId, string>;
    }
  | { readonly name: "scores"; readonly endsAt: number }
  | { readonly name: "wager"; readonly endsAt: number }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type Quiz = {
  readonly questions: readonly Dealt[];
  /** Undefined for a quiz as it is by default. */
  readonly options?: QuizOptions;
  /** Index of the question that was asked as the last one. */
  readonly last?: number;
  /** What players stake on the last question. */
  readonly wagers?: ReadonlyMap<PlayerId, number>;
  readonly limit: number;
  readonly timings: Timings;
  /** Chance, for the order of choices of questions still to come. */
  readonly seed: string;
  /** How many more questions are still to come from outside. */
  readonly more: number;
  /** Questions that count for nobody. */
  readonly struck: ReadonlySet<string>;
  /** Index of the question asked last; -1 before the first. */
  readonly current: number;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  /** What came of each question closed so far, in the order asked. */
  readonly closed: readonly (readonly Outcome[])[];
  readonly phase: Phase;
};

export type QuizEvent =
  | {
      readonly type: "started";
      /** Already in the order asked, choices already shuffled. */
      readonly questions: readonly Dealt[];
      readonly options?: QuizOptions;
      readonly more?: number;
      readonly seed?: string;
      readonly limit: number;
      readonly timings: Timings;
      readonly players: readonly PlayerId[];
      readonly endsAt: number;
    }
  /** `score` is what they are given for coming late. */
  | { readonly type: "entered"; readonly player: PlayerId; readonly score?: number }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  | {
      readonly type: "asked";
      readonly question: QuestionId;
      readonly at: number;
      readonly endsAt: number;
      /** Said where it makes a difference. */
      readonly last?: true;
    }
  /** Before the last question, players stake what they like of their points. */
  | { readonly type: "wagering"; readonly endsAt: number }
  | { readonly type: "wagered"; readonly player: PlayerId; readonly amount: number }
  | {
      readonly type: "answered";
      readonly player: PlayerId;
      readonly question: QuestionId;
      readonly choice: number;
      readonly time: number;
      /** As it was typed. */
      readonly text?: string;
      readonly number?: number;
    }
  /** A spoken answer was understood, and is shown to its player before it is given. */
  | {
      readonly type: "held";
      readonly player: PlayerId;
      readonly question: QuestionId;
      readonly choice: number;
      readonly time: number;
    }
  | {
      readonly type: "closed";
      readonly question: QuestionId;
      readonly outcomes: readonly Outcome[];
      readonly endsAt: number;
    }
  | { readonly type: "scored"; readonly endsAt: number }
  /** More questions, shuffled too; `more` are still to come. */
  | { readonly type: "extended"; readonly questions: readonly Dealt[]; readonly more: number }
  /** A question was struck out (`key` is null) or has another key; `closed` is what that makes of all outcomes. */
  | {
      readonly type: "corrected";
      readonly question: QuestionId;
      readonly key: number | null;
      readonly closed: readonly (readonly Outcome[])[];
    }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
