import type { Random } from "../core/random.ts";

export type SeenQuestion = {
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly difficulty: string;
};

/** What a bot will do with a question: which choice, and after how many ms; undefined means no answer. */
export type Plan = { readonly choice: number; readonly afterMs: number } | undefined;

const hardness: Readonly<Record<string, number>> = { easy: -1, medium: 0, hard: 1 };
const slope = 1.1;
const noAnswer = 0.03;
const spread = 0.4;
const wordsPerSecond = 4;
const thinkingSeconds = 1.5;
const earliestMs = 1200;
const latestBeforeEndMs = 300;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The chance of being right: a one-parameter item response curve above the chance of guessing among
 * `choices` (Rasch 1960 with a guessing floor). `skill` is from 0 to 1.
 */
export const chanceOfRight = (skill: number, difficulty: string, choices: number): number => {
  const guess = 1 / choices;
  return guess + (1 - guess) * logistic(slope * (skill * 4 - 2 - (hardness[difficulty] ?? 0)));
};

/** Two uniform numbers make a normal one (Box and Muller 1958). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * What to answer and when, all drawn at once when the question opens, before anybody has answered.
 * The time is lognormal (van der Linden 2006) around reading and thinking; a wrong answer takes a fifth longer.
 * `knownKey` is what a well-read player would know; without it the bot guesses.
 */
export const planAnswer = (
  question: SeenQuestion,
  skill: number,
  knownKey: number | undefined,
  limitMs: number,
  random: Random,
): Plan => {
  const { prompt, choices, difficulty } = question;
  const silent = random() < noAnswer;
  const knows = random() < chanceOfRight(skill, difficulty, choices.length);
  const other = Math.floor(random() * (choices.length - 1));
  const z = normal(random);
  if (silent || choices.length === 0) return undefined;
  const right = knownKey !== undefined && knows;
  const choice =
    knownKey === undefined
      ? Math.floor(random() * choices.length)
      : right
        ? knownKey
        : other + (other >= knownKey ? 1 : 0);
  const words = [prompt, ...choices].join(" ").split(/\s+/).length;
  const thinking = thinkingSeconds * Math.exp(0.25 * ((hardness[difficulty] ?? 0) - (skill * 4 - 2)));
  const seconds = (words / wordsPerSecond / 2 + thinking) * Math.exp(spread * z) * (right ? 1 : 1.2);
  const latest = Math.max(earliestMs, limitMs - latestBeforeEndMs);
  return { choice, afterMs: Math.round(Math.min(latest, Math.max(earliestMs, seconds * 1000))) };
};
