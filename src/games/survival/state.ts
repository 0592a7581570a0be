import type { PlayerId, QuestionId } from "../../core/ids.ts";
import type { Quiz, QuizEvent } from "../quiz/state.ts";

/** `comeback` right answers in a row bring a ghost back; 0 for never. */
export type Rules = { readonly lives: number; readonly comeback: number };

/** How somebody is doing. With no lives left one is a ghost. */
export type Life = {
  /** How many questions were over when they came. */
  readonly since: number;
  readonly lives: number;
  /** The number of the question at which they fell last; 0 for never, and for who came as a ghost. */
  readonly fell: number;
  /** A ghost's right answers in a row. */
  readonly run: number;
  /** Whether they have come back from the ghosts, which happens once. */
  readonly returned: boolean;
};

/** What a question took and gave. */
export type Toll = {
  readonly question: QuestionId;
  /** Who lost a life and has one left. */
  readonly lost: readonly PlayerId[];
  readonly fell: readonly PlayerId[];
  readonly back: readonly PlayerId[];
  /** It would have taken all who were left, and so took nobody. */
  readonly draw: boolean;
  /** It was a sudden death. */
  readonly sudden: boolean;
};

/** What became of all by the questions that are over: the lives that are others than before. */
export type Settled = {
  readonly lives: readonly (readonly [PlayerId, Life])[];
  /** How many questions were draws since somebody fell last. */
  readonly draws: number;
  /** Of the latest question. */
  readonly toll: Toll | null;
};

export type Survival = {
  readonly quiz: Quiz;
  readonly rules: Rules;
  readonly lives: ReadonlyMap<PlayerId, Life>;
  readonly draws: number;
  readonly toll: Toll | null;
  /** Whether it ended before its questions did, as nobody was left to play against. */
  readonly won: boolean;
};

export type SurvivalEvent =
  | {
      readonly type: "begun";
      readonly rules: Rules;
      readonly players: readonly PlayerId[];
      readonly event: QuizEvent;
    }
  /** Something happened in the quiz; `settled` says what it did to lives. */
  | { readonly type: "passed"; readonly event: QuizEvent; readonly settled?: Settled }
  /** At most one is left: the end follows. */
  | { readonly type: "won" };
