import { readFile } from "node:fs/promises";
import { featuresOf, MOST } from "./features.ts";
import { unpacked, type Weights } from "./file.ts";

/** A model that has learned from labelled lines. It may put a line before people; it never decides anything. */
export type Learned = {
  /** From 0 to 1: how much a line is like those that people called abuse. */
  readonly score: (text: string) => number;
  /** From this score on, a line is worth a look. */
  readonly threshold: number;
};

/** The model in a file, as `trainOn` and `retrained` make them; throws a `ModelFileError` if it isn't one. */
export const learnedOf = (file: Uint8Array): Learned => {
  const weights = unpacked(file);
  return { score: scoreBy(weights), threshold: weights.threshold };
};

/** The model that comes with Parlor. */
export const openLearned = async (): Promise<Learned> => learnedOf(await readShipped());

export const readShipped = async (): Promise<Uint8Array> => readFile(new URL("./weights.bin", import.meta.url));

/** Every call is over before the next begins, so that all may write to the same place. */
const features = new Uint16Array(MOST);

export const scoreBy =
  ({ values, scale, bias }: Omit<Weights, "threshold">): ((text: string) => number) =>
  (text) => {
    const count = featuresOf(text, features);
    if (count === 0) return 0;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += values[features[i] as number] as number;
    return sigmoid(bias + (scale * sum) / Math.sqrt(count));
  };

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
