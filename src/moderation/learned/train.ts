import { seededRandom, shuffle } from "../../core/random.ts";
import { SIZE } from "./features.ts";
import { packed, type Weights } from "./file.ts";
import { scoreBy } from "./model.ts";
import { freshLearner, learn, type Learner, type Row, rowsOf } from "./rows.ts";

export type TrainOptions = {
  /** The same rows and seed give the same file, byte for byte. */
  readonly seed: string;
  readonly epochs?: number;
  readonly rate?: number;
  readonly pull?: number;
};

/** Of harmless lines that were never trained on, so many may reach the threshold. */
const falseAlarms = 0.005;

/** Every so manieth harmless row is kept back to find the threshold by. */
const keptBack = 5;

/**
 * Learns from rows and answers a model file. A fifth of the rows that are surely harmless, those of full weight, is not
 * learned from: it sets the threshold.
 */
export const trainOn = (rows: Iterable<Row>, options: TrainOptions): Uint8Array => {
  const { seed, epochs = 4, rate = 0.1, pull = 5e-4 } = options;
  const random = seededRandom(seed);
  const mixed = shuffle([...rows], random);
  const isKeptBack = ({ label, weight = 1 }: Row, i: number) => label === 0 && weight >= 1 && i % keptBack === 0;
  const seen = rowsOf(mixed.filter((row, i) => !isKeptBack(row, i)));
  const learner = freshLearner(SIZE);
  let order = Array.from({ length: seen.count }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffle(order, random);
    for (const i of order) learn(learner, seen, i, { rate, pull });
  }
  const weights = quantised(learner);
  const harmless = mixed.filter(isKeptBack).map(({ text }) => text);
  return packed({ ...weights, threshold: thresholdFor(weights, harmless) });
};

/** Weights as signed bytes. The few far outside are cut off, so that all others keep their difference. */
export const quantised = ({ values, bias }: Pick<Learner, "values" | "bias">): Omit<Weights, "threshold"> => {
  const sizes = values.map(Math.abs).toSorted();
  const limit = (sizes[Math.floor(sizes.length * 0.9995)] as number) || 1;
  const scale = Math.fround(limit / 127);
  const bytes = Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / scale))));
  return { values: bytes, scale, bias };
};

/** The score that one in two hundred harmless lines reaches, kept where a score is worth a look at all. */
export const thresholdFor = (weights: Omit<Weights, "threshold">, harmless: readonly string[]): number => {
  const scores = Float64Array.from(harmless, scoreBy(weights)).toSorted();
  const reached = scores[Math.ceil(scores.length * (1 - falseAlarms))] ?? scores.at(-1) ?? 0.5;
  return Math.min(0.999, Math.max(0.5, reached));
};
