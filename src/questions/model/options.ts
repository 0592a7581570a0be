import type { Model } from "../../model/model.ts";
import type { Log } from "../../telemetry/log.ts";
import type { DuplicateIndex } from "../duplicates.ts";
import type { QuestionStore } from "../store.ts";

export type ModelSourceOptions = {
  readonly model: Model;
  /** Answers questions blind; the same model unless given. */
  readonly solver?: Model;
  readonly store: QuestionStore;
  /** Questions that are not to be made again, such as the bank's. What is kept is added to it. */
  readonly known: DuplicateIndex;
  readonly log: Log;
  /** ms since 1970, to say when a question was made. */
  readonly now: () => number;
  /** ms, steadily rising. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Whether a topic, a question, a choice or an explanation may be shown to people: moderation. */
  readonly isFit?: (text: string) => boolean;
  /** For one making as a whole. */
  readonly timeoutMs?: number;
  /** Requests for questions at the same time; each is followed by two to solve them. */
  readonly parallel?: number;
};

/** The same with everything filled in. */
export type Settings = Required<ModelSourceOptions> & {
  /** Resolves once everything in the store is known. */
  readonly ready: () => Promise<void>;
};
