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
  /** Undefined when the question is not known. With other choices than it had, it is known by its words. */
  readonly recall: (question: Seen) => Known | undefined;
  /** What was asked of late, as far as it is remembered. */
  readonly prompts: () => readonly string[];
};

/**
 * The index of the right one among the choices, and how hard people find the question where that has been learned.
 * Where no choices are seen, the index is -1, and the answer is known itself: a text, or a number.
 */
type Known = { readonly key: number; readonly b?: number; readonly text?: string; readonly number?: number };

/** Remembers at most `most` questions, the oldest forgotten first. */
export const knowledgeOf = (most = 20_000): Knowledge => {
  const answers = new Map<string, Answer>();
  /** Under its words and its picture alone: every answer that was right there. */
  const alike = new Map<string, Set<Answer>>();
  const forget = (name: string): void => {
    const answer = answers.get(name);
    if (answer === undefined) return;
    answers.delete(name);
    const others = alike.get(answer.asked);
    others?.delete(answer);
    if (others?.size === 0) alike.delete(answer.asked);
  };
  return {
    learn: (questions, hardness) => {
      for (const question of questions) {
        const { number } = question;
        const text = number === undefined ? question.choices[question.key] : "";
        if (text === undefined) continue;
        const [name, asked] = [nameOf(question), askedOf(question)];
        const b = hardness?.get(question.id)?.b;
        const answer = { prompt: question.prompt, asked, right: folded(text), text, number: number?.value, b };
        forget(name);
        answers.set(name, answer);
        alike.set(asked, (alike.get(asked) ?? new Set()).add(answer));
      }
      for (const name of answers.keys()) {
        if (answers.size <= most) break;
        forget(name);
      }
    },
    prompts: () => [...answers.values()].map(({ prompt }) => prompt),
    recall: (question) => {
      if (question.choices.length === 0) return unseen([...(alike.get(askedOf(question)) ?? [])]);
      const exact = answers.get(nameOf(question));
      const known = exact === undefined ? [...(alike.get(askedOf(question)) ?? [])] : [exact];
      const found = question.choices.flatMap((choice, key) => {
        const answer = known.find(({ right }) => right === folded(choice));
        return answer === undefined ? [] : [answer.b === undefined ? { key } : { key, b: answer.b }];
      });
      // Where several are right to such words, the one that is meant can't be told.
      return found.length === 1 || exact !== undefined ? found[0] : undefined;
    },
  };
};

type Answer = {
  readonly prompt: string;
  readonly asked: string;
  readonly right: string;
  readonly text: string;
  readonly number: number | undefined;
  readonly b: number | undefined;
};

/** What is known where no choices are seen: nothing, where several answers are right to such words. */
const unseen = (known: readonly Answer[]): Known | undefined => {
  const [one, other] = known;
  if (one === undefined || known.some(({ right, number }) => right !== one.right || number !== one.number))
    return undefined;
  const { b, text, number } = other ?? one;
  return { key: -1, ...(b === undefined ? {} : { b }), ...(number === undefined ? { text } : { number }) };
};

const askedOf = ({ prompt, image }: Seen): string => JSON.stringify([folded(prompt), image]);

/** Many questions share their words, such as which country has this flag, and differ in what there is to choose from. */
const nameOf = ({ prompt, choices, image }: Seen): string =>
  JSON.stringify([folded(prompt), choices.map(folded).toSorted(), image]);
