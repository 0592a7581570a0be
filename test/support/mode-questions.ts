import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";

type Asked = {
  readonly prompt: string;
  readonly correct: string;
  readonly wrong: readonly [string, string, string];
  /** What two people make up about it. */
  readonly lies: readonly [string, string];
  readonly explanation: string;
};

/** Questions that any mode can ask, also without their choices. */
const asked: readonly Asked[] = [
  {
    prompt: "On which planet does a day last longer than a year?",
    correct: "Venus",
    wrong: ["Mercury", "Uranus", "Mars"],
    lies: ["Neptune", "Saturn"],
    explanation: "Venus turns round once in 243 days, and goes round the Sun in 225.",
  },
  {
    prompt: "What colour is the skin of a polar bear under its white fur?",
    correct: "Black",
    wrong: ["Pink", "Grey", "Brown"],
    lies: ["Blue", "Yellow"],
    explanation: "The hairs have no colour of their own; the skin below them is black.",
  },
  {
    prompt: "Which animal leaves droppings that are shaped like cubes?",
    correct: "The wombat",
    wrong: ["The koala", "The beaver", "The hedgehog"],
    lies: ["The armadillo", "The platypus"],
    explanation: "The last part of a wombat's gut is stiffer on some sides than on others.",
  },
];

/** As a source gives them. */
export const modeQuestions: readonly Question[] = asked.map(({ prompt, correct, wrong, explanation }, index) => ({
  id: `mode-${index}` as QuestionId,
  prompt,
  choices: [correct, ...wrong],
  key: 0,
  category: "Strange but true",
  difficulty: "easy",
  explanation,
  image: "",
}));

/** What is known about a question that is shown. */
export const questionAbout = (prompt: string): Asked => {
  const found = asked.find((one) => one.prompt === prompt);
  if (found === undefined) throw new Error(`nobody has asked ${prompt}`);
  return found;
};
