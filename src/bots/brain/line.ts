import { longestLine, shortened } from "../screen.ts";

const mostEmoji = 2;
/** "Yeeeees" is fun; a longer run of one letter is a model out of order. */
const longestFun = 20;
const sentence = /[.!?…。！？]+["'”’»)]*(?:\s+\p{Extended_Pictographic}\ufe0f?)*(?=\s|$)/gu;
/** "Sure! Here is a line:" */
const preamble = /^(?:sure|okay|ok|of course|certainly|here(?: is|'s|’s| are))\b.{0,60}:\s*$/iu;

/** The first line that is more than a preamble, and whether another has begun. */
const firstLine = (said: string): { readonly line: string; readonly isOver: boolean } => {
  const lines = said.split(/[\r\n\u0085\u2028\u2029]+/u).map((line) => line.replace(/\s+/gu, " ").trim());
  const at = lines.findIndex((line) => line !== "" && !preamble.test(line));
  return { line: lines[at] ?? "", isOver: at !== -1 && at < lines.length - 1 };
};

/** One line of chat: without names, quotes, markup and actions. */
const tidied = (line: string, name: string): string =>
  calmed(unquoted(withoutActions(withoutMarkup(withoutName(unquoted(withoutMarkup(line)), name)))));

const endsOf = (text: string): readonly number[] =>
  [...text.matchAll(sentence)].map(({ index, 0: end }) => index + end.length);

/** A sentence of so many characters is a line by itself where more may follow in another. */
const fullLine = 100;

/** How much a line holds, and what was said in the lines before it. */
export type LineLimits = { readonly sentences: number; readonly isLast: boolean; readonly before: string };

/** What comes after the lines before; "" as well when what they said reads differently now that more has come. */
const restOf = (line: string, name: string, before: string): string => {
  const text = tidied(line, name);
  return text.startsWith(before) ? text.slice(before.length).trim() : "";
};

/**
 * The line, once enough has been said for it: so many whole sentences, more than fits, or the end of the line.
 * Undefined when more may come that belongs to it.
 */
export const lineSoFar = (said: string, name: string, limits: LineLimits): string | undefined => {
  const { line, isOver } = firstLine(said);
  const text = restOf(line, name, limits.before);
  // What stands last may go on: "3." in "3.5", "." in "...".
  const ends = endsOf(text).filter((end) => end < text.length);
  const isFull = ends.length >= limits.sentences || (!limits.isLast && (ends[0] ?? 0) >= fullLine);
  const isEnough = isFull || text.length > longestLine || (isOver && text !== "");
  return isEnough ? finished(said, name, limits) : undefined;
};

/** The line when nothing more comes; "" for none. */
export const finished = (said: string, name: string, { sentences, before }: LineLimits): string => {
  const text = restOf(firstLine(said).line, name, before);
  const end = endsOf(text)
    .slice(0, sentences)
    .findLast((one) => one <= longestLine);
  return shortened(end === undefined ? text : text.slice(0, end));
};

const withoutName = (text: string, name: string): string => {
  const own = name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  const prefix = new RegExp(
    `^[[(<]?(?:${own}|assistant|bot|ai|me)[\\])>]?\\s?(?:\\([^)]{0,20}\\))?\\s?[:：]\\s*`,
    "iu",
  );
  return text.replace(prefix, "").replace(prefix, "");
};

const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["‘", "’"],
  ["`", "`"],
];

/** Without quotes around all of it, or around all of it that has come. */
const unquoted = (text: string): string => {
  const [open, close] = pairs.find(([mark]) => text.startsWith(mark)) ?? ["", ""];
  if (open === "") return text;
  const inside = text.slice(open.length);
  const end = inside.indexOf(close);
  if (end !== -1 && end < inside.length - close.length) return text;
  return (end === -1 ? inside : inside.slice(0, end)).trim();
};

const withoutMarkup = (text: string): string =>
  text
    .replace(/^(?:#{1,6}|>+|[-*+•]|\d{1,2}[.)])\s+/u, "")
    .replace(/(\*\*|__|~~)(?=\S)(.*?\S)\1/gu, "$2")
    .replace(/(?<![`\p{L}])`([^`]{1,40})`/gu, "$1");

/** "*waves*" at the beginning, between sentences or at the end; one "*word*" within a sentence is just stressed. */
const withoutActions = (text: string): string =>
  text
    .replace(/(^|[.!?…]\s?)(?:[*_][^*_]{1,60}[*_]|\[[^\]]{1,60}\])\s*/gu, "$1")
    .replace(/\s*(?:\*[^*]{1,60}\*|\[[^\]]{1,60}\])$/u, "")
    .replace(/(^|\s)\((?:\p{Ll}+s|\p{Ll}+ing)\b[^)]{0,40}\)(?=\s|$)/gu, "$1")
    .replace(/(^|\s)[*_](\S[^*_]{0,40}\S|\S)[*_](?=[\s.,!?]|$)/gu, "$1$2")
    .replace(/\s+/gu, " ")
    .trim();

/** Two emoji at most, and no floods of signs or letters. */
const calmed = (text: string): string => {
  let emoji = 0;
  return text
    .replace(/(?![0-9#*©®™])\p{RGI_Emoji}/gv, (one) => (++emoji > mostEmoji ? "" : one))
    .replace(/([!?])\1{2,}/gu, "$1$1")
    .replace(/\.{4,}/gu, "…")
    .replace(/(.)\1{5,}/gu, (run, one: string) => (run.length > longestFun ? run : one.repeat(3)))
    .replace(/\s+/gu, " ")
    .trim();
};
