import { csvRows } from "./csv-rows.ts";
import { unguarded } from "./guard.ts";
import { guessLayout } from "./headless.ts";
import { type Layout, type Row, findLayout, knownColumns } from "./layout.ts";
import { Unreadable } from "./pack.ts";
import { parlorHeader } from "./parlor.ts";

const separators = [",", ";", "\t", "|"];

/** Rows separated by what suits the file best. The formula guards of our own files are taken off. */
export const readCsv = (text: string, most: number): readonly Row[] => {
  const [first = ""] = text.split("\n", 1);
  const told = /^"?sep=(.)"?$/.exec(first)?.[1];
  const body = told === undefined ? text : text.slice(first.length);
  // Rows of advice and the header come on top of the questions.
  const rows = [...csvRows(body, told ?? bestSeparator(body)).take(most + 100)];
  const [header] = rows;
  const isOurs = header !== undefined && parlorHeader.every((name, column) => header.cells[column] === name);
  return isOurs ? rows.map((row) => ({ ...row, cells: row.cells.map(unguarded) })) : rows;
};

/** Whether a row names columns. */
export const looksLikeTable = (text: string): boolean =>
  separators.some((separator) => layoutWith(text, separator) !== undefined);

/** Whether rows without a header can be only one thing. */
export const looksLikeHeadless = (text: string): boolean => guessLayout(head(text, bestSeparator(text))) !== undefined;

const bestSeparator = (text: string): string => {
  const scores = separators.map((separator) => {
    const layout = layoutWith(text, separator);
    return {
      separator,
      named: layout === undefined ? 0 : knownColumns(layout),
      even: evenWidth(head(text, separator)),
    };
  });
  const [best] = scores.toSorted((a, b) => b.named - a.named || b.even - a.even);
  return best?.separator ?? ",";
};

const layoutWith = (text: string, separator: string): Layout | undefined => findLayout(head(text, separator))?.layout;

/** The first rows, as far as they can be read so. */
const head = (text: string, separator: string): readonly Row[] => {
  const rows: Row[] = [];
  try {
    for (const row of csvRows(text, separator).take(25)) rows.push(row);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return rows;
};

const evenWidth = (rows: readonly Row[]): number => {
  const width = rows[0]?.cells.length ?? 0;
  return width > 2 && rows.every(({ cells }) => cells.length === width) ? width : 0;
};
