import { type CellStyle, readStyles } from "./cell-styles.ts";
import { quoted } from "./draft.ts";
import type { Row } from "./layout.ts";
import { Unreadable } from "./pack.ts";
import { Zip } from "./unzip.ts";
import { type XmlAttributes, parseXml } from "./xml.ts";

export type Sheet = { readonly name: string; readonly rows: readonly Row[] };

/** More sheets than a workbook of questions begins with. */
const mostSheets = 5;

/** The filled rows of the sheets that can be seen, one after the other. Nothing outside of the file is looked for. */
export async function* readSheets(bytes: Uint8Array, most: number): AsyncGenerator<Sheet> {
  const zip = await Zip.open(bytes);
  const workbook = await zip.read("xl/workbook.xml");
  const relations = await zip.read("xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) {
    throw new Unreadable("this zip file is no Excel workbook (.xlsx)");
  }
  const sheets = sheetsOf(workbook);
  if (sheets.length === 0) throw new Unreadable("the workbook has no sheet that can be seen");
  const strings = readStrings((await zip.read("xl/sharedStrings.xml")) ?? "<sst/>");
  const styles = readStyles((await zip.read("xl/styles.xml")) ?? "<styleSheet/>");
  for (const { name, relation } of sheets.slice(0, mostSheets)) {
    const xml = await zip.read(targetOf(relations, relation));
    if (xml === undefined) throw new Unreadable(`the workbook's sheet ${quoted(name)} is missing`);
    yield { name, rows: readRows(xml, strings, styles, most) };
  }
}

const sheetsOf = (xml: string): readonly { readonly name: string; readonly relation: string }[] => {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  const open = (path: readonly string[], attributes: XmlAttributes): void => {
    if (path.at(-1) !== "sheet" || (attributes["state"] ?? "visible") !== "visible") return;
    sheets.push({ name: attributes["name"] ?? "", relation: relationOf(attributes) });
  };
  parseXml(xml, { open, text: () => undefined, close: () => undefined });
  return sheets;
};

/** The attribute `r:id`, whatever the file has for the r. */
const relationOf = (attributes: XmlAttributes): string =>
  Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1] ?? "";

const targetOf = (xml: string, relation: string): string => {
  let target = "";
  const open = (_: readonly string[], attributes: XmlAttributes): void => {
    if (attributes["Id"] !== relation || attributes["TargetMode"] === "External") return;
    const path = attributes["Target"] ?? "";
    target = path.startsWith("/") ? path.slice(1) : `xl/${path}`;
  };
  parseXml(xml, { open, text: () => undefined, close: () => undefined });
  return target;
};

/** The shared strings, without the readings that East Asian text may carry. */
const readStrings = (xml: string): readonly string[] => {
  const strings: string[] = [];
  parseXml(xml, {
    open: (path) => {
      if (path.at(-1) === "si") strings.push("");
    },
    text: (text, path) => {
      if (path.at(-1) === "t" && !path.includes("rPh")) strings[strings.length - 1] += text;
    },
    close: () => undefined,
  });
  return strings.map(unescaped);
};

/** `_x000D_` stands for a character that XML can't hold. */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

type Cell = {
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string;
  formula: boolean;
};

const mostColumns = 200;
const mostCells = 400_000;

const readRows = (
  xml: string,
  strings: readonly string[],
  styles: readonly CellStyle[],
  most: number,
): readonly Row[] => {
  const rows: Row[] = [];
  let line = 0;
  let cells: string[] = [];
  let problems = new Map<number, string>();
  let column = -1;
  let cell: Cell | undefined;
  let count = 0;
  const finishRow = (): void => {
    if (cells.some((text) => text.trim() !== "") || problems.size > 0)
      rows.push({ line, cells: Array.from(cells, (text) => text ?? ""), problems });
    if (rows.length > most + 100) throw new Unreadable(`there are more than ${most} questions`, line);
  };
  const finishCell = (done: Cell): void => {
    if (done.column >= mostColumns) return;
    cells[done.column] = textOf(done, strings);
    const problem = problemOf(done);
    if (problem !== undefined) problems.set(done.column, problem);
  };
  parseXml(xml, {
    open: (path, attributes) => {
      const name = path.at(-1);
      if (name === "row") {
        line = Number(attributes["r"] ?? line + 1);
        [cells, problems, column] = [[], new Map(), -1];
      } else if (name === "c") {
        if (++count > mostCells) throw new Unreadable(`the sheet has more than ${mostCells} cells`, line);
        column = columnOf(attributes["r"]) ?? column + 1;
        const style = styles[Number(attributes["s"] ?? 0)] ?? "plain";
        cell = { column, type: attributes["t"] ?? "n", style, value: "", formula: false };
      } else if (name === "f" && cell !== undefined) cell.formula = true;
    },
    text: (text, path) => {
      const name = path.at(-1);
      const said = name === "v" || (name === "t" && path.includes("is") && !path.includes("rPh"));
      if (cell !== undefined && said) cell.value += text;
    },
    close: (path) => {
      if (path.at(-1) === "row") finishRow();
      if (path.at(-1) !== "c" || cell === undefined) return;
      finishCell(cell);
      cell = undefined;
    },
  });
  return rows;
};

const columnOf = (reference: string | undefined): number | undefined => {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  return letters === undefined
    ? undefined
    : letters.split("").reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

const textOf = ({ type, style, value }: Cell, strings: readonly string[]): string => {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n" || value.trim() === "" || Number.isNaN(Number(value))) return unescaped(value);
  // What a person typed, not its nearest binary fraction: 0.1, not 0.10000000000000001.
  const number = Number((Number(value) * (style === "percent" ? 100 : 1)).toPrecision(15));
  return `${number}${style === "percent" ? "%" : ""}`;
};

const problemOf = ({ type, style, value, formula }: Cell): string | undefined => {
  if (formula) return "a cell holds a formula: put its text in its place";
  if (type === "e") return `a cell holds an error: ${value.slice(0, 20)}`;
  if (type === "d" || (type === "n" && style === "date" && value !== "")) return "a cell holds a date: make it text";
  return undefined;
};
