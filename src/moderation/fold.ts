import { looksLike } from "./looks.ts";
import type { Span } from "./verdict.ts";

/** A copy of a text in small ASCII letters and signs, and where each of its characters comes from. */
export type Folded = {
  readonly text: string;
  /** Of the original, in UTF-16 units; without them every character is where it was. */
  readonly starts?: readonly number[];
  readonly ends?: readonly number[];
};

const known = new Map<number, string>();
/** More than people use; whoever sends all of Unicode is served more slowly, and fills no memory. */
const knownAtMost = 4096;

const foldedPoint = (code: number): string => {
  const had = known.get(code);
  if (had !== undefined) return had;
  const folded = looksLike(String.fromCodePoint(code));
  if (known.size < knownAtMost) known.set(code, folded);
  return folded;
};

const beyondAscii = /\P{ASCII}|&#/u;

/** Reads a text as eyes do: no accents, no look-alikes, nothing that is not seen. */
export const fold = (text: string): Folded => {
  if (!beyondAscii.test(text)) return { text: text.toLowerCase() };
  const starts: number[] = [];
  const ends: number[] = [];
  let out = "";
  for (let at = 0; at < text.length;) {
    const entity = text[at] === "&" ? /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/i.exec(text.slice(at, at + 12)) : null;
    const code = entity === null ? (text.codePointAt(at) ?? 0) : codeOf(entity);
    const next = at + (entity === null ? (code > 0xffff ? 2 : 1) : entity[0].length);
    const folded = code < 128 ? String.fromCharCode(code).toLowerCase() : foldedPoint(code);
    for (let one = 0; one < folded.length; one++) {
      starts.push(at);
      ends.push(next);
    }
    out += folded;
    // A mark on a letter goes with the letter.
    if (folded === "" && ends.length > 0) ends[ends.length - 1] = next;
    at = next;
  }
  return { text: out, starts, ends };
};

const codeOf = (entity: RegExpExecArray): number => {
  const code = entity[1] === undefined ? Number(entity[2]) : Number.parseInt(entity[1], 16);
  return code <= 0x10ffff ? code : 0xfffd;
};

/** Where a part of the copy is in the original. */
export const spanOf = (folded: Folded, from: number, to: number): Span => ({
  start: folded.starts?.[from] ?? from,
  end: folded.ends?.[to - 1] ?? to,
});
