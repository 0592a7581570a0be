import { seededRandom, shuffle } from "../../core/random.ts";
import { packed, unpacked } from "./file.ts";
import { learn, type Learner, type Row, rowsOf } from "./rows.ts";
import { quantised, thresholdFor } from "./train.ts";

/** What a moderator said of a line: 1 is abuse, 0 is not. */
export type Decided = { readonly text: string; readonly label: 0 | 1 };

export type RetrainOptions = {
  /** The same base, decisions and seed give the same file, byte for byte. */
  readonly seed: string;
  /** Lines known to be harmless, such as the questions that are played, some thousands at most: they hold the false alarms down. */
  readonly harmless?: readonly string[] | undefined;
};

/** So many decisions of each kind it takes; fewer say more about the day than about the place. */
export const LEAST_DECISIONS = 50;

/** The newest so many count, as what people mean changes, and time is short. */
export const MOST_DECISIONS = 20_000;
const mostHarmless = 4000;

const epochs = 5;
/** Draws every weight back to the shipped one, so that a handful of decisions can't turn the model over. */
const pace = { rate: 0.1, pull: 5e-3 };
/** As if each weight had been moved before: the first decisions move it gently. */
const calm = 0.02;

/**
 * The model in `base` after it has learned from moderators' decisions, the oldest first. Always start from the shipped
 * model, not from the last retrained one: then what is purged is also forgotten. Throws a `RetrainRefused` for too few
 * decisions and a `ModelFileError` for a broken base. Takes up to a second or two: see `retrainInWorker`.
 */
export const retrained = (base: Uint8Array, decisions: readonly Decided[], options: RetrainOptions): Uint8Array => {
  refuseTooFew(decisions);
  const { values, scale, bias, threshold } = unpacked(base);
  const home = Float32Array.from(values, (value) => value * scale);
  const learner: Learner = {
    values: home.slice(),
    squares: new Float32Array(home.length).fill(calm),
    bias,
    // The decided lines are half abuse, the lines of a chat are not: only words may learn from them.
    biasSquares: Number.POSITIVE_INFINITY,
  };
  const random = seededRandom(options.seed);
  const harmless = shuffle(options.harmless ?? [], random).slice(0, mostHarmless);
  const rows = rowsOf([...weighed(decisions.slice(-MOST_DECISIONS)), ...harmless.map(asHarmless)]);
  let order = Array.from({ length: rows.count }, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffle(order, random);
    for (const i of order) learn(learner, rows, i, { ...pace, home });
  }
  const weights = quantised(learner);
  return packed({ ...weights, threshold: Math.max(threshold, thresholdFor(weights, harmless)) });
};

/** A reason not to retrain, for people to read. */
export class RetrainRefused extends Error {
  readonly code: "too_few_decisions" | "retraining" | "retraining_failed";
  constructor(code: RetrainRefused["code"], reason: string) {
    super(reason);
    this.name = "RetrainRefused";
    this.code = code;
  }
}

/** Throws unless there are enough decisions of both kinds. */
export const refuseTooFew = (decisions: readonly Decided[]): void => {
  const used = decisions.slice(-MOST_DECISIONS);
  const abuse = used.filter(({ label }) => label === 1).length;
  const fit = used.length - abuse;
  if (Math.min(abuse, fit) >= LEAST_DECISIONS) return;
  throw new RetrainRefused(
    "too_few_decisions",
    `retraining takes at least ${LEAST_DECISIONS} decisions of each kind; there are ${abuse} denied and ${fit} allowed`,
  );
};

/** The kind there is more of counts for less; the rarer one for no more than it is, or all lines would look like abuse. */
const weighed = (decisions: readonly Decided[]): readonly Row[] => {
  const abuse = decisions.filter(({ label }) => label === 1).length;
  const half = decisions.length / 2;
  const weightOf = [Math.min(1, half / (decisions.length - abuse)), Math.min(1, half / abuse)];
  return decisions.map(({ text, label }) => ({ text, label, weight: weightOf[label] ?? 1 }));
};

const asHarmless = (text: string): Row => ({ text, label: 0, weight: 0.3 });
