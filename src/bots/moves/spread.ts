import { normal, type Random } from "../../core/random.ts";

/** A draw around a median that is never below 0; `spread` is that of its logarithm. */
export const around = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random));

/** How long something takes to happen that may happen at any moment. */
export const waitOf = (random: Random, mean: number): number => -mean * Math.log(1 - random());
