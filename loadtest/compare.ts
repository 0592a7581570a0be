import { readFile } from "node:fs/promises";
import type { Measure, Result } from "./ledger.ts";
import { OptionError } from "./load-options.ts";
import { shown } from "./figures.ts";
import { middle, ratioToWs, tableOf } from "./print.ts";

/** Results that another version of this wrote, or nobody, are no figures. */
export const readResult = async (path: string): Promise<Result> => {
  try {
    const result = JSON.parse(await readFile(path, "utf8")) as Result;
    if (!Array.isArray(result.measures)) throw new Error("no result of a load test");
    return result;
  } catch (error) {
    throw new OptionError(`${path}: ${(error as Error).message}`, { cause: error });
  }
};

/** How far the rounds of one run lie apart, as a share of their middle. */
const spreadOf = (values: readonly number[] = []): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return half === 0 ? 0 : ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / Math.abs(half);
};

/** A change below this is none, however alike the rounds were. */
const least = 0.03;

const changeOf = (before: number | undefined, after: number | undefined): number | undefined =>
  before === undefined || after === undefined || before === 0 ? undefined : after / before - 1;

const percent = (change: number | undefined): string =>
  change === undefined ? "–" : `${change > 0 ? "+" : ""}${(change * 100).toFixed(0)} %`;

export type Change = {
  readonly of: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** Of the ratio to `ws` where both have one: the machine's own mood is not in it. */
  readonly change: number;
  readonly noise: number;
  readonly verdict: "better" | "worse" | "noise";
};

/** What changed from one result to another, for what both have measured. */
export const changesOf = (before: Result, after: Result): readonly Change[] =>
  before.measures.flatMap((old) => {
    const measure = after.measures.find(({ of, name }) => of === old.of && name === old.name);
    const [was, is] = [middle(old, "parlor"), measure && middle(measure, "parlor")];
    if (measure === undefined || was === undefined || is === undefined) return [];
    const change = changeOf(ratioToWs(old, "parlor"), ratioToWs(measure, "parlor")) ?? changeOf(was, is) ?? 0;
    const noise = Math.max(least, noiseOf(old), noiseOf(measure));
    const verdict = Math.abs(change) <= noise ? "noise" : change < 0 ? "better" : "worse";
    return [{ of: old.of, name: old.name, before: was, after: is, change, noise, verdict }];
  });

const noiseOf = ({ values }: Measure): number => Math.max(spreadOf(values.parlor), spreadOf(values.ws));

/** The changes as a table, with what to make of them. */
export const compared = (before: Result, after: Result, markdown: boolean): string => {
  const changes = changesOf(before, after);
  if (changes.length === 0) throw new OptionError("the two have measured nothing in common");
  const rows = changes.map(({ of, name, before: was, after: is, change, noise, verdict }) => [
    `${of}: ${name}`,
    shown(was),
    shown(is),
    percent(change),
    `± ${(noise * 100).toFixed(0)} %`,
    verdict === "noise" ? "within noise" : verdict,
  ]);
  const head = ["measure", "before", "after", "change", "noise", "verdict"];
  const told = changes.filter(({ verdict }) => verdict !== "noise").length;
  return [
    tableOf(head, rows, markdown),
    "",
    `${told} of ${changes.length} figures changed by more than their noise. Change is that of the ratio to ws where both`,
    "runs have one, else of the figure itself; noise is how far the rounds of either run lie apart. With three rounds",
    "and hundreds of figures one in some looks changed by chance: run it again before believing a small one.",
  ].join("\n");
};
