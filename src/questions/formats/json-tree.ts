import { Unreadable } from "./pack.ts";

/** JSON that remembers where its objects began. Maps, because a file may call a property `__proto__`. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly line: number; readonly entries: ReadonlyMap<string, Json> };

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const mostDeep = 64;

/** The values of a text, one after the other: one in a JSON file, one a line in JSON lines. */
export function* parseJson(text: string): Generator<Json> {
  const parser = new Parser(text);
  for (let value = parser.next(); value !== undefined; value = parser.next()) yield value;
}

class Parser {
  readonly #text: string;
  #at = 0;
  #line = 1;
  /** Where the line ends that was reached last. */
  #lineEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.#lineEnd = endOfLine(text, 0);
  }

  next(): Json | undefined {
    this.#skip();
    return this.#at >= this.#text.length ? undefined : this.#value(1);
  }

  #value(depth: number): Json {
    if (depth > mostDeep) this.#fail(`JSON nested deeper than ${mostDeep} levels is refused`);
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#word();
    }
  }

  #object(depth: number): JsonObject {
    const line = this.#lineHere();
    const entries = new Map<string, Json>();
    this.#list("}", () => {
      if (this.#text[this.#at] !== '"') this.#fail("a name in quotation marks was expected here");
      const name = this.#string();
      this.#skip();
      if (this.#text[this.#at] !== ":") this.#fail("a : was expected here");
      this.#at++;
      this.#skip();
      entries.set(name, this.#value(depth + 1));
    });
    return { line, entries };
  }

  #array(depth: number): readonly Json[] {
    const values: Json[] = [];
    this.#list("]", () => values.push(this.#value(depth + 1)));
    return values;
  }

  #list(end: string, read: () => void): void {
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] === end) {
      this.#at++;
      return;
    }
    for (;;) {
      read();
      this.#skip();
      const sign = this.#text[this.#at];
      this.#at++;
      if (sign === end) return;
      if (sign !== ",") {
        this.#at--;
        this.#fail(sign === undefined ? `the file ends before its last ${end}` : `a comma or ${end} was expected here`);
      }
      this.#skip();
    }
  }

  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (let at = start + 1; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 92) {
        escaped = true;
        at++;
      } else if (code === 34) {
        this.#at = at + 1;
        const inner = this.#text.slice(start + 1, at);
        return escaped ? this.#unescaped(inner) : inner;
      } else if (Number.isNaN(code) || code === 10) this.#fail("a text is not closed with a quotation mark");
    }
  }

  #unescaped(inner: string): string {
    try {
      return JSON.parse(`"${inner.replaceAll("\t", "\\t").replaceAll(/\p{Cc}/gu, "")}"`) as string;
    } catch {
      return this.#fail("a text has a \\ that JSON doesn't know");
    }
  }

  #word(): Json {
    const pattern = /true|false|null|-?(?:0|[1-9]\d{0,300})(?:\.\d{1,300})?(?:[eE][+-]?\d{1,4})?(?![\w.])/y;
    pattern.lastIndex = this.#at;
    const word = pattern.exec(this.#text)?.[0];
    if (word === undefined) return this.#fail("this is no JSON value");
    this.#at += word.length;
    return JSON.parse(word) as Json;
  }

  #skip(): void {
    for (let code = this.#text.charCodeAt(this.#at); code === 32 || code === 9 || code === 10;) {
      code = this.#text.charCodeAt(++this.#at);
    }
  }

  #lineHere(): number {
    while (this.#lineEnd < this.#at) {
      this.#line++;
      this.#lineEnd = endOfLine(this.#text, this.#lineEnd + 1);
    }
    return this.#line;
  }

  #fail(reason: string): never {
    throw new Unreadable(`this is not JSON: ${reason}`, this.#lineHere());
  }
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};
