import type { Word } from "./words.ts";

const signs: Readonly<Record<string, string>> = {
  "0": "o", "1": "i", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
  "@": "a", $: "s", "!": "i", "|": "i", "+": "t", "(": "c", "<": "c", "[": "c", "{": "c",
}; // prettier-ignore

/** Letters drawn with several signs; the longer first. */
const drawings: readonly (readonly [string, string])[] = [
  ["|_|", "u"],
  ["|-|", "h"],
  ["|\\|", "n"],
  ["|<", "k"],
  ["/\\", "a"],
  ["\\/", "v"],
  ["()", "o"],
];

/** Numbers with units, prices, ordinals, decades, versions, addresses: nothing in them stands for letters. */
const figures =
  /^(?:[$£€#+.-]*\d[\d.,:%/-]*[a-z]{0,3}|[a-z]{2,}\d{3,}|v?\d+(?:\.\d+)+[a-z]*|[^\s@]+@[^\s@]+\.[a-z]+|(?:https?:|www\.).*)$/;
/** Whether a piece is a figure with letters that belong to it. */
export const isFigure = (text: string, from: number, to: number): boolean =>
  to - from < 16 &&
  isDigit(text.charCodeAt(from)) &&
  /^[\d.,:%/-]+(?:[a-z]{1,2}|-[a-z]{5,})?\W*$/.test(text.slice(from, to));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const opening = /^["'([{<]+(?=[a-z])/;
const closing = /[!?.,;:)\]}"'>]+$/;

/** What a piece of a text says when digits and signs are read as letters; nothing when none can be. */
export const unleet = (text: string, from: number, to: number): readonly Word[] => {
  const chunk = text.slice(from, to);
  if (chunk.length > 60 || !/[0-9@$!|+(<[{/]/.test(chunk) || !/[a-z]|[$5][0-9@]|[0-9][$@]/.test(chunk)) return [];
  const end = chunk.length - (closing.exec(chunk)?.[0].length ?? 0);
  const balanced = chunk.includes("(") === chunk.includes(")");
  const start = balanced ? (opening.exec(chunk)?.[0].length ?? 0) : 0;
  const core = chunk.slice(start, end);
  if (figures.test(core) || !/[0-9@$!|+(<[{/]/.test(core)) return [];
  return decoded(core, from + start);
};

const decoded = (core: string, from: number): readonly Word[] => {
  const words: Word[] = [];
  let word = "";
  let start = 0;
  let changed = false;
  for (let at = 0; at < core.length;) {
    const drawing = drawings.find(([drawn]) => core.startsWith(drawn, at));
    const here = core[at] ?? "";
    const letter = drawing?.[1] ?? signs[here] ?? (here >= "a" && here <= "z" ? here : "");
    const length = drawing?.[0].length ?? 1;
    if (letter !== "" && word === "") start = at;
    if (letter !== "" && letter !== here) changed = true;
    word += letter;
    at += length;
    if ((letter === "" && here !== "'") || at >= core.length) {
      const stop = letter === "" ? at - length : at;
      if (word !== "") words.push({ text: word, from: from + start, to: from + stop, view: "leet" });
      word = "";
    }
  }
  return changed ? words : [];
};

/** Signs such as `1` and `|` may be an i or an l: both are i here, in the text and in the lexicon. */
export const blurred = (word: string): string => word.replaceAll("l", "i");

/** One character read as a letter; "" when it cannot be. */
export const asLetter = (character: string): string =>
  signs[character] ?? (character >= "a" && character <= "z" ? character : "");
