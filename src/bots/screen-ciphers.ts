import { plain, reversed, wordsOf } from "./screen-fold.ts";

const alphabet = "abcdefghijklmnopqrstuvwxyz";
const mapped = (word: string, to: (at: number) => number): string =>
  word.replace(/[a-z]/g, (letter) => alphabet[to(letter.charCodeAt(0) - 97)] ?? letter);

/** How a word looks in the codes that children know: shifted, mirrored in the alphabet, pig Latin. Letters only. */
export const ciphersOf = (word: string): readonly string[] => [
  ...Array.from({ length: 25 }, (_, by) => mapped(word, (at) => (at + by + 1) % 26)),
  mapped(word, (at) => 25 - at),
  ...[1, 2, 3].map((first) => `${word.slice(first)}${word.slice(0, first)}ay`),
];

/** What stands in a line in base64, in hexadecimal or in percent signs, as far as it decodes to text. */
export const decodedIn = (text: string): readonly string[] => {
  const found: string[] = [];
  for (const chunk of text.match(/[A-Za-z0-9+/_-]{4,}=*/g) ?? []) {
    for (const whole of [chunk, reversed(chunk)]) found.push(Buffer.from(whole, "base64").toString("utf8"));
  }
  for (const chunk of text.match(/(?:(?:0x|\\x|%|U\+00)?[0-9a-fA-F]{2}[\s,:]*){3,}/g) ?? []) {
    const digits = chunk.replace(/0x|\\x|U\+00|[^0-9a-fA-F]/g, "");
    found.push(Buffer.from(digits, "hex").toString("utf8"));
  }
  return found.map((one) => wordsOf(plain(one)).join(" ")).filter((one) => one.length > 2);
};

/** The first letters of a line's words, and their last ones. */
export const endsOf = (words: readonly string[]): readonly string[] => [
  words.map((word) => word[0] ?? "").join(""),
  words.map((word) => word.at(-1) ?? "").join(""),
];

/** Every second letter, and every third. */
export const strides = (joined: string): readonly string[] =>
  [2, 3].flatMap((step) => Array.from({ length: step }, (_, first) => every(joined, step, first)));

const every = (text: string, step: number, first: number): string =>
  text
    .split("")
    .filter((_, at) => at % step === first)
    .join("");
