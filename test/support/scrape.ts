import type { TestApp } from "./app.ts";
import { call } from "./http.ts";

/** The figures of a server as Prometheus reads them. */
export type Scrape = {
  /** Without the labels, and without the parts of histograms. */
  readonly names: ReadonlySet<string>;
  /** Every series with its value, such as `parlor_players{kind="human"}`. */
  readonly series: ReadonlyMap<string, number>;
  /** The sum over the series of a name that have these labels. */
  readonly sum: (name: string, labels?: Readonly<Record<string, string>>) => number;
};

export const scrape = async (app: Pick<TestApp, "url">): Promise<Scrape> => {
  const { text } = await call(app, "GET", "/metrics");
  const names = new Set([...text.matchAll(/^# TYPE (\S+) /gm)].map((match) => match[1] as string));
  const series = new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))] as const),
  );
  const sum: Scrape["sum"] = (name, labels = {}) =>
    [...series]
      .filter(([key]) => key.split("{")[0] === name)
      .filter(([key]) => Object.entries(labels).every(([label, value]) => key.includes(`${label}="${value}"`)))
      .reduce((total, [, value]) => total + value, 0);
  return { names, series, sum };
};
