import { featuresOf, MOST } from "./features.ts";
import { sigmoid } from "./model.ts";

/** A line and what people say of it: 1 is abuse, 0 is not. */
export type Row = { readonly text: string; readonly label: 0 | 1; readonly weight?: number };

/** Rows as numbers, all features in one array, as they are gone over many times. */
export type Rows = {
  readonly count: number;
  readonly features: Uint16Array;
  /** Row i's features are those from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
};

export const rowsOf = (rows: readonly Row[]): Rows => {
  const kept = rows.filter(({ text }) => text.trim() !== "");
  const starts = new Uint32Array(kept.length + 1);
  const buffer = new Uint16Array(MOST);
  for (const [i, { text }] of kept.entries()) starts[i + 1] = (starts[i] as number) + featuresOf(text, buffer);
  const features = new Uint16Array(starts[kept.length] as number);
  for (const [i, { text }] of kept.entries()) {
    const count = featuresOf(text, buffer);
    features.set(buffer.subarray(0, count), starts[i]);
  }
  return {
    count: kept.length,
    features,
    starts,
    labels: Uint8Array.from(kept, ({ label }) => label),
    weights: Float32Array.from(kept, ({ weight = 1 }) => weight),
  };
};

/** A linear model while it learns. */
export type Learner = {
  readonly values: Float32Array;
  bias: number;
  /** Sums of squared slopes: what has moved much moves less (AdaGrad, Duchi and others 2011). */
  readonly squares: Float32Array;
  biasSquares: number;
};

export const freshLearner = (size: number): Learner => ({
  values: new Float32Array(size),
  bias: 0,
  squares: new Float32Array(size),
  biasSquares: 0,
});

/** How fast to learn, and how strongly each weight is drawn back to where `home` has it. */
export type Pace = { readonly rate: number; readonly pull: number; readonly home?: Float32Array };

/** One step of logistic regression on row `i`. */
export const learn = (
  learner: Learner,
  { features, starts, labels, weights }: Rows,
  i: number,
  { rate, pull, home }: Pace,
): void => {
  const { values, squares } = learner;
  const [from, to] = [starts[i] as number, starts[i + 1] as number];
  if (from === to) return;
  const share = 1 / Math.sqrt(to - from);
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[features[k] as number] as number;
  const slope = (sigmoid(learner.bias + sum * share) - (labels[i] as number)) * (weights[i] as number);
  for (let k = from; k < to; k++) {
    const at = features[k] as number;
    const value = values[at] as number;
    const down = slope * share + pull * (value - (home === undefined ? 0 : (home[at] as number)));
    const square = (squares[at] as number) + down * down;
    squares[at] = square;
    values[at] = value - (rate * down) / (Math.sqrt(square) + 1e-6);
  }
  learner.biasSquares += slope * slope;
  learner.bias -= (rate * slope) / (Math.sqrt(learner.biasSquares) + 1e-6);
};
