import type { Question } from "../core/game.ts";

export type QuestionRequest = {
  readonly topic: string;
  readonly count: number;
  /** Ids that have been asked already: to be avoided until nothing else is left. */
  readonly asked: ReadonlySet<string>;
  readonly seed: string;
};

export type QuestionPick = {
  readonly questions: readonly Question[];
  /** What people should be told about the choice; "" for nothing. */
  readonly note: string;
};

/** Where questions come from. */
export type QuestionSource = {
  readonly name: string;
  /** Up to `count` questions, fewer only when there are no more. `signal` stops a slow source. */
  readonly pick: (request: QuestionRequest, signal: AbortSignal) => Promise<QuestionPick>;
};
