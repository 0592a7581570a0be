/** How a figure moved over time, by least squares. */
export type Trend = {
  readonly mean: number;
  readonly perHour: number;
  /** How much of that may be chance. */
  readonly errorPerHour: number;
  /** By how much it rose over the time that was looked at, as a share of the mean. */
  readonly growth: number;
  readonly grows: boolean;
};

/** What counts as no growth over the whole time: up to this share of the mean, or up to this much. */
type Flat = { readonly share?: number; readonly floor?: number };
const certainty = 2;

/** The trend of values taken at these seconds. It grows when it rises by more than a little, and not by chance. */
export const trendOf = (
  points: readonly (readonly [seconds: number, value: number])[],
  { share = 0.05, floor = 0 }: Flat = {},
): Trend => {
  const count = points.length;
  const middle = points.reduce((sum, [at]) => sum + at, 0) / count;
  const mean = points.reduce((sum, [, value]) => sum + value, 0) / count;
  const spread = points.reduce((sum, [at]) => sum + (at - middle) ** 2, 0);
  const slope = points.reduce((sum, [at, value]) => sum + (at - middle) * (value - mean), 0) / spread;
  const rest = points.reduce((sum, [at, value]) => sum + (value - mean - slope * (at - middle)) ** 2, 0);
  const error = Math.sqrt(rest / Math.max(1, count - 2) / spread);
  const seconds = (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0);
  const rise = slope * seconds;
  const isLittle = rise <= Math.max(share * Math.abs(mean), floor);
  return {
    mean,
    perHour: slope * 3600,
    errorPerHour: error * 3600,
    growth: rise / Math.abs(mean),
    grows: count > 2 && !isLittle && slope > certainty * error,
  };
};
