import { isUtf8 } from "node:buffer";
import { Unreadable } from "./pack.ts";

/**
 * The text of a file, its lines ended by "\n" alone. UTF-16 needs its byte order mark; otherwise each line is UTF-8
 * or, where it can't be, Windows-1252: collections grown by many hands mix the two.
 */
export const decode = (bytes: Uint8Array): string => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return wide("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return wide("utf-16be", bytes);
  refuseBinary(bytes);
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  return unified(isUtf8(body) ? utf8.decode(body) : lineByLine(body));
};

const wide = (encoding: "utf-16le" | "utf-16be", bytes: Uint8Array): string => {
  const text = unified(new TextDecoder(encoding).decode(bytes));
  refuseMany(text.split("\n").length);
  return text;
};

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const windows = new TextDecoder("windows-1252");

const lineByLine = (bytes: Uint8Array): string => {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const line = bytes.subarray(start, endOfLine(bytes, start));
    lines.push((isUtf8(line) ? utf8 : windows).decode(line));
    start += line.length;
  }
  return lines.join("");
};

const endOfLine = (bytes: Uint8Array, start: number): number => {
  for (let at = start; at < bytes.length; at++) if (bytes[at] === 10 || bytes[at] === 13) return at + 1;
  return bytes.length;
};

const refuseBinary = (bytes: Uint8Array): void => {
  let controls = 0;
  let lines = 0;
  for (const byte of bytes) {
    if (byte === 10 || byte === 13) lines++;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  }
  if (controls > 8 && controls > bytes.length / 100) {
    throw new Unreadable("this is not text: save it as UTF-8, or as UTF-16 with a byte order mark");
  }
  refuseMany(lines);
};

/** Many times what the largest pack needs; more lines are there to keep somebody busy. */
const mostLines = 500_000;

const refuseMany = (lines: number): void => {
  if (lines > mostLines) throw new Unreadable(`the file has more than ${mostLines} lines`);
};

/** Noncharacters go, so that readers may use them as marks of their own. */
const unified = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\uFDD0-\uFDEF\uFFFE\uFFFF]/g, "")
    .replace(/^\uFEFF/, "");
