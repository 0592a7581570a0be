import type { FinalStanding, Question, Timings } from "../../core/game.ts";
import type { PlayerId, QuestionId } from "../../core/ids.ts";

/** Where a player stands. `won` counts questions won, `wrong` tries that were not right. */
export type Standing = {
  readonly won: number;
  readonly wrong: number;
  readonly presence: "here" | "away" | "gone";
};

/** What somebody made of the buzz they had; null when they said nothing. `time` is what they took of their own, in ms. */
export type Try = { readonly player: PlayerId; readonly choice: number | null; readonly time: number };

/** Who had pressed, by id, in the so-manieth try at a question; and whom the buzz fell to. */
export type BuzzDraw = {
  readonly from: { readonly question: string; readonly tries: number; readonly pressed: readonly PlayerId[] };
  readonly drawn: PlayerId;
};

/** A question that is over: the tries in their order, and who was there and made none. The first right one has it. */
export type Round = {
  readonly question: QuestionId;
  readonly tries: readonly Try[];
  readonly silent: readonly PlayerId[];
};

/** Times are ms of game time. */
export type Phase =
  | { readonly name: "countdown"; readonly endsAt: number }
  | {
      readonly name: "buzzing";
      readonly openedAt: number;
      readonly endsAt: number;
      /** How long the question had been open for buzzing before, in ms. */
      readonly spent: number;
      readonly tries: readonly Try[];
      /** Who has pressed, and when. */
      readonly presses: ReadonlyMap<PlayerId, number>;
      /** When it is drawn who has the buzz; nobody has pressed when it is not there. */
      readonly drawAt?: number;
    }
  | {
      readonly name: "answering";
      readonly openedAt: number;
      readonly endsAt: number;
      readonly spent: number;
      readonly tries: readonly Try[];
      readonly player: PlayerId;
      /** How many it was drawn among. */
      readonly among: number;
      /** How long the question had been open for buzzing when this player pressed, in ms. */
      readonly pressed: number;
    }
  | { readonly name: "reveal"; readonly endsAt: number }
  | { readonly name: "scores"; readonly endsAt: number }
  | { readonly name: "podium"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };

export type Buzzing = Phase & { readonly name: "buzzing" };
export type Answering = Phase & { readonly name: "answering" };

export type Race = {
  /** In the order asked, choices shuffled. */
  readonly questions: readonly Question[];
  /** How many more are still to come from outside. */
  readonly more: number;
  readonly seed: string;
  readonly goal: number;
  /** How long a question is open for buzzing, and how long there is to answer, in ms. */
  readonly buzzMs: number;
  readonly answerMs: number;
  readonly timings: Timings;
  /** Questions that count for nobody. */
  readonly struck: ReadonlySet<string>;
  /** Index of the question asked last; -1 before the first. */
  readonly current: number;
  readonly players: ReadonlyMap<PlayerId, Standing>;
  /** In the order asked. */
  readonly closed: readonly Round[];
  /** Of several who pressed at once, for the proof. */
  readonly draws: readonly BuzzDraw[];
  readonly phase: Phase;
};

export type RaceEvent =
  | {
      readonly type: "started";
      readonly questions: readonly Question[];
      readonly more: number;
      readonly seed: string;
      readonly goal: number;
      readonly buzzMs: number;
      readonly answerMs: number;
      readonly timings: Timings;
      readonly players: readonly PlayerId[];
      readonly endsAt: number;
    }
  | { readonly type: "entered"; readonly player: PlayerId }
  | { readonly type: "departed"; readonly player: PlayerId; readonly gone: boolean }
  | { readonly type: "opened"; readonly question: QuestionId; readonly at: number; readonly endsAt: number }
  | { readonly type: "pressed"; readonly player: PlayerId; readonly at: number; readonly drawAt: number }
  | {
      readonly type: "buzzed";
      readonly player: PlayerId;
      readonly among: number;
      readonly at: number;
      readonly endsAt: number;
    }
  /** Who had the buzz was wrong or silent; buzzing is open again for the others. */
  | { readonly type: "missed"; readonly made: Try; readonly at: number; readonly endsAt: number }
  | { readonly type: "closed"; readonly round: Round; readonly endsAt: number }
  | { readonly type: "scored"; readonly endsAt: number }
  | { readonly type: "extended"; readonly questions: readonly Question[]; readonly more: number }
  /** A question was struck out (`key` is null) or has another key. */
  | { readonly type: "corrected"; readonly question: QuestionId; readonly key: number | null }
  | { readonly type: "ended"; readonly standings: readonly FinalStanding[]; readonly counts: boolean };
