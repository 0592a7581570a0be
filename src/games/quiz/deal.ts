import type { Question } from "../../core/game.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import type { QuizOptions } from "./options.ts";
import type { Dealt } from "./state.ts";
import { standsAlone } from "./typing.ts";

/** Shuffles a question's choices, from a stream of its own (rule A7), and finds out whether it is typed (rule T1). */
export const dealt = (question: Question, seed: string, options: QuizOptions | undefined): Dealt => {
  const order = shuffle(
    question.choices.map((_, index) => index),
    seededRandom(`${seed}/${question.id}`),
  );
  return {
    ...question,
    choices: order.map((index) => question.choices[index] as string),
    key: order.indexOf(question.key),
    ...(question.also === undefined ? {} : { also: question.also.map((index) => order.indexOf(index)) }),
    ...(options?.answers === "typed" && standsAlone(question) ? { typed: true } : {}),
  };
};
