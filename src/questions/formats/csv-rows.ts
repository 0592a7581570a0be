import type { Row } from "./layout.ts";
import { Unreadable } from "./pack.ts";

const mostColumns = 1000;
const mostCharacters = 65_536;

/**
 * The rows of a text, without blank ones. A cell in quotation marks may hold separators and line ends; marks in the
 * middle of a cell are part of it: `"Heroes" is by whom?`. One row can't be larger than a row may be.
 */
export function* csvRows(text: string, separator: string): Generator<Row> {
  const reader = new Reader(text, separator);
  for (let row = reader.next(); row !== undefined; row = reader.next()) {
    if (row.cells.length > 1 || row.cells[0]?.trim() !== "") yield row;
  }
}

class Reader {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #line = 1;
  #start = 0;
  #startLine = 1;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  next(): Row | undefined {
    if (this.#at >= this.#text.length) return undefined;
    this.#start = this.#at;
    this.#startLine = this.#line;
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#quoted() ?? this.#bare(this.#at));
      if (cells.length > mostColumns)
        throw new Unreadable(`a row has more than ${mostColumns} columns`, this.#startLine, "row");
      const end = this.#text[this.#at];
      this.#at++;
      if (end !== this.#separator) break;
    }
    this.#line++;
    return { line: this.#startLine, cells };
  }

  /** A cell in quotation marks, or undefined when this is none. */
  #quoted(): string | undefined {
    const open = this.#skipSpaces(this.#at);
    if (this.#text[open] !== '"') return undefined;
    let content = "";
    for (let from = open + 1; ;) {
      const close = this.#text.indexOf('"', from);
      this.#refuseLong(close === -1 ? this.#text.length : close);
      if (close === -1) throw new Unreadable("a quotation mark is opened here and never closed", this.#line, "row");
      content += this.#text.slice(from, close);
      if (this.#text[close + 1] === '"') {
        content += '"';
        from = close + 2;
        continue;
      }
      const end = this.#skipSpaces(close + 1);
      const next = this.#text[end];
      const whole = next === undefined || next === "\n" || next === this.#separator;
      this.#line += newlines(content);
      const cell = whole ? content : this.#bare(close + 1);
      if (whole) this.#at = end;
      return cell;
    }
  }

  /** The rest of a cell up to its end, from the cell's beginning. */
  #bare(from: number): string {
    const start = this.#at;
    let end = from;
    for (const length = this.#text.length; end < length; end++) {
      const character = this.#text[end];
      if (character === this.#separator || character === "\n") break;
    }
    this.#refuseLong(end);
    this.#at = end;
    return this.#text.slice(start, end);
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text[at] === " ") at++;
    return at;
  }

  #refuseLong(end: number): void {
    if (end - this.#start <= mostCharacters) return;
    throw new Unreadable("this row is far too long: a quotation mark may not be closed", this.#startLine, "row");
  }
}

const newlines = (text: string): number => (text.includes("\n") ? text.split("\n").length - 1 : 0);
