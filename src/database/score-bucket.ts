/**
 * Scores are counted in buckets, so that a place on a board is a sum over some hundred buckets and a count within
 * one, however many players there are. A bucket is 1/64 of a power of two wide: one point each below 128, 1.6 % of
 * the score above.
 */
const bits = 6;

/** The bucket of a score; higher scores never have lower buckets. Scores below 0 count as 0. */
export const bucketOf = (score: number): number => {
  const whole = Math.max(0, Math.floor(score));
  const shift = Math.max(0, Math.floor(Math.log2(Math.max(1, whole))) - bits);
  return shift * 2 ** bits + Math.floor(whole / 2 ** shift);
};

/** The lowest score of a bucket. */
export const lowestOf = (bucket: number): number => {
  const shift = Math.max(0, Math.floor(bucket / 2 ** bits) - 1);
  return (bucket - shift * 2 ** bits) * 2 ** shift;
};
