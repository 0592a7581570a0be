import type { Learned } from "../src/moderation/learned/model.ts";

/** Labelled lines to measure by. */
export type Labelled = { readonly text: string; readonly label: 0 | 1 };

export type Figures = {
  readonly rows: number;
  readonly abusive: number;
  /** How often an abusive line scores more than a harmless one; 0.5 is chance. */
  readonly auc: number;
  /** The share of abusive lines that reach the threshold. */
  readonly recall: number;
  /** The share of harmless lines that do. */
  readonly falseAlarms: number;
};

export const figuresOf = ({ score, threshold }: Learned, rows: readonly Labelled[]): Figures => {
  const scored = rows.map(({ text, label }) => ({ score: score(text), label }));
  const [abusive, harmless] = [scored.filter(({ label }) => label === 1), scored.filter(({ label }) => label === 0)];
  const reaching = (some: typeof scored) => some.filter((one) => one.score >= threshold).length / some.length;
  return {
    rows: rows.length,
    abusive: abusive.length,
    auc: aucOf(scored),
    recall: reaching(abusive),
    falseAlarms: reaching(harmless),
  };
};

/** By ranks, equal scores sharing theirs (Mann and Whitney). */
const aucOf = (scored: readonly { readonly score: number; readonly label: 0 | 1 }[]): number => {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let abusive = 0;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const here = sorted.slice(from, to).filter(({ label }) => label === 1).length;
    abusive += here;
    ranks += here * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (abusive * (abusive + 1)) / 2) / (abusive * (sorted.length - abusive));
};

/** What a rule that says yes or no finds: the share of abusive lines, and that of harmless ones. */
export const sharesOf = (flags: (text: string) => boolean, rows: readonly Labelled[]): string => {
  const of = (label: 0 | 1) => {
    const some = rows.filter((row) => row.label === label);
    return share(some.filter(({ text }) => flags(text)).length / some.length);
  };
  return `${of(1)} / ${of(0)}`;
};

/** Microseconds a line, after a warm-up. */
export const costOf = ({ score }: Learned, texts: readonly string[], clock: () => number): number => {
  const once = () => texts.reduce((sum, text) => sum + score(text), 0);
  once();
  const began = clock();
  const rounds = 5;
  for (let round = 0; round < rounds; round++) once();
  return ((clock() - began) * 1000) / (rounds * texts.length);
};

const share = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));

export const tableHead =
  "| lines | rows | abusive | AUC | recall | false alarms |\n| --- | --- | --- | --- | --- | --- |";

export const tableRow = (name: string, { rows, abusive, auc, recall, falseAlarms }: Figures): string =>
  `| ${name} | ${rows} | ${abusive} | ${share(auc)} | ${share(recall)} | ${share(falseAlarms)} |`;
