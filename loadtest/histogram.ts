/** How many values fell into each bucket; a plain array, so that it can be sent between processes. */
export type Counts = readonly (readonly [bucket: number, count: number])[];

/** Each bucket is 2 % wider than the one before, from 1 µs on: a bucket's middle is at most 1 % wrong. */
const growth = Math.log(1.02);
const leastMs = 0.001;

/** Times in ms, however many, in little memory. */
export class Histogram {
  readonly #buckets = new Map<number, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  record(ms: number): void {
    const bucket = Math.max(0, Math.round(Math.log(Math.max(ms, leastMs) / leastMs) / growth));
    this.#add(bucket, 1);
  }

  merge(counts: Counts): void {
    for (const [bucket, count] of counts) this.#add(bucket, count);
  }

  /** The value that this share of all values does not exceed; NaN of nothing. */
  quantile(share: number): number {
    let left = Math.max(1, Math.ceil(this.#count * share));
    for (const [bucket, count] of this.counts()) {
      left -= count;
      if (left <= 0) return leastMs * Math.exp(bucket * growth);
    }
    return Number.NaN;
  }

  counts(): Counts {
    return [...this.#buckets].toSorted(([a], [b]) => a - b);
  }

  #add(bucket: number, count: number): void {
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + count);
    this.#count += count;
  }
}
