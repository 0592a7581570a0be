import { type RawBuilder, sql } from "kysely";

/**
 * Scores by bucket: exact below 256, then 128 buckets to each doubling, so that no bucket is wider than 1 % of its
 * scores and the buckets of a board are few. A place on a board is then the players in all better buckets, plus
 * those ahead within one.
 */
const fineBits = 8;
const perDoubling = 2 ** (fineBits - 1);

/** The bucket that a score of 0 or more falls in. */
export const bucketOf = (score: number): number => {
  const shift = Math.max(0, score.toString(2).length - fineBits);
  return shift * perDoubling + Math.floor(score / 2 ** shift);
};

/** The least score that is beyond a bucket. */
export const bucketEnd = (bucket: number): number => {
  const shift = Math.max(0, Math.floor(bucket / perDoubling) - 1);
  return (bucket - shift * perDoubling + 1) * 2 ** shift;
};

/** `bucketOf` within the database, for filling many rows at once. */
export const bucketInSql = (score: RawBuilder<number>): RawBuilder<number> => {
  const shift = sql<number>`greatest(0, length(ltrim((${score})::bit(64)::text, '0')) - ${sql.lit(fineBits)})`;
  return sql<number>`(${shift} * ${sql.lit(perDoubling)} + ((${score}) >> ${shift}))::int`;
};
