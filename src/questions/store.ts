import type { Question } from "../core/game.ts";

/** Sources whose questions are kept, because they cost something to get. */
export type KeptSource = "model" | "opentdb";

/** A question that passed every check, with where it came from. */
export type KeptQuestion = {
  readonly question: Question;
  readonly source: KeptSource;
  /** The folded topic that it was made for (see text.ts), or the folded category; "" for none. */
  readonly topic: string;
  /** Plain JSON: the model, the hash of the prompt, the solvers' votes; or the address it was fetched from. */
  readonly provenance: object;
};

/** Questions made or fetched, kept to be used again. */
export type QuestionStore = {
  /** Keeps those whose folded prompt is not there yet, and gives those that were kept. */
  readonly add: (questions: readonly KeptQuestion[]) => Promise<readonly Question[]>;
  /** Up to `limit` questions of a source and folded topic ("" for any topic), without those whose id is in `not`, in an order that `seed` decides. */
  readonly find: (wish: {
    readonly source: KeptSource;
    readonly topic: string;
    readonly limit: number;
    readonly not: ReadonlySet<string>;
    readonly seed: string;
  }) => Promise<readonly Question[]>;
  readonly count: (source: KeptSource, topic: string) => Promise<number>;
  /** All kept questions, a page at a time, in the order of their ids: to build an index of duplicates from. */
  readonly page: (after: string, limit: number) => Promise<readonly Question[]>;
};
