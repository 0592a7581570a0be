import type { Question } from "../../src/core/game.ts";
import { mixOf, type MixOptions } from "../../src/questions/mix.ts";
import type { Made, QuestionSource } from "../../src/questions/source.ts";

/** A mix of some sources that waits for nothing: slow ones are late at once unless said otherwise. */
export const mixWith = (sources: readonly QuestionSource[], options: Partial<MixOptions> = {}) =>
  mixOf({
    sources: new Map(sources.map((source) => [source.name, source])),
    enough: 3,
    playableMs: 1000,
    patienceMs: 2000,
    clock: () => performance.now(),
    onFailure: () => {},
    ...options,
  });

/** All that a making gives. */
export const gatherFrom = async (making: AsyncIterable<Made>) => {
  const questions: Question[] = [];
  const notes: string[] = [];
  for await (const made of making) {
    questions.push(...(made.questions ?? []));
    if (made.note !== undefined) notes.push(made.note);
  }
  return { questions, note: notes.join(" ") };
};
