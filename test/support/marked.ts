import { randomBytes } from "node:crypto";
import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";
import type { QuestionSource } from "../../src/questions/source.ts";

export const choicesPerQuestion = 4;

/** A word found nowhere else. */
const marker = (): string => `mark-${randomBytes(9).toString("hex")}`;

/** Questions whose explanations can't be mistaken for anything else; `keyOf` says which choice is right, before the shuffle. */
export const markedQuestions = (count: number, keyOf: (index: number) => number): readonly Question[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `marked-${index}` as QuestionId,
    prompt: `Which one of ${index}?`,
    choices: Array.from({ length: choicesPerQuestion }, (__, choice) => `choice ${index}.${choice}`),
    key: keyOf(index),
    category: "Marked",
    difficulty: "medium",
    explanation: marker(),
    image: "",
  }));

/** Gives these questions in this order, whatever is asked for. */
export const sourceOf = (questions: () => readonly Question[]): QuestionSource => ({
  name: "bank",
  supply: () => Promise.resolve(questions().length),
  async *make({ count }) {
    yield { questions: questions().slice(0, count) };
  },
});
