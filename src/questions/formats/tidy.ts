import { decodeHTMLStrict } from "entities";

/** Scripts in which a joiner between two letters spells the word another way. */
const joined = String.raw`[[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]&&[\p{L}\p{M}]]`;
const strayJoiner = new RegExp(String.raw`(?<!${joined})[\u200C\u200D]|[\u200C\u200D](?!${joined})`, "gv");
const invisible = /[\p{Cf}--[\u200C\u200D]]|[\p{Cc}--\n]|\p{Noncharacter_Code_Point}/gv;

/** A text without what can't be seen, in one normal form, each of its lines trimmed. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(/[\t\v\f]/g, " ")
    .replaceAll(invisible, "")
    .replaceAll(strayJoiner, "")
    .normalize("NFC")
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n");

/** A tidy text on one line. */
export const tidyLine = (text: string): string =>
  tidy(text)
    .split("\n")
    .filter((line) => line !== "")
    .join(" ");

/** HTML entities decoded, once: `&amp;lt;` stands for the text `&lt;`. */
export const decodeEntities = (text: string): string => (text.includes("&") ? decodeHTMLStrict(text) : text);

/** A text as it counts when two choices or two questions are compared: without case, accents and extra spaces. */
export const alike = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();
