/** Accents, and the points of Hebrew and Arabic that may be left out. In other scripts such marks make other words. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** A text reduced to what matters when two are compared: letters and digits without accents, case or punctuation. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();

/** Words that say nothing about a topic. */
const empty = new Set(
  "a an and about at by for from in is it of on or the to with what which who trivia quiz questions question".split(
    " ",
  ),
);

/** The words of a topic, in the singular as far as a trailing "s" tells. */
export const topicWords = (topic: string): readonly string[] =>
  folded(topic)
    .split(" ")
    .filter((word) => word !== "" && !empty.has(word))
    .map(singular);

export const singular = (word: string): string =>
  word.length > 4 && word.endsWith("ies")
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")
      ? word.slice(0, -1)
      : word;
