import { habitOf, resolveKey } from "./key.ts";
import type { Layout, Row } from "./layout.ts";
import { LIMITS } from "./pack.ts";
import { tidyLine } from "./tidy.ts";

/**
 * The columns of a table without a header: the question (after a number, perhaps), the choices and the key. Nearly all
 * rows must have one width, and one column alone whose cells name one of the choices; the other rows are faults.
 */
export const guessLayout = (rows: readonly Row[]): Layout | undefined => {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")).slice(0, LIMITS.questions);
  const width = filled[0]?.cells.length ?? 0;
  const even = filled.filter(({ cells }) => cells.length === width);
  if (width > 12 || !nearlyAll(even.length, filled.length)) return undefined;
  const start = even.every(({ cells }) => /^\s*\d+\s*$/.test(cells[0] ?? "")) ? 1 : 0;
  const columns = [...Array(width).keys()].slice(start + 1);
  const [first, last] = [columns[0], columns.at(-1)];
  if (columns.length < 3 || first === undefined || last === undefined) return undefined;
  const [key, another] = [first, last].filter((column) => nearlyAll(fitting(even, columns, column), even.length));
  return key === undefined || another !== undefined
    ? undefined
    : layout(
        width,
        start,
        columns.filter((column) => column !== key),
        key,
      );
};

const nearlyAll = (count: number, of: number): boolean => of > 0 && count >= of * 0.9;

/** In how many rows the cell of a column says which of the other cells is right. */
const fitting = (rows: readonly Row[], columns: readonly number[], key: number): number => {
  const text = (cells: readonly string[], column: number): string => tidyLine((cells[column] ?? "").slice(0, 1000));
  const asked = rows.map(({ line, cells }) => ({
    line,
    choices: columns.filter((column) => column !== key).map((column) => ({ text: text(cells, column) })),
    keys: [{ text: text(cells, key), kind: "any" as const }],
  }));
  const habit = habitOf(asked);
  return asked.filter((one) => resolveKey(one, habit).ok).length;
};

const layout = (width: number, prompt: number, choices: readonly number[], key: number): Layout => ({
  width,
  prompts: [prompt],
  choices: choices.map((column) => ({ column, label: "" })),
  list: undefined,
  wrong: [],
  wrongList: undefined,
  keys: [{ column: key, kind: "any" }],
  category: undefined,
  difficulty: undefined,
  explanation: undefined,
  seconds: undefined,
  type: undefined,
  unknown: [],
  maker: "other",
});
