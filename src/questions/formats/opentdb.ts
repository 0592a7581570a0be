import type { Json, JsonObject } from "./json-tree.ts";

/**
 * Questions as the Open Trivia DB sends them, with its encodings taken off: it sends texts as HTML, URL-coded in two
 * ways, or in base64, and then every text of a question. What they are is told by all of them together.
 */
export const opened = (objects: readonly JsonObject[]): readonly JsonObject[] => {
  const texts = objects.flatMap(textsOf);
  const decode = isBase64(objects, texts) ? fromBase64 : isUrlCoded(texts) ? fromUrl : undefined;
  return decode === undefined
    ? objects
    : objects.map((object) => ({ ...object, entries: decoded(object.entries, decode) }));
};

const textsOf = ({ entries }: JsonObject): readonly string[] =>
  [...entries.values()]
    .flatMap((value) => (Array.isArray(value) ? (value as readonly Json[]) : [value]))
    .filter((value) => typeof value === "string");

const decoded = (entries: ReadonlyMap<string, Json>, decode: (text: string) => string): ReadonlyMap<string, Json> => {
  const one = (value: Json): Json => (typeof value === "string" ? decode(value) : value);
  return new Map(
    [...entries].map(([name, value]) => [
      name,
      Array.isArray(value) ? (value as readonly Json[]).map(one) : one(value),
    ]),
  );
};

/** The type is one of two words, so its base64 can't be anything else. */
const types = new Set<Json | undefined>(["bXVsdGlwbGU=", "Ym9vbGVhbg=="]);

const isBase64 = (objects: readonly JsonObject[], texts: readonly string[]): boolean =>
  objects.every(({ entries }) => types.has(entries.get("type"))) &&
  texts.every((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text));

const fromBase64 = (text: string): string => Buffer.from(text, "base64").toString("utf8");

/** No text has a space or another character that is coded, and some have codes. */
const isUrlCoded = (texts: readonly string[]): boolean =>
  texts.every((text) => /^(?:[\w.~+!*'()-]|%[0-9A-Fa-f]{2})*$/.test(text)) &&
  texts.some((text) => /%[0-9A-Fa-f]{2}/.test(text));

const fromUrl = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};
