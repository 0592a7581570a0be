import { createRequire } from "node:module";
import type { Found } from "./finding.ts";

/** Languages whose word lists may be asked for besides English; from the package naughty-words, which see in NOTICE. */
export const languagesKnown: readonly string[] =
  "ar cs da de es fa fi fil fr hi hu it ja kab ko nl no pl pt ru sv th tr zh".split(" ");

/** Words of the lists that are about everyday things, or a part of quizzes. */
const ordinary = new Set(
  (
    "amador aranha ariano aborto asno balalao caca bimbo gas heroina macaco judeu negro cerveja burro racista cadela " +
    "vaca cubana cerebro torneira aids suor morto sexo sex nazi hetero homo xx sm penis vagina anus banana " +
    "bite pet poil sein queue mouche minou fesse byk perna barata pau cocaina bosta preservativo clitoris"
  ).split(" "),
);

const load = createRequire(import.meta.url);
const patterns = new Map<string, RegExp | undefined>();

/** The words of a language as one pattern, made when it is first asked for; undefined when there is no such list. */
const patternOf = (language: string): RegExp | undefined => {
  if (!languagesKnown.includes(language)) return undefined;
  if (!patterns.has(language))
    patterns.set(language, made(load(`naughty-words/${language}.json`) as readonly string[]));
  return patterns.get(language);
};

/** Chinese, Japanese and Thai have no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

const made = (list: readonly string[]): RegExp | undefined => {
  const words = list.map((word) => bare(word)).filter((word) => !ordinary.has(word));
  const inside = words.filter((word) => unspaced.test(word) && word.length > 1).map(escaped);
  const whole = words.filter((word) => !unspaced.test(word) && word.length > 2).map(escaped);
  const letter = String.raw`[\p{L}\p{M}\p{N}]`;
  const parts = [...(whole.length > 0 ? [`(?<!${letter})(?:${whole.join("|")})(?!${letter})`] : []), ...inside];
  return parts.length > 0 ? new RegExp(parts.join("|"), "gu") : undefined;
};

const escaped = (word: string): string => word.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&").replace(/\s+/g, String.raw`\s+`);

const accents = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const bare = (text: string): string => text.normalize("NFKD").replace(accents, "").toLowerCase();

/** Words of lists in other languages. They are masked, no more: a list knows no context. */
export const findListed = (text: string, languages: readonly string[]): readonly Found[] => {
  const asked = languages.map((language) => ({ language, pattern: patternOf(language) }));
  if (asked.every(({ pattern }) => pattern === undefined)) return [];
  const { copy, starts } = copied(text);
  return asked.flatMap(({ language, pattern }) =>
    pattern === undefined
      ? []
      : [...copy.matchAll(pattern)].map((match) => ({
          tier: 1,
          category: "profanity",
          rule: `list:${language}`,
          span: { start: starts[match.index] ?? 0, end: starts[match.index + match[0].length] ?? text.length },
          view: "list",
          score: 0.7,
        })),
  );
};

/** A copy without accents and case, and where each of its units comes from. */
const copied = (text: string): { readonly copy: string; readonly starts: readonly number[] } => {
  let copy = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const one = bare(character);
    for (let unit = 0; unit < one.length; unit++) starts.push(at);
    copy += one;
    at += character.length;
  }
  return { copy, starts };
};
