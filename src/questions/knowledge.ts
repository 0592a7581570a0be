import type { Question } from "../core/game.ts";
import { folded } from "./text.ts";

/** A question as everybody sees it. */
type Seen = Pick<Question, "prompt" | "choices" | "image">;

/**
 * What somebody well read would know: the right choice of a question they see, by what is seen alone.
 * Bots with a skill consult it, so that no frame they get needs to hold a key.
 */
export type Knowledge = {
  readonly learn: (questions: readonly Question[]) => void;
  /** The index of the right one among the choices; undefined when the question is not known. */
  readonly recall: (question: Seen) => number | undefined;
};

/** Remembers at most `most` questions, the oldest forgotten first. */
export const knowledgeOf = (most = 20_000): Knowledge => {
  const answers = new Map<string, string>();
  return {
    learn: (questions) => {
      for (const question of questions) {
        const right = question.choices[question.key];
        if (right !== undefined) answers.set(nameOf(question), folded(right));
      }
      for (const name of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(name);
      }
    },
    recall: (question) => {
      const right = answers.get(nameOf(question));
      const index = question.choices.findIndex((choice) => folded(choice) === right);
      return index < 0 ? undefined : index;
    },
  };
};

/** Many questions share their words, such as which country has this flag, and differ in what there is to choose from. */
const nameOf = ({ prompt, choices, image }: Seen): string =>
  JSON.stringify([folded(prompt), choices.map(folded).toSorted(), image]);
