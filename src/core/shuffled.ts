import type { Question } from "./game.ts";
import { seededRandom, shuffle } from "./random.ts";

/** A question with its choices in the order that a game's seed gives it, from a stream of its own. */
export const shuffled = (question: Question, seed: string): Question => {
  const order = shuffle(
    question.choices.map((_, index) => index),
    seededRandom(`${seed}/${question.id}`),
  );
  return {
    ...question,
    choices: order.map((index) => question.choices[index] as string),
    key: order.indexOf(question.key),
    ...(question.also === undefined ? {} : { also: question.also.map((index) => order.indexOf(index)) }),
  };
};
