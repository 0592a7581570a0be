/** Two small classifiers for yes and no, both the same at each run. */

type Sample = { readonly features: readonly number[]; readonly bot: boolean };
/** The log of the odds that a sample is a yes. */
export type Score = (features: readonly number[]) => number;

const shareOf = (score: number): number => 1 / (1 + Math.exp(-score));

/** Logistic regression on standardised features, kept small by their squares; by steps of Newton's method on each. */
export const logistic = (samples: readonly Sample[], { steps = 250, rate = 0.02, keep = 0.003 } = {}): Score => {
  const width = samples[0]?.features.length ?? 0;
  const count = samples.length;
  const mean = Array.from(
    { length: width },
    (_, f) => samples.reduce((sum, s) => sum + (s.features[f] as number), 0) / count,
  );
  const scale = mean.map(
    (m, f) => Math.sqrt(samples.reduce((sum, s) => sum + ((s.features[f] as number) - m) ** 2, 0) / count) || 1,
  );
  const rows = samples.map(({ features }) =>
    Float64Array.from(features, (x, f) => (x - (mean[f] as number)) / (scale[f] as number)),
  );
  const [weights, first, second] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  const yes = samples.filter(({ bot }) => bot).length;
  let base = Math.log((yes + 1) / (count - yes + 1));
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(width);
    let baseSlope = 0;
    rows.forEach((row, index) => {
      let score = base;
      for (let f = 0; f < width; f++) score += (weights[f] as number) * (row[f] as number);
      const wrong = (samples[index]?.bot === true ? 1 : 0) - shareOf(score);
      baseSlope += wrong;
      for (let f = 0; f < width; f++) slope[f] = (slope[f] as number) + wrong * (row[f] as number);
    });
    base += (rate * baseSlope) / count;
    for (let f = 0; f < width; f++) {
      const uphill = (slope[f] as number) / count - keep * (weights[f] as number);
      first[f] = 0.9 * (first[f] as number) + 0.1 * uphill;
      second[f] = 0.99 * (second[f] as number) + 0.01 * uphill ** 2;
      weights[f] = (weights[f] as number) + (rate * (first[f] as number)) / (Math.sqrt(second[f] as number) + 1e-4);
    }
  }
  return (features) =>
    features.reduce(
      (sum, x, f) => sum + ((weights[f] as number) * (x - (mean[f] as number))) / (scale[f] as number),
      base,
    );
};

type Node = {
  readonly feature: number;
  readonly below: number;
  readonly left: Node | number;
  readonly right: Node | number;
};

const bins = 24;
/** Holds leaves of few samples back. */
const calm = 8;
const fewest = 15;

/** Boosted trees: each of three questions at most, on what those before it got wrong. */
export const boosted = (samples: readonly Sample[], { trees = 80, rate = 0.08, depth = 3 } = {}): Score => {
  const width = samples[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) => {
    const sorted = samples.map(({ features }) => features[f] as number).toSorted((a, b) => a - b);
    const cuts = Array.from(
      { length: bins - 1 },
      (__, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / bins)] as number,
    );
    return [...new Set(cuts)];
  });
  const binned = edges.map((cuts, f) =>
    Uint8Array.from(samples, ({ features }) => cuts.filter((cut) => cut <= (features[f] as number)).length),
  );
  const yes = samples.filter(({ bot }) => bot).length;
  const base = Math.log((yes + 1) / (samples.length - yes + 1));
  const scores = new Float64Array(samples.length).fill(base);
  const forest: (Node | number)[] = [];
  const wrong = new Float64Array(samples.length);
  const weight = new Float64Array(samples.length);

  const grow = (rows: readonly number[], left: number): Node | number => {
    let [g, h] = [0, 0];
    for (const row of rows) {
      g += wrong[row] as number;
      h += weight[row] as number;
    }
    const leaf = (rate * g) / (h + calm);
    if (left === 0 || rows.length < 2 * fewest) return leaf;
    let best = { gain: 1e-9, feature: -1, cut: 0 };
    const [sums, sizes, counts] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
    for (let f = 0; f < width; f++) {
      const column = binned[f] as Uint8Array;
      sums.fill(0);
      sizes.fill(0);
      counts.fill(0);
      for (const row of rows) {
        const bin = column[row] as number;
        sums[bin] = (sums[bin] as number) + (wrong[row] as number);
        sizes[bin] = (sizes[bin] as number) + (weight[row] as number);
        counts[bin] = (counts[bin] as number) + 1;
      }
      let [gl, hl, nl] = [0, 0, 0];
      for (let cut = 0; cut < bins - 1; cut++) {
        gl += sums[cut] as number;
        hl += sizes[cut] as number;
        nl += counts[cut] as number;
        if (nl < fewest || rows.length - nl < fewest) continue;
        const gain = gl ** 2 / (hl + calm) + (g - gl) ** 2 / (h - hl + calm) - g ** 2 / (h + calm);
        if (gain > best.gain) best = { gain, feature: f, cut };
      }
    }
    if (best.feature === -1) return leaf;
    const column = binned[best.feature] as Uint8Array;
    const isBelow = (row: number) => (column[row] as number) <= best.cut;
    return {
      feature: best.feature,
      below: edges[best.feature]?.[best.cut] ?? Infinity,
      left: grow(rows.filter(isBelow), left - 1),
      right: grow(
        rows.filter((row) => !isBelow(row)),
        left - 1,
      ),
    };
  };

  const all = samples.map((_, index) => index);
  for (let tree = 0; tree < trees; tree++) {
    samples.forEach(({ bot }, index) => {
      const share = shareOf(scores[index] as number);
      wrong[index] = (bot ? 1 : 0) - share;
      weight[index] = share * (1 - share);
    });
    const root = grow(all, depth);
    forest.push(root);
    samples.forEach(({ features }, index) => (scores[index] = (scores[index] as number) + leafOf(root, features)));
  }
  return (features) => forest.reduce<number>((sum, root) => sum + leafOf(root, features), base);
};

const leafOf = (node: Node | number, features: readonly number[]): number => {
  let at = node;
  while (typeof at !== "number") at = (features[at.feature] as number) < at.below ? at.left : at.right;
  return at;
};

/** How good a classifier is on samples it has not seen; shares of 1. */
export type Verdict = {
  /** The better of always yes and always no. */
  readonly chance: number;
  readonly accuracy: number;
  /** Of yes and no alike, with as many taken for a yes as are one. */
  readonly balanced: number;
  /** How often a yes is ranked before a no. */
  readonly ranked: number;
};

export const verdictOf = (score: Score, samples: readonly Sample[]): Verdict => {
  const scored = samples
    .map(({ features, bot }) => ({ score: score(features), bot }))
    .toSorted((a, b) => b.score - a.score);
  const yes = scored.filter(({ bot }) => bot).length;
  const no = scored.length - yes;
  const accuracy = scored.filter((one) => one.score > 0 === one.bot).length / scored.length;
  const found = scored.slice(0, yes).filter(({ bot }) => bot).length;
  let [seen, pairs] = [0, 0];
  for (const { bot } of scored) {
    if (bot) seen++;
    else pairs += seen;
  }
  return {
    chance: Math.max(yes, no) / scored.length,
    accuracy,
    balanced: (found / yes + (no - (yes - found)) / no) / 2,
    ranked: pairs / (yes * no),
  };
};
