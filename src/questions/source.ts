import type { Question } from "../core/game.ts";

export type QuestionRequest = {
  /** What people asked for, at most 80 characters; "" for anything. Data, never an instruction. */
  readonly topic: string;
  readonly count: number;
  /** Ids that have been asked already: to be avoided until nothing else is left. */
  readonly asked: ReadonlySet<string>;
  /** Ids that are never to be asked, because something is wrong with them. */
  readonly hidden: ReadonlySet<string>;
  /** Prompts that this lobby has played, oldest first, so that nothing like them is made anew. */
  readonly played: readonly string[];
  /** The pack to take from; "" for every source but `pack`. */
  readonly pack: string;
  readonly seed: string;
  /** Whether a question is of use; every one is when left out. Nothing else is given, and nothing else counts. */
  readonly suits?: (question: Question) => boolean;
  /** The category that comes first where there is no topic. */
  readonly prefers?: string;
};

/** One step of a making: questions that are ready, what people should be told, or what is being done now. */
export type Made = {
  readonly questions?: readonly Question[];
  /** What people should be told about the choice. */
  readonly note?: string;
  /** What is being done, for the page: one lower-case word such as "writing" or "checking". */
  readonly stage?: string;
};

/** Where questions come from. */
export type QuestionSource = {
  readonly name: string;
  /** About how many questions it could give on a topic, "" being any, without anything new being made or fetched. */
  readonly supply: (topic: string) => Promise<number>;
  /**
   * Up to `count` questions as they get ready, fewer only when there are no more. It ends soon after `signal` is
   * aborted. Throws when the source fails; what it gave before stands.
   */
  readonly make: (request: QuestionRequest, signal: AbortSignal) => AsyncIterable<Made>;
};
