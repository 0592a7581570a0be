import type { Question } from "../core/game.ts";
import type { QuestionRequest, QuestionSource } from "./source.ts";

/** Everything that a source gives for a request, at most as many as were asked for, and what it said last. */
export const gather = async (
  source: QuestionSource,
  request: QuestionRequest,
  signal: AbortSignal,
): Promise<{ readonly questions: readonly Question[]; readonly note: string }> => {
  const gathered: Question[] = [];
  let said = "";
  for await (const { questions = [], note } of source.make(request, signal)) {
    gathered.push(...questions);
    said = note ?? said;
    if (gathered.length >= request.count || signal.aborted) break;
  }
  return { questions: gathered.slice(0, request.count), note: said };
};
