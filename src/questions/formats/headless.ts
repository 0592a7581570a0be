import { habitOf, resolveKey } from "./key.ts";
import type { Layout, Row } from "./layout.ts";
import { LIMITS } from "./pack.ts";
import { tidyLine } from "./tidy.ts";

/**
 * The columns of a table without a header: the question (after a number, perhaps), the choices, and the key after or
 * before them. Nearly all rows must have one width and fit; the others are faults. Undefined unless there is one way
 * only to see it so.
 */
export const guessLayout = (rows: readonly Row[]): Layout | undefined => {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")).slice(0, LIMITS.questions);
  const width = filled[0]?.cells.length ?? 0;
  const even = filled.filter(({ cells }) => cells.length === width);
  if (width > 12 || !nearlyAll(even.length, filled.length)) return undefined;
  const prompt = even.every(({ cells }) => /^\s*\d+\s*$/.test(cells[0] ?? "")) ? 1 : 0;
  const columns = [...Array(width).keys()].slice(prompt + 1);
  const after = columns.slice(2).map((key) => ({ key, choices: columns.filter((column) => column < key) }));
  const before = columns.slice(0, 1).map((key) => ({ key, choices: columns.slice(1) }));
  const [guess, another] = [...after, ...before].filter((one) => one.choices.length > 1 && fits(even, one));
  return guess === undefined || another !== undefined ? undefined : layoutOf(width, prompt, guess);
};

type Guess = { readonly key: number; readonly choices: readonly number[] };

const nearlyAll = (count: number, of: number): boolean => of > 0 && count >= of * 0.9;

/** The usual shape; another needs more to be believed. */
const usualChoices = 4;

const fits = (rows: readonly Row[], { key, choices }: Guess): boolean => {
  const text = (cells: readonly string[], column: number): string => tidyLine((cells[column] ?? "").slice(0, 1000));
  const asked = rows.map(({ line, cells }) => ({
    line,
    choices: choices.map((column) => ({ text: text(cells, column) })),
    keys: [{ text: text(cells, key), kind: "any" as const }],
  }));
  const habit = habitOf(asked);
  const right = asked.map((one) => resolveKey(one, habit)).flatMap((one) => (one.ok ? [one.at] : []));
  if (!nearlyAll(right.length, rows.length)) return false;
  // A column that is never right may be a topic: it has the same few words again and again.
  return choices.every((_, place) => {
    if (right.includes(place)) return true;
    const texts = new Set(asked.map((one) => one.choices[place]?.text));
    return choices.length === usualChoices && texts.size === asked.length;
  });
};

const layoutOf = (width: number, prompt: number, { key, choices }: Guess): Layout => ({
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
  extras: new Map(),
  unknown: [...Array(width).keys()].slice(Math.max(key, ...choices) + 1).map((column) => `column ${column + 1}`),
  maker: "other",
});
