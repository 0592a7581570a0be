import { median, shown } from "./figures.ts";
import type { Measure, Result } from "./ledger.ts";
import { type Kind, kinds } from "./orders.ts";

const titles: Readonly<Record<Kind, string>> = { parlor: "Parlor", ws: "ws", socketio: "socket.io" };

/** The median of the rounds of one server. */
export const middle = (measure: Measure, kind: Kind): number | undefined => {
  const values = measure.values[kind];
  return values === undefined || values.length === 0 ? undefined : median(values);
};

/** How many times what a plain `ws` server takes. */
export const ratioToWs = (measure: Measure, kind: Kind): number | undefined => {
  const [own, plain] = [middle(measure, kind), middle(measure, "ws")];
  return own === undefined || plain === undefined || plain <= 0 ? undefined : own / plain;
};

const cell = (value: number | undefined): string => (value === undefined ? "–" : shown(value));
const ratio = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(2));

const cellsOf = (measure: Measure, sides: readonly Kind[]): readonly string[] => [
  measure.name,
  ...sides.map((kind) => cell(middle(measure, kind))),
  ...sides.filter((kind) => kind !== "ws" && sides.includes("ws")).map((kind) => ratio(ratioToWs(measure, kind))),
];

const headOf = (sides: readonly Kind[]): readonly string[] => [
  "measure",
  ...sides.map((kind) => titles[kind]),
  ...sides.filter((kind) => kind !== "ws" && sides.includes("ws")).map((kind) => `${titles[kind]} / ws`),
];

/** Columns as wide as their widest cell; the first to the left, numbers to the right. As Markdown, or for reading. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[], markdown: boolean): string => {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((text, column) =>
      column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
    );
    return markdown ? `| ${padded.join(" | ")} |` : `  ${padded.join("  ")}`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), ...(markdown ? [`| ${rule.join(" | ")} |`] : []), ...rows.map(line)].join("\n");
};

/** A whole result, as text or as Markdown for RESULTS.md. */
export const printed = (result: Result, markdown: boolean): string => {
  const sides = kinds.filter((kind) => result.measures.some(({ values }) => values[kind] !== undefined));
  const { machine, at } = result;
  const load = `load ${machine.loadBefore.toFixed(1)} before it began`;
  const parts = [
    markdown
      ? `\`${result.command}\` on ${at.slice(0, 10)}, Node ${machine.node}, ${machine.os}, ${machine.cpus}; ${load}.`
      : `${result.scenario}: ${machine.cpus}, ${load}`,
  ];
  const cases = [...new Set(result.measures.map(({ of }) => of))];
  for (const of of cases) {
    const rows = result.measures.filter((measure) => measure.of === of).map((measure) => cellsOf(measure, sides));
    parts.push(markdown ? `**${of}**` : of, tableOf(headOf(sides), rows, markdown));
  }
  const notes = [...result.notes, ...errorsOf(result)];
  parts.push(notes.map((note) => (markdown ? `- ${note}` : note)).join("\n"));
  if (result.passed !== undefined) parts.push(result.passed ? "Verdict: nothing grows." : "Verdict: something GROWS.");
  return parts.join(markdown ? "\n\n" : "\n");
};

const errorsOf = ({ errors }: Result): readonly string[] =>
  kinds.flatMap((kind) => {
    const found = errors[kind];
    if (found === undefined) return [];
    const codes = Object.entries(found).map(([code, times]) => `${times} × ${code}`);
    if (kind !== "parlor" && codes.length === 0) return [];
    return [`Errors of ${titles[kind]}: ${codes.join(", ") || "none"}.`];
  });
