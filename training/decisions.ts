import { seededRandom, shuffle } from "../src/core/random.ts";
import { learnedOf } from "../src/moderation/learned/model.ts";
import { retrained } from "../src/moderation/learned/retrain.ts";
import { figuresOf, type Labelled } from "./measure.ts";

const numbers = [0, 500, 1000, 4000, 16_000];
const measuredBy = 5000;

/**
 * What decisions are worth: the model after N of them on lines of one chat, measured by other lines of it. Real
 * decisions are on harder lines than these, which are any.
 */
export const decidingOn = (
  file: Uint8Array,
  rows: readonly Labelled[],
  harmless: readonly Labelled[],
  seed: string,
): string => {
  const mixed = shuffle(rows, seededRandom(seed));
  const [test, pool] = [mixed.slice(0, measuredBy), mixed.slice(measuredBy)];
  const lines = numbers.map((count) => {
    const began = performance.now();
    const options = { seed, harmless: harmless.map(({ text }) => text) };
    const model = learnedOf(count === 0 ? file : retrained(file, pool.slice(0, count), options));
    const took = performance.now() - began;
    const { auc, recall, falseAlarms } = figuresOf(model, test);
    const even = recallAt(model.score, test, 0.012);
    return `| ${count} | ${[auc, even, recall, falseAlarms].map((x) => x.toFixed(3)).join(" | ")} | ${took.toFixed(0)} |`;
  });
  const head =
    "| decisions | AUC | recall at 1.2 % false alarms | recall | false alarms | ms |\n| --- | --- | --- | --- | --- | --- |";
  return [head, ...lines].join("\n");
};

/** The share of abusive lines that score more than all but so many of the harmless. */
const recallAt = (score: (text: string) => number, rows: readonly Labelled[], falseAlarms: number): number => {
  const scores = (label: 0 | 1) => rows.filter((row) => row.label === label).map(({ text }) => score(text));
  const [harmless, abusive] = [scores(0).toSorted((a, b) => b - a), scores(1)];
  const least = harmless[Math.floor(harmless.length * falseAlarms)] ?? 1;
  return abusive.filter((one) => one > least).length / abusive.length;
};
