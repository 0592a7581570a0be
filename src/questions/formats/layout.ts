import { extraHeader } from "./extras.ts";
import { parlorHeader } from "./parlor.ts";
import { type Role, roleOf } from "./role.ts";

/** One row of a table; of a CSV file `line` is where the row begins. */
export type Row = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why a cell can't be taken at its word, by its column. */
  readonly problems?: ReadonlyMap<number, string>;
};

/** Which column of a table holds what. */
export type Layout = {
  readonly width: number;
  readonly prompts: readonly number[];
  readonly choices: readonly { readonly column: number; readonly label: string }[];
  readonly list: number | undefined;
  readonly wrong: readonly number[];
  readonly wrongList: number | undefined;
  readonly keys: readonly { readonly column: number; readonly kind: "any" | "text" | "letter" | "number" | "first" }[];
  readonly category: number | undefined;
  readonly difficulty: number | undefined;
  readonly explanation: number | undefined;
  readonly seconds: number | undefined;
  readonly type: number | undefined;
  /** Of our own further columns, by name. */
  readonly extras: ReadonlyMap<string, number>;
  /** Names of columns that mean nothing here. */
  readonly unknown: readonly string[];
  /** Whose template it is, where the header says so. */
  readonly maker: "kahoot" | "parlor" | "other";
};

const searched = 20;

/** The first row that names columns enough to make questions of; templates have rows of advice before it. */
export const findLayout = (rows: readonly Row[]): { readonly at: number; readonly layout: Layout } | undefined => {
  for (const [at, { cells }] of rows.slice(0, searched).entries()) {
    const layout = layoutOf(cells);
    const choices = layout.choices.length + layout.wrong.length + (layout.list ?? layout.wrongList ?? -1) + 1;
    if (layout.prompts.length > 0 && (layout.keys.length > 0 || choices > 1)) return { at, layout };
  }
  return undefined;
};

/** How many of a layout's columns mean something. */
export const knownColumns = (layout: Layout): number => layout.width - layout.unknown.length;

const layoutOf = (cells: readonly string[]): Layout => {
  const isOurs = makerOf(cells) === "parlor";
  const roles = cells
    .slice(0, 200)
    .map((cell, column) => (isOurs && column >= parlorHeader.length ? undefined : roleOf(cell)));
  const columns = (is: Role["is"]): readonly number[] =>
    roles.flatMap((role, column) => (role?.is === is ? [column] : []));
  const choices = roles
    .flatMap((role, column) =>
      role?.is === "choice" ? [{ column, place: role.place, label: cells[column] ?? "" }] : [],
    )
    .toSorted((a, b) => a.place - b.place);
  const wrongs = roles.flatMap((role, column) => (role?.is === "wrong" ? [{ column, several: role.several }] : []));
  const said = roles.flatMap((role, column) => (role?.is === "key" ? [{ column, kind: role.kind }] : []));
  const [answers] = columns("answers");
  const isList = said.length > 0;
  const maker = makerOf(cells);
  const extras = new Map(maker === "parlor" ? extraHeader.map((name) => [name, cells.indexOf(name)] as const) : []);
  const isExtra = (column: number): boolean => column >= parlorHeader.length && [...extras.values()].includes(column);
  const counted = maker !== "other" || countsFromOne(cells) ? ("first" as const) : undefined;
  const keys = [...said, ...(answers !== undefined && !isList ? [{ column: answers, kind: "any" as const }] : [])];
  return {
    width: cells.length,
    prompts: columns("prompt"),
    choices: choices.length > 1 ? choices : [],
    list: columns("choices")[0] ?? (isList ? answers : undefined),
    wrong:
      wrongs.length > 1
        ? wrongs.map(({ column }) => column)
        : wrongs.flatMap(({ column, several }) => (several ? [] : [column])),
    wrongList: wrongs.length === 1 && wrongs[0]?.several === true ? wrongs[0].column : undefined,
    keys: keys.map(({ column, kind }) => ({ column, kind: maker === "parlor" ? kind : (counted ?? kind) })),
    category: columns("category")[0],
    difficulty: columns("difficulty")[0],
    explanation: columns("explanation")[0],
    seconds: columns("seconds")[0],
    type: columns("type")[0],
    extras,
    unknown: cells.filter((cell, column) => roles[column] === undefined && cell.trim() !== "" && !isExtra(column)),
    maker,
  };
};

const makerOf = (cells: readonly string[]): Layout["maker"] => {
  if (parlorHeader.every((name, column) => cells[column] === name)) return "parlor";
  const text = cells.join("\n").toLowerCase();
  return text.includes("max 75 char") || text.includes("choose at least one") ? "kahoot" : "other";
};

/** Blooket's and Quizizz's templates give the number of the right answer, from 1. */
const countsFromOne = (cells: readonly string[]): boolean => {
  const text = cells.join("\n").toLowerCase();
  return text.includes("only include answer #") || (text.includes("question type") && text.includes("time in seconds"));
};
