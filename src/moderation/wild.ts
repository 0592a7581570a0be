import type { Entry } from "./lexicon.ts";
import { picture } from "./looks.ts";
import { withTails } from "./placing.ts";

/** Words by their length: those that a star or another sign may hide letters of. */
export type Wild = ReadonlyMap<number, readonly (readonly [string, Entry])[]>;

export const wildOf = (lexicon: readonly Entry[]): Wild => {
  const byLength = new Map<number, [string, Entry][]>();
  const seen = new Set<string>();
  for (const entry of lexicon) {
    if (entry.tier === 0 || entry.when === "aimed" || entry.when === "masked") continue;
    // Without vowels nothing is left to be hidden.
    if (!/[aeiou]/.test(entry.word)) continue;
    for (const word of withTails(entry.word, entry.where)) {
      if (word.length < 4 || seen.has(word)) continue;
      seen.add(word);
      byLength.set(word.length, [...(byLength.get(word.length) ?? []), [word, entry]]);
    }
  }
  return byLength;
};

const edges = /^["'(]+|["'.,;:?!)]+$/g;

/** The word of the lexicon that a piece may stand for when its signs hide a letter each: `f**k`, `wh#re`. */
export const hidden = (chunk: string, wild: Wild): Entry | undefined => {
  if (chunk.length > 24) return undefined;
  const core = chunk.replace(edges, "");
  if (!/^[a-z*][a-z]*[^a-z0-9\s]+[a-z]*[a-z*]$/.test(core) && !/^[a-z]\*+[a-z]*\**[a-z]+$/.test(core)) return undefined;
  const letters = core.replace(/[^a-z]/g, "").length;
  const stars = core.split("*").length + core.split("#").length + core.split(picture).length - 3;
  const others = core.length - letters - stars;
  // One sign that may be a hyphen or a full stop hides one letter; stars hide as many as they are.
  if (others > 1 || (others === 1 && letters < 3) || letters === 0 || (letters === 1 && stars < 3)) return undefined;
  return wild.get(core.length)?.find(([word]) => fits(core, word))?.[1];
};

const fits = (core: string, word: string): boolean => {
  for (let at = 0; at < word.length; at++) {
    const here = core.charCodeAt(at);
    if (here >= 97 && here <= 122 && here !== word.charCodeAt(at)) return false;
  }
  return true;
};
