import { common } from "./screen-common.ts";
import { plain, wordsOf } from "./screen-fold.ts";

/**
 * Words that could name something in another language or script: other letters, capitals within a sentence, and in a
 * short line any word that is not an everyday one. Names of people here are none, if they are no single letters.
 */
export const hasStranger = (text: string, names: readonly string[]): boolean => {
  const known = new Set(names.flatMap((name) => wordsOf(plain(name))).filter((word) => word.length > 2));
  const raw = text.normalize("NFKC").match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const isStrange = (word: string): boolean => {
    const folded = wordsOf(plain(word));
    return isDrawn(word)
      ? !known.has(folded.join(""))
      : !folded.every((part) => common.has(part) || known.has(part) || /^\d+$/.test(part));
  };
  const strange = raw.filter(isStrange);
  if (strange.some(isDrawn)) return true;
  if (raw.length < 4 && strange.length > 0) return true;
  const inside = text.normalize("NFKC").matchAll(/(?<=[\p{L}\p{N},;:'"’)-]\s+["'“‘(]?)\p{Lu}[\p{L}\p{M}'’-]*/gu);
  return [...inside].some(([word]) => isStrange(word));
};

/** Other scripts, and letters that only look like others, such as those of phonetics. */
const isDrawn = (word: string): boolean => /(?![a-zßæœøðþłđı])\p{L}/u.test(word.normalize("NFKD").toLowerCase());
