/**
 * How far samples are from the law with this distribution function, between `from` and `to`: the statistic of
 * Kolmogorov and Smirnov. Samples outside count as what lies below or above, so a law cut at both ends can be tested
 * on what is left between them.
 */
export const distanceFrom = (
  samples: readonly number[],
  below: (value: number) => number,
  { from = -Infinity, to = Infinity } = {},
): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  let most = 0;
  sorted.forEach((value, index) => {
    if (value <= from || value >= to) return;
    const lawful = below(value);
    most = Math.max(most, lawful - index / sorted.length, (index + 1) / sorted.length - lawful);
  });
  return most;
};

/** Samples of the law itself are farther from it than this once in a thousand times (the asymptotic bound). */
export const rarelyExceeded = (samples: number): number => 1.9495 / Math.sqrt(samples);

/** The share of a normal law below `z` (Abramowitz and Stegun 26.2.17; wrong by less than 1e-7). */
export const normalBelow = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail =
    series.reduce((sum, factor, power) => sum + factor * t ** (power + 1), 0) *
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
  return z > 0 ? 1 - tail : tail;
};
