/** Round figures from 0 up to at least `most`, four or five of them. */
export const ticksUpTo = (most: number): readonly number[] => {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * ([1, 2, 2.5, 5, 10].find((factor) => factor * size >= rough) ?? 10);
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
};

const minuteMs = 60_000;
const stepsMs = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * minuteMs);

/** Round times of the day between two instants, at most seven, by the clock on the wall. */
export const timesBetween = (from: number, to: number): readonly number[] => {
  const step = stepsMs.find((ms) => (to - from) / ms <= 6) ?? 24 * 60 * minuteMs;
  const shift = new Date(from).getTimezoneOffset() * minuteMs;
  const first = Math.ceil((from - shift) / step) * step + shift;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
};

/** The index of the point nearest to an instant; points are in order. */
export const nearest = (points: readonly { readonly at: number }[], at: number): number => {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const here = points[low];
  return before !== undefined && here !== undefined && at - before.at < here.at - at ? low - 1 : low;
};
