import type { Question } from "../core/game.ts";
import { folded } from "./text.ts";

/** A question as everybody sees it. */
type Seen = Pick<Question, "prompt" | "choices" | "image">;

/**
 * What somebody well read would know: the right choice of a question they see, by what is seen alone.
 * Bots with a skill consult it, so that no frame they get needs to hold a key.
 */
export type Knowledge = {
  /** `hardness` by id, of those questions that people have answered. */
  readonly learn: (questions: readonly Question[], hardness?: ReadonlyMap<string, { readonly b: number }>) => void;
  /** Undefined when the question is not known. */
  readonly recall: (question: Seen) => Known | undefined;
  /** What was asked of late, as far as it is remembered. */
  readonly prompts: () => readonly string[];
};

/** The index of the right one among the choices, and how hard people find the question where that has been learned. */
type Known = { readonly key: number; readonly b?: number };

/** Remembers at most `most` questions, the oldest forgotten first. */
export const knowledgeOf = (most = 20_000): Knowledge => {
  const answers = new Map<
    string,
    { readonly prompt: string; readonly right: string; readonly b: number | undefined }
  >();
  return {
    learn: (questions, hardness) => {
      for (const question of questions) {
        const right = question.choices[question.key];
        if (right === undefined) continue;
        answers.set(nameOf(question), {
          prompt: question.prompt,
          right: folded(right),
          b: hardness?.get(question.id)?.b,
        });
      }
      for (const name of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(name);
      }
    },
    prompts: () => [...answers.values()].map(({ prompt }) => prompt),
    recall: (question) => {
      const known = answers.get(nameOf(question));
      const key = question.choices.findIndex((choice) => folded(choice) === known?.right);
      if (key < 0 || known === undefined) return undefined;
      return known.b === undefined ? { key } : { key, b: known.b };
    },
  };
};

/** Many questions share their words, such as which country has this flag, and differ in what there is to choose from. */
const nameOf = ({ prompt, choices, image }: Seen): string =>
  JSON.stringify([folded(prompt), choices.map(folded).toSorted(), image]);
