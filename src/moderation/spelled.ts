import { asLetter } from "./leet.ts";
import { picture } from "./looks.ts";
import type { Word } from "./words.ts";

const between = new RegExp(`[\\s.\\-_*,/|~:;+'"=()[\\]{}<>^&#${picture}]`);
/** Longer runs of single letters are alphabets and games. */
const atMost = 40;

/** Puts letters that stand alone, as in "f u c k" and "f.u.c.k", together to words. */
export const spelled = (text: string, words: readonly Word[]): readonly Word[] => {
  const runs = runsIn(text);
  if (runs.length === 0) return words;
  const out: Word[] = [];
  let next = 0;
  let put: Word | undefined;
  for (const word of words) {
    while (next < runs.length && (runs[next]?.to ?? 0) <= word.from) next++;
    const run = runs[next];
    if (run === undefined || word.to <= run.from) out.push(word);
    else if (run !== put) {
      out.push(...withArticle(run, out.at(-1)?.text));
      put = run;
    }
  }
  return out;
};

/** "a f o o l": the first letter may be the article of the word before it. */
const withArticle = (run: Word, before: string | undefined): readonly Word[] =>
  run.text.startsWith("a") && run.text.length > 3 && before !== undefined && articled.test(before)
    ? [
        { text: "a", from: run.from, to: run.from + 1, view: "joined" },
        { text: run.text.slice(1), from: run.from + 2, to: run.to, view: "joined" },
      ]
    : [run];

const articled = /^(?:are|r|is|re|such|what|be|being|youre|ur|like|was|just|but|im)$/;

const runsIn = (text: string): readonly Word[] => {
  const runs: Word[] = [];
  for (let at = 0; at < text.length;) {
    if (asLetter(text[at] ?? "") === "" || !isEdge(text, at - 1) || !isEdge(text, endOf(text, at))) {
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
      at = endOf(text, at);
      to = at;
      // At most three signs or spaces to the next letter, and that one alone, too.
      let ahead = at;
      while (ahead < at + 3 && between.test(text[ahead] ?? "")) ahead++;
      if (ahead === at || asLetter(text[ahead] ?? "") === "" || !isEdge(text, endOf(text, ahead))) break;
      at = ahead;
    }
    if (joined.length > 2 && letters * 2 >= joined.length && !/^[urai]+$/.test(joined))
      runs.push({ text: joined, from, to, view: "joined" });
  }
  return runs;
};

/** Where a letter ends that may be written twice or thrice: "ss.hh". */
const endOf = (text: string, at: number): number => {
  let end = at + 1;
  while (end < at + 3 && text[end] === text[at]) end++;
  return end;
};

const isEdge = (text: string, at: number): boolean => at < 0 || at >= text.length || !/[a-z0-9$@]/.test(text[at] ?? "");
