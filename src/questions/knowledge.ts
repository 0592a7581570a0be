import type { Question } from "../core/game.ts";
import { folded } from "./text.ts";

/**
 * What somebody well read would know: the right choice of a question they see, by its words alone.
 * Bots with a skill consult it, so that no frame they get needs to hold a key.
 */
export type Knowledge = {
  readonly learn: (questions: readonly Question[]) => void;
  /** The index of the right one among `choices`; undefined when the question is not known. */
  readonly recall: (prompt: string, choices: readonly string[]) => number | undefined;
};

/** Remembers at most `most` questions, the oldest forgotten first. */
export const knowledgeOf = (most = 20_000): Knowledge => {
  const answers = new Map<string, string>();
  return {
    learn: (questions) => {
      for (const { prompt, choices, key } of questions) {
        const right = choices[key];
        if (right !== undefined) answers.set(folded(prompt), folded(right));
      }
      for (const prompt of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(prompt);
      }
    },
    recall: (prompt, choices) => {
      const right = answers.get(folded(prompt));
      const index = choices.findIndex((choice) => folded(choice) === right);
      return index < 0 ? undefined : index;
    },
  };
};
