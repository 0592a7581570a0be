import { asLetter } from "./leet.ts";
import type { Entry } from "./lexicon.ts";
import { picture } from "./looks.ts";
import { withTails } from "./placing.ts";

/** Words that a star or another sign may hide letters of, by length and first letter, and by length alone under "*". */
export type Wild = ReadonlyMap<string, readonly (readonly [string, Entry])[]>;

const usual = new Set(["fuck", "shit", "bitch", "cunt", "asshole", "dick"]);

export const wildOf = (lexicon: readonly Entry[]): Wild => {
  const found = new Map<string, [string, Entry][]>();
  const seen = new Set<string>();
  // Of what a word may be, it is most often one of these: F*** is no slur.
  const byUse = lexicon.toSorted((one, other) => Number(usual.has(other.word)) - Number(usual.has(one.word)));
  for (const entry of byUse) {
    if (entry.tier === 0 || entry.when === "aimed") continue;
    // Without vowels nothing is left to be hidden.
    if (!/[aeiou]/.test(entry.word)) continue;
    for (const word of withTails(entry.word, entry.where)) {
      if (word.length < 4 || seen.has(word)) continue;
      seen.add(word);
      for (const first of [word[0] ?? "", "*"]) {
        const key = `${first}${word.length}`;
        const listed = found.get(key);
        if (listed === undefined) found.set(key, [[word, entry]]);
        else listed.push([word, entry]);
      }
    }
  }
  return found;
};

/** The word of the lexicon that a piece may stand for when its signs hide a letter each: `f**k`, `wh#re`. */
export const hidden = (text: string, from: number, to: number, wild: Wild): Entry | undefined => {
  let start = from;
  let end = to;
  while (start < end && isEdge(text.charCodeAt(start))) start++;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end--;
  const first = text[start] ?? "";
  const words = wild.get(`${first === "*" ? first : asLetter(first)}${end - start}`);
  if (words === undefined) return undefined;
  // Beside a star, digits and signs are the letters that they look like: `a*5hole`.
  const isMasked = text.slice(start, end).includes("*");
  let letters = 0;
  let stars = 0;
  for (let at = start; at < end; at++) {
    const sign = text[at] ?? "";
    if (sign >= "a" && sign <= "z") letters++;
    else if (sign === "*") stars++;
    else if (isMasked && asLetter(sign) !== "") letters++;
    else if ("'\"()\u0002".includes(sign)) return undefined;
    else if (at === start || at === end - 1 || (sign >= "0" && sign <= "9")) return undefined;
    else if (sign === "#" || sign === picture) stars++;
  }
  // One sign that may be a hyphen or a full stop hides one letter; stars hide as many as they are.
  const others = end - start - letters - stars;
  if (others + stars === 0 || others > 1 || letters === 0) return undefined;
  if ((others === 1 && letters < 3) || (letters === 1 && stars < 3)) return undefined;
  return words.find(([word]) => fits(text, start, word, isMasked))?.[1];
};

/** Brackets, quotes and what ends sentences. */
const isEdge = (code: number): boolean =>
  code !== 42 && code !== 35 && code >= 33 && code <= 63 && !(code >= 48 && code <= 57);

const fits = (text: string, start: number, word: string, isMasked: boolean): boolean => {
  for (let at = 0; at < word.length; at++) {
    const here = text.charCodeAt(start + at);
    if (here >= 97 && here <= 122 && here !== word.charCodeAt(at)) return false;
    const meant = isMasked && here !== 42 ? asLetter(text[start + at] ?? "") : "";
    if (meant !== "" && meant !== word[at]) return false;
  }
  return true;
};
