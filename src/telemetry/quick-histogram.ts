import type { Metric, Registry } from "prom-client";

type QuickHistogramOptions = {
  readonly name: string;
  readonly help: string;
  /** Upper bounds, rising. */
  readonly buckets: readonly number[];
  /** The name of the one label; none when left out. */
  readonly label?: string;
  readonly registry: Registry;
};

type Series = { readonly counts: number[]; sum: number };

/**
 * A histogram for what happens with every message. That of prom-client checks and writes out its labels each time,
 * which costs more than all else that is counted about a message; here a value finds its place and nothing more.
 */
export class QuickHistogram {
  readonly #options: QuickHistogramOptions;
  readonly #series = new Map<string, Series>();

  constructor(options: QuickHistogramOptions) {
    this.#options = options;
    const { name, help, registry, label } = options;
    // Known from the start: an increase from nothing is not seen as one.
    if (label === undefined) this.#of("");
    const get = () => Promise.resolve({ name, help, type: "histogram", aggregator: "sum", values: this.#values() });
    const labelNames = label === undefined ? [] : [label];
    // The registry asks a metric for its name and its values, and for nothing else.
    registry.registerMetric({ name, help, labelNames, get, reset: () => this.#series.clear() } as unknown as Metric);
  }

  /** `label` comes from a fixed set. */
  observe(value: number, label = ""): void {
    const series = this.#series.get(label) ?? this.#of(label);
    const { counts } = series;
    let at = 0;
    while (at < this.#options.buckets.length && value > (this.#options.buckets[at] ?? 0)) at++;
    counts[at] = (counts[at] ?? 0) + 1;
    series.sum += value;
  }

  #of(label: string): Series {
    const series = { counts: [...this.#options.buckets.map(() => 0), 0], sum: 0 };
    this.#series.set(label, series);
    return series;
  }

  #values() {
    const { name, buckets, label } = this.#options;
    return [...this.#series].flatMap(([of, { counts, sum }]) => {
      const labels = label === undefined ? {} : { [label]: of };
      let count = 0;
      const bars = counts.map((more, at) => {
        count += more;
        return { metricName: `${name}_bucket`, labels: { ...labels, le: buckets[at] ?? "+Inf" }, value: count };
      });
      return [
        ...bars,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: count },
      ];
    });
  }
}
