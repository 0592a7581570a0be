import type { QuestionRequest } from "../../src/questions/source.ts";

/** A request for ten questions about anything, unless said otherwise. */
export const questionRequest = (wish: Partial<QuestionRequest> = {}): QuestionRequest => ({
  topic: "",
  count: 10,
  asked: new Set(),
  hidden: new Set(),
  played: [],
  pack: "",
  seed: "seed",
  ...wish,
});
