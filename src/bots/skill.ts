import { normal, type Random } from "../core/random.ts";
import { topicWords } from "../questions/text.ts";

export type SeenQuestion = {
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly category: string;
  readonly difficulty: string;
  /** How hard it is for people, where that has been learned; see questions/hardness.ts. */
  readonly b?: number | undefined;
};

/** What makes a bot good or bad at questions. */
export type Talent = {
  /** From 0 to 1. */
  readonly skill: number;
  /** By topic, from -1 to 1: how much better or worse than its skill it is there. */
  readonly strengths: Readonly<Record<string, number>>;
};

/** What a bot will do with a question: which choice, and after how many ms; undefined means no answer. */
export type Plan = { readonly choice: number; readonly afterMs: number } | undefined;

const slope = 1.1;
const noAnswer = 0.03;
const spread = 0.4;
const wordsPerSecond = 4;
const thinkingSeconds = 1.5;
const thinkingGrowth = 0.25;
const slowerWhenWrong = 1.2;
const earliestMs = 1200;
const latestBeforeEndMs = 300;

const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const abilityOf = (skill: number): number => 4 * within(0, skill, 1) - 2;

/** Hardness by the label of a question about which nothing has been learned. */
const labels: ReadonlyMap<string, number> = new Map([
  ["easy", -1],
  ["medium", 0],
  ["hard", 1],
]);

/**
 * The chance of being right: a one-parameter item response curve above the chance of guessing among
 * `choices` (Rasch 1960 with a guessing floor). `edge` is how far the ability is above the question's hardness.
 */
export const chanceOfRight = (edge: number, choices: number): number =>
  1 / choices + (1 - 1 / choices) * logistic(slope * edge);

/** The strongest of the strengths and weaknesses whose words all are in the category or the prompt; 0 for none. */
export const strengthFor = (strengths: Talent["strengths"], category: string, prompt: string): number => {
  const about = new Set([...topicWords(category), ...topicWords(prompt)]);
  let strongest = 0;
  for (const [topic, strength] of Object.entries(strengths)) {
    const words = topicWords(topic);
    const fits = words.length > 0 && words.every((word) => about.has(word));
    if (fits && Math.abs(strength) > Math.abs(strongest)) strongest = strength;
  }
  return within(-1, strongest, 1);
};

/** Letters of scripts that put no spaces between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/gu;

/** Two letters make a word where no spaces tell. */
const countWords = (text: string): number => {
  const letters = text.match(unspaced)?.length ?? 0;
  return (
    text
      .replace(unspaced, " ")
      .split(/\s+/)
      .filter((word) => word !== "").length +
    letters / 2
  );
};

/**
 * What to answer and when, all drawn at once when the question opens, before anybody has answered, by the law in
 * docs/bots.md. The time is lognormal (van der Linden 2006) around reading and thinking; a wrong answer takes a fifth
 * longer. `knownKey` is what a well-read player would know; without it the bot guesses. Every plan takes the same
 * number of draws, so that what is asked now does not shift what is drawn next.
 */
export const planAnswer = (
  { prompt, choices, category, difficulty, b }: SeenQuestion,
  { skill, strengths }: Talent,
  knownKey: number | undefined,
  limitMs: number,
  random: Random,
): Plan => {
  const silent = random() < noAnswer;
  const luck = random();
  const pick = random();
  const z = normal(random);
  const latestMs = limitMs - latestBeforeEndMs;
  if (silent || choices.length === 0 || latestMs < earliestMs) return undefined;
  const edge = abilityOf(skill) + strengthFor(strengths, category, prompt) - (b ?? labels.get(difficulty) ?? 0);
  const right = knownKey !== undefined && luck < chanceOfRight(edge, choices.length);
  const reading = countWords([prompt, ...choices].join(" ")) / wordsPerSecond;
  const thinking = thinkingSeconds * Math.exp(-thinkingGrowth * edge);
  const seconds = (reading + thinking) * Math.exp(spread * z) * (right ? 1 : slowerWhenWrong);
  return {
    choice: right ? knownKey : pickFrom(choices.length, knownKey, pick),
    afterMs: Math.round(within(earliestMs, seconds * 1000, latestMs)),
  };
};

/** One of the choices, each as likely as any other, but for the one that is left out. */
const pickFrom = (count: number, leftOut: number | undefined, pick: number): number => {
  if (leftOut === undefined) return Math.floor(pick * count);
  const other = Math.floor(pick * (count - 1));
  return other < leftOut ? other : other + 1;
};
