import { inDigits } from "./number-words.ts";

/** Longer texts are compared by their beginnings. */
const longest = 200;

/** Accents, and the points of Hebrew and Arabic that may be left out. In other scripts such marks make other words. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Letters that no keyboard but their own has, and signs that are said as words. */
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "&": " and ",
  "%": " percent ",
  "+": " plus ",
  "#": " sharp ",
};
const toSpell = /[ßæœøłđðþı&%+#]/gu;

const articles = new Set(
  (
    "the a an der die das den dem des ein eine einen einem einer el la los las un una unos unas " +
    "le les une l o os as um uma uns umas"
  ).split(" "),
);

/** That change nothing about what is meant, wherever they stand. */
const small = new Set("of the and in at to for de la le les du des del do da dos das von der und y et e".split(" "));

/** That make another thing of what they stand with. */
const turning = new Set(
  (
    "new north south east west northern southern eastern western old anti non not no minus plus sharp flat " +
    "neu neue nord sud ost nicht nuevo nueva norte sur este oeste viejo nouveau nouvelle est ouest ancien " +
    "novo nova sul leste velho kein keine nao sin sans"
  ).split(" "),
);

/** The numbers after a name. A single letter may stand for much else. */
const roman = new Map(
  "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx"
    .split(" ")
    .map((word, index) => [word, String([2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20][index])]),
);

/**
 * A text reduced to what matters when two answers are compared: without accents, case, punctuation and leading
 * articles, numbers in digits. Never empty when the text is not.
 */
export const folded = (text: string): string => {
  const plain = text.slice(0, longest).normalize("NFKD").replace(accents, "").toLowerCase();
  const words = plain
    .replace(/\p{Cf}/gu, "")
    .replace(toSpell, (letter) => spelled[letter] ?? letter)
    .replace(/^\s*[-−](?=[.,]?\d)/u, " minus ")
    .replace(/(?<=\d)[.,'’](?=\d{3}(?!\d))/gu, "")
    .replace(/(?<=\d)[.,](?=\d)/gu, "point")
    .replace(/(?<=(?<!\p{L})l)['’](?=\p{L})/gu, " ")
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .split(" ")
    .map((word, index) => tidied(word, index));
  const found = withoutArticles(inDigits(joined(words.join(" ")).split(" ")));
  return joined(found.join(" ")) || plain.trim();
};

/** 1 000 000 is one number. */
const joined = (text: string): string =>
  text.replace(/(?<![^ ])\d{1,3}(?: \d{3})+(?![^ ])/g, (number) => number.replaceAll(" ", ""));

/** A word by itself: 1st is 1, 3.50 is 3.5, and the second of Elizabeth II is 2. */
const tidied = (word: string, index: number): string =>
  (index > 0 ? roman.get(word) : undefined) ??
  word
    .replace(/^(\d+)(?:st|nd|rd|th)$/, "$1")
    .replace(/^(\d+point\d*?)0+$/, "$1")
    .replace(/point$/, "");

const withoutArticles = (words: readonly string[]): readonly string[] => {
  const first = words.findIndex((word) => !articles.has(word));
  return first < 0 ? words.slice(-1) : words.slice(first);
};

/**
 * Whether two answers are so near to each other that people would take them for the same: but for typing errors, more
 * of them the longer they are, or for words that one has and the other leaves out. Other numbers are never near.
 */
export const isNear = (one: string, other: string): boolean => {
  const [a, b] = [folded(one), folded(other)];
  if (a === b) return true;
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (numbersIn(first) !== numbersIn(second)) return false;
  return areAlike(first, second) || isWithin(first, second) || isWithin(second, first);
};

/** By their sound, in the singular, doubled consonants once, without small words as far as others are left. */
const wordsOf = (text: string): readonly string[] => {
  const words = text.split(" ");
  const content = words.filter((word) => !small.has(word));
  return (content.length === 0 ? words : content).map(sounded);
};

const sounded = (word: string): string =>
  (word.length > 3 && !word.endsWith("ss") ? word.replace(/s$/, "") : word)
    .replace(/([\p{L}--[aeiou]])\1/gv, "$1")
    .replaceAll("ph", "f")
    .replaceAll("y", "i")
    .replaceAll("c", "k")
    .replaceAll("z", "s");

const isNumber = (word: string): boolean => /\d/.test(word);
const numbersIn = (words: readonly string[]): string => words.filter(isNumber).toSorted().join(" ");

/** Word by word, or as one word when they are parted in another way. */
const areAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length
    ? one.every((word, index) => isTypedAs(word, other[index] as string))
    : isTypedAs(one.join(""), other.join(""));

/** Whether the words of one are most of the other, and what is left out makes nothing else of it. */
const isWithin = (one: readonly string[], other: readonly string[]): boolean => {
  if (one.length >= other.length) return false;
  const left = [...other];
  for (const word of one) {
    const at = left.findIndex((candidate) => isTypedAs(word, candidate));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  // A number goes without its unit.
  const isMost = one.join("").length * 2 > other.join("").length || (isNumber(one[0] ?? "") && one[0] === other[0]);
  return isMost && left.every((word) => !turning.has(word) && word.length > 1);
};

/** How many typing errors a word may have: names of four letters that differ in one are mostly two names. */
const errorsIn = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : length < 16 ? 2 : 3);

const isTypedAs = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (isNumber(one) || isNumber(other)) return false;
  const length = Math.min(one.length, other.length);
  const most = errorsIn(length);
  if (Math.abs(one.length - other.length) > most || most === 0) return false;
  // The first letter is seldom mistyped, and in short words it makes another one.
  if (length < 9 && one[0] !== other[0]) return false;
  return errors(one, other) <= most;
};

/** Letters left out, put in, changed, or swapped with the next one. */
const errors = (one: string, other: string): number => {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
};
