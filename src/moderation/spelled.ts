import { asLetter } from "./leet.ts";
import type { Word } from "./words.ts";

const between = /[\s.\-_*,/|~:;+'"=]/;
/** Longer runs of single letters are alphabets and games. */
const atMost = 40;

/** Puts letters that stand alone, as in "f u c k" and "f.u.c.k", together to words. */
export const spelled = (text: string, words: readonly Word[]): readonly Word[] => {
  const runs = runsIn(text);
  if (runs.length === 0) return words;
  const out: Word[] = [];
  let next = 0;
  for (const word of words) {
    while (next < runs.length && (runs[next]?.to ?? 0) <= word.from) next++;
    const run = runs[next];
    if (run === undefined || word.to <= run.from) out.push(word);
    else if (out.at(-1) !== run) out.push(run);
  }
  return out;
};

const runsIn = (text: string): readonly Word[] => {
  const runs: Word[] = [];
  for (let at = 0; at < text.length;) {
    if (asLetter(text[at] ?? "") === "" || !isEdge(text, at - 1) || !isEdge(text, at + 1)) {
      at++;
      continue;
    }
    const from = at;
    let to = at;
    let joined = "";
    let letters = 0;
    while (joined.length < atMost) {
      const character = text[at] ?? "";
      joined += asLetter(character);
      if (character >= "a" && character <= "z") letters++;
      to = ++at;
      // At most three signs or spaces to the next letter, and that one alone, too.
      let ahead = at;
      while (ahead < at + 3 && between.test(text[ahead] ?? "")) ahead++;
      if (ahead === at || asLetter(text[ahead] ?? "") === "" || !isEdge(text, ahead + 1)) break;
      at = ahead;
    }
    if (joined.length > 2 && letters * 2 > joined.length) runs.push({ text: joined, from, to, view: "joined" });
  }
  return runs;
};

const isEdge = (text: string, at: number): boolean => at < 0 || at >= text.length || !/[a-z0-9$@]/.test(text[at] ?? "");
