import { type Draft, type Item, type KeyHint, fault, question, quoted, truth, warning } from "./draft.ts";
import { type Layout, type Row, findLayout } from "./layout.ts";
import { unlettered } from "./lettered.ts";
import { extrasIn } from "./extras.ts";
import { guessLayout } from "./headless.ts";
import { splitList } from "./list.ts";
import { Unreadable } from "./pack.ts";
import { unsupportedType } from "./type.ts";

export type Table = { readonly maker: Layout["maker"]; readonly items: Iterable<Item> };

/** Rows of questions below a row that names the columns. `plain` when the table is known to be one of ours. */
export const readTable = (rows: readonly Row[], plain = false): Table => {
  const found = findLayout(rows);
  const layout = found?.layout ?? guessLayout(rows);
  if (layout === undefined) {
    throw new Unreadable(
      "no row names the columns, such as: question, option 1, option 2, answer",
      rows[0]?.line ?? 1,
      "header",
    );
  }
  const body = rows.slice(found === undefined ? 0 : found.at + 1);
  const header = found === undefined ? 1 : (rows[found.at]?.line ?? 1);
  refuseHopeless(layout, body, header);
  const maker = plain ? "parlor" : layout.maker;
  return { maker, items: readRows(body, { ...layout, maker, prompts: [promptColumn(layout, body, header)] }, header) };
};

function* readRows(rows: readonly Row[], layout: Layout, header: number): Generator<Item> {
  if (layout.unknown.length > 0) {
    const named = layout.unknown.slice(0, 10).map(quoted).join(", ");
    yield warning(header, "header", `columns that mean nothing here are left out: ${named}`);
  }
  for (const row of rows) yield* itemsOf(row, layout);
}

/** A table whose columns make no question at all: one fault instead of one a row. */
const refuseHopeless = (
  { keys, choices, wrong, list, wrongList }: Layout,
  rows: readonly Row[],
  line: number,
): void => {
  if (keys.length === 0) throw new Unreadable("no column says which choice is right", line, "header");
  const offered = choices.length + wrong.length > 0 || list !== undefined || wrongList !== undefined;
  const isTruth = ({ cells }: Row): boolean =>
    keys.some(({ column }) => truths.has(cells[column]?.trim().toLowerCase() ?? ""));
  if (!offered && !rows.some(isTruth))
    throw new Unreadable("no columns hold what there is to choose from", line, "header");
};

/** Of several columns that may be the question, the one that is not a number in all rows. */
const promptColumn = ({ prompts }: Layout, rows: readonly Row[], line: number): number => {
  const written = prompts.filter((column) => rows.some(({ cells }) => /[^\d\s.#]/.test(cells[column] ?? "")));
  const [first, second] = written.length > 0 ? written : prompts;
  if (first === undefined || second !== undefined) {
    throw new Unreadable("more than one column may be the question: name one of them otherwise", line, "header");
  }
  return first;
};

function* itemsOf(row: Row, layout: Layout): Generator<Item> {
  const { line, cells } = row;
  const cell = (column: number | undefined): string => (column === undefined ? "" : (cells[column] ?? ""));
  const [prompt = 0] = layout.prompts;
  const offered = [...layout.choices.map(({ column }) => column), ...layout.wrong, layout.list, layout.wrongList];
  const used = [
    { field: "prompt", columns: [prompt] },
    { field: "choices", columns: offered.filter((column) => column !== undefined) },
    { field: "key", columns: layout.keys.map(({ column }) => column) },
  ];
  // Templates number rows that nobody has filled in, and give them a time.
  const isBlank = (column: number): boolean => cell(column).trim() === "" && row.problems?.has(column) !== true;
  if (used.every(({ columns }) => columns.every(isBlank))) return;
  if (cells.some((text, column) => column >= layout.width && text.trim() !== "")) {
    return yield fault(
      line,
      "row",
      "there are more cells than the header names: quote a text that holds the separator",
    );
  }
  for (const { field, columns } of used) {
    const problem = columns.map((column) => row.problems?.get(column)).find((reason) => reason !== undefined);
    if (problem !== undefined) return yield fault(line, field, problem);
  }
  const type = unsupportedType(cell(layout.type));
  if (type !== undefined) return yield fault(line, "type", type);
  const ours = extrasIn((name) => cell(columnOf(layout, name)));
  const several = layout.keys[0]?.kind === "first" ? severalIn(cell(layout.keys[0].column)) : [];
  const extras = several.length < 2 ? ours : { ...ours, also: several.slice(1) };
  const asked = extras.number === undefined ? choicesOf(layout, cell, line) : { choices: [], keys: [] };
  if (typeof asked === "string") return yield fault(line, "choices", asked);
  yield question({
    line,
    prompt: cell(prompt),
    ...asked,
    category: cell(layout.category),
    difficulty: cell(layout.difficulty),
    explanation: cell(layout.explanation),
    seconds: cell(layout.seconds),
    ...(Object.keys(extras).length === 0 ? {} : { extras }),
    plain: layout.maker === "parlor",
  });
}

/** Kahoot and its like count right answers from 1, with commas between. */
const severalIn = (text: string): readonly number[] =>
  /^\s*[1-4](?:\s*[,;]\s*[1-4])+\s*$/.test(text) ? text.split(/[,;]/).map((place) => Number(place) - 1) : [];

const firstOf = (text: string, kind: KeyHint["kind"]): string => {
  const [first, other] = kind === "first" ? severalIn(text) : [];
  return first === undefined || other === undefined ? text : String(first + 1);
};

const columnOf = ({ extras }: Layout, name: string): number | undefined => {
  const column = extras.get(name) ?? -1;
  return column < 0 ? undefined : column;
};

type Asked = Pick<Draft, "choices" | "keys" | "blanks">;

/** What there is to choose from in a row, or why nothing is. */
const choicesOf = (layout: Layout, cell: (column: number | undefined) => string, line: number): Asked | string => {
  const keys = layout.keys
    .map(({ column, kind }): KeyHint => ({ text: firstOf(cell(column), kind), kind }))
    .filter(({ text }) => text.trim() !== "");
  const [key] = keys;
  const named = layout.choices.map(({ column, label }) => ({ text: cell(column), label }));
  const hasChoices = named.some(({ text }) => text.trim() !== "");
  if (hasChoices) return { choices: layout.maker === "other" ? unlettered(named) : named, keys, blanks: true };
  const wrong = layout.wrong.map(cell).filter((text) => text.trim() !== "");
  const isTrue = truths.get((key?.text ?? "").trim().toLowerCase());
  if (
    isTrue !== undefined &&
    [...wrong, cell(layout.wrongList)].every((text) => text === "" || truths.has(text.trim().toLowerCase()))
  ) {
    return truth(isTrue, line);
  }
  if (layout.list !== undefined) {
    const choices = splitList(cell(layout.list), ["\n", "|", ";", ","]);
    return { choices: unlettered(choices.map((text) => ({ text }))), keys };
  }
  if (layout.wrongList !== undefined) {
    const list = splitList(cell(layout.wrongList), ["\n", "|", ";"]);
    if (list.length === 1 && list[0]?.includes(",") === true)
      return "the wrong answers are to be separated with | or ;";
    wrong.push(...list);
  }
  if (wrong.length === 0) return "there is nothing to choose from";
  return {
    choices: [key?.text ?? "", ...wrong].map((text) => ({ text })),
    keys: key === undefined ? [] : [{ text: "0", kind: "index" }],
  };
};

const truths = new Map([
  ["true", true],
  ["t", true],
  ["false", false],
  ["f", false],
]);
