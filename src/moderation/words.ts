import { isFigure, unleet } from "./leet.ts";
import { spelled } from "./spelled.ts";

/** One word of a text as it is read, and where in the folded copy it stands. */
export type Word = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly view: "plain" | "leet" | "joined";
};

/** A text as words, and what its odd pieces (those with more than letters in them) say in other ways. */
export type Reading = {
  readonly words: readonly Word[];
  /** Words that may be meant as well. */
  readonly besides: readonly Word[];
  /** Pieces between two spaces in which signs may stand for letters. */
  readonly odd: readonly { readonly from: number; readonly to: number }[];
};

export const read = (text: string): Reading => {
  const words: Word[] = [];
  const besides: Word[] = [];
  const odd: { from: number; to: number }[] = [];
  let singles = 0;
  for (let at = 0; at < text.length;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const from = at;
    const first = words.length;
    let start = -1;
    let strange = false;
    for (; at < text.length && !isSpace(text.charCodeAt(at)); at++) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) {
        if (start === -1) start = at;
        continue;
      }
      // "you're" is one word.
      if (code === 39 && start !== -1 && isLetter(text.charCodeAt(at + 1))) continue;
      if (start !== -1) words.push(wordOf(text, start, at));
      start = -1;
      strange ||= !isCloser(code) || isLetter(text.charCodeAt(at + 1));
    }
    if (start !== -1) words.push(wordOf(text, start, at));
    if (at - from === 1 || (at - from === 2 && !isLetter(text.charCodeAt(at - 1)))) singles++;
    if (!strange) continue;
    singles += at - from > 4 ? 3 : 1;
    odd.push({ from, to: at });
    const unwrapped = withoutWrapping(text, from, at);
    if (unwrapped !== undefined) besides.push(unwrapped);
    // "1990s": what sticks to a figure is no word.
    if (isFigure(text, from, at)) words.splice(first);
    const decoded = unleet(text, from, at);
    if (decoded.length === 0) continue;
    // What is read is what the signs stand for; what stands there without them may be meant, too.
    besides.push(...words.splice(first, words.length, ...decoded));
  }
  return { words: singles > 2 ? spelled(text, words) : words, besides, odd };
};

const wraps = /[[({<]([a-z])[\])}>]|\*\*|\|\||`|~~|__/g;

/** A piece without what marks a part of a word: "w[o]rd", "||w||ord". */
const withoutWrapping = (text: string, from: number, to: number): Word | undefined => {
  if (to - from > 60) return undefined;
  const piece = text.slice(from, to).replace(/^[^a-z[({<]+|[^a-z\])}>]+$/g, "");
  const bare = piece.replace(wraps, "$1");
  return bare !== piece && /^[a-z]+$/.test(bare) ? { text: bare, from, to, view: "leet" } : undefined;
};

/** Which word stands at a place of the copy, or is the first one after it. */
export const placeOf = (words: readonly Word[], from: number): number => {
  const at = words.findIndex(({ to }) => to > from);
  return at === -1 ? words.length - 1 : at;
};

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
/** What ends sentences and clauses, or opens them: of no account at the edge of a word. */
const isCloser = (code: number): boolean =>
  code === 46 || code === 44 || code === 63 || code === 34 || code === 39 || code === 58 || code === 59 || code === 41;

/** Two short forms that are other words without their apostrophe. */
const contractions: Readonly<Record<string, string>> = { "he'll": "hewill", "who're": "whoare", "we'll": "wewill" };

const wordOf = (text: string, from: number, to: number): Word => {
  const raw = text.slice(from, to);
  const joined = raw.includes("'") ? (contractions[raw] ?? raw.replaceAll("'", "")) : raw;
  return { text: joined, from, to, view: "plain" };
};
