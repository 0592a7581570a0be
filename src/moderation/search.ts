import { Automaton } from "./automaton.ts";
import { isSpared } from "./company.ts";
import { isMeant } from "./context.ts";
import { mild, type Found } from "./finding.ts";
import { spanOf, type Folded } from "./fold.ts";
import { blurred } from "./leet.ts";
import { lexicon, type Entry } from "./lexicon.ts";
import { ordinary, ordinaryPairs } from "./ordinary.ts";
import { isNameShaped } from "./names.ts";
import { placeOfWord, withTails } from "./placing.ts";
import { rootsOf } from "./roots.ts";
import { isAdmitted, isAmongFriends, isExclaimed, isOfSelf, isReclaimed, isSaidFondly } from "./softening.ts";
import { hidden, wildOf } from "./wild.ts";
import { placeOf, type Reading, type Word } from "./words.ts";

/** Something found, and where it is in the folded copy. */
export type Finding = Found & { readonly from: number; readonly to: number };

const plainly = new Automaton(lexicon.map((entry) => [entry.word, entry]));
const blurredly = new Automaton(lexicon.map((entry) => [blurred(entry.word), entry]));
const wild = wildOf(lexicon);

/** Whole words of the lexicon with their endings: what two fragments may give together, or a word read backwards. */
export const wholes = new Map<string, Entry>();
for (const entry of lexicon) {
  if (entry.tier === 0 || entry.when === "aimed" || entry.word.length < 4) continue;
  for (const word of withTails(entry.word, entry.where)) if (!wholes.has(word)) wholes.set(word, entry);
}

/** Words without their vowels, but for a first letter. */
const skeletons = new Map<string, Entry>();
for (const [word, entry] of wholes) {
  const bones = word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, "");
  if (bones.length > 3 && bones !== word && entry.when !== "masked" && !skeletons.has(bones))
    skeletons.set(bones, entry);
}

/** What some call themselves, proudly. */
const reclaimed = /^(?:fag|faggot|dyke|queer|homo|lesbo|tranny)$/;

/** Longer words with two neighbouring letters exchanged, as hasty fingers write them, or one of many left out. */
const slips = new Map<string, Entry>();
for (const entry of lexicon) {
  const { word } = entry;
  if ((entry.when !== "always" && entry.when !== "called") || entry.tier === 0) continue;
  for (let at = 1; at < word.length - 1; at++) {
    const [here, next] = [word[at] ?? "", word[at + 1] ?? ""];
    const forms = word.length > 4 && here !== next ? [word.slice(0, at) + next + here + word.slice(at + 2)] : [];
    if (word.length > 7) forms.push(word.slice(0, at) + word.slice(at + 1));
    for (const form of forms.flatMap((one) => [one, `${one}s`]))
      if (!wholes.has(form) && !slips.has(form)) slips.set(form, entry);
  }
}

const isSaidMildly = (entry: Entry, words: readonly Word[], at: number): boolean => {
  if (entry.category === "profanity") return isExclaimed(words, at) || (entry.word === "fuck" && isAdmitted(words, at));
  if (entry.word.startsWith("nig") && entry.tier < 3) return isAmongFriends(words, at) || isOfSelf(words, at);
  if (reclaimed.test(entry.word)) return isReclaimed(words, at) || isOfSelf(words, at);
  if (entry.word === "bitch" && isSaidFondly(words, at)) return true;
  if (entry.category === "insult" && isAdmitted(words, at)) return true;
  return entry.tier > 0 && isOfSelf(words, at);
};

/** Every coarse word in a text, whichever way it is written. */
export const findWords = (original: string, folded: Folded, reading: Reading): readonly Finding[] => {
  const { words, besides, odd } = reading;
  const found: Finding[] = [];
  const isCapital = (word: Word): boolean => {
    const { start, end } = spanOf(folded, word.from, word.to);
    return /^[A-Z](?=[^A-Z]|$)[^A-Z]*$/.test(original.slice(start, end));
  };
  const add = (entry: Entry, view: string, from: number, to: number, at: number, isSoft: boolean): void => {
    const isDisguised = view !== "plain" && view !== "repeated";
    if (!isMeant(entry.when, words, at, isDisguised, isCapital)) return;
    const span = spanOf(folded, from, to);
    // Whoever writes backwards writes on a plain keyboard: Игор is a name.
    if (view === "reversed" && /\P{ASCII}/u.test(original.slice(span.start, span.end))) return;
    const score = entry.when === "always" ? (isDisguised ? 0.9 : 1) : 0.8;
    found.push({
      ...(isSoft ? mild : { tier: entry.tier, category: entry.category }),
      rule: `word:${entry.word}`,
      from,
      to,
      span,
      view,
      score,
    });
  };
  const lookAt = (word: Word, at: number): void => {
    const inside = within(word);
    // What makes one reading of a word harmless makes all of them so.
    const spared = inside.filter(({ entry }) => isSpared(entry.word, words, at, isCapital));
    const isSoft = inside.some(({ entry }) => isSaidMildly(entry, words, at));
    for (const { entry, view, from, to } of inside)
      if (!spared.some((one) => one.from === from && one.to === to)) add(entry, view, from, to, at, isSoft);
  };
  words.forEach((word, at) => {
    lookAt(word, at);
    const next = words[at + 1];
    if (next === undefined) return;
    const pair = fragments(folded.text, word, next, words[at + 2]);
    if (pair !== undefined && !isSpared(pair.entry.word, words, at, isCapital))
      add(pair.entry, "split", word.from, pair.to, at, isSaidMildly(pair.entry, words, at));
  });
  for (const word of besides) lookAt(word, placeOf(words, word.from));
  for (const { from, to } of odd) {
    const entry = hidden(folded.text, from, to, wild);
    if (entry === undefined) continue;
    const at = placeOf(words, from);
    add(entry, "wild", from, to, at, isSaidMildly(entry, words, at));
  }
  return found;
};

const isOrdinary = (text: string, word: string): boolean =>
  ordinary.has(text) ||
  (!wholes.has(text) && rootsOf(text).some((root) => ordinary.has(root))) ||
  isNameShaped(text, word);

type Inside = { readonly entry: Entry; readonly view: string; readonly from: number; readonly to: number };
const none: readonly Inside[] = [];

/** What stands in one word, read as it is, by its sound, and backwards. */
export const within = (word: Word): readonly Inside[] => {
  const { text } = word;
  if (text.length < 2) return none;
  let found: Inside[] | undefined;
  const scan = (read: string, view: string, automaton: Automaton<Entry>): void => {
    for (const { value, from, to, stretched } of automaton.scan(read) ?? []) {
      // "Trannyyou": a letter that seems repeated may be the first of what is glued on.
      const place =
        placeOfWord(value.word, value.where, read.slice(0, from), read.slice(to)) ??
        (stretched ? placeOfWord(value.word, value.where, read.slice(0, from), read.slice(to - 1)) : undefined);
      if (place === undefined) continue;
      // "Titu": two letters beside a short word are a part of another one.
      if (place === "glued" && value.word.length < 4 && read.length - (to - from) < 3) continue;
      // "Pennys" is no sound of anything; only who means it repeats a letter twice more.
      if (view === "sound" && stretched && !/(.)\1\1/.test(read)) continue;
      if (view !== "joined" && isOrdinary(text, value.word)) return;
      const seen = view !== "plain" ? view : place === "glued" ? "glued" : stretched ? "repeated" : "plain";
      const exact = word.view === "plain" && view === "plain" && word.to - word.from === text.length;
      (found ??= []).push({
        entry: value,
        view: seen,
        from: exact ? word.from + from : word.from,
        to: exact ? word.from + to : word.to,
      });
    }
  };
  scan(text, word.view, plainly);
  if (word.view === "leet") scan(blurred(text), "leet", blurredly);
  if (found !== undefined) return found;
  const sound = sounding(text);
  if (sound !== text) scan(sound, "sound", plainly);
  if (text.length > 3 && found === undefined) {
    const bones = skeletons.get(text);
    if (bones !== undefined && !isOrdinary(text, bones.word))
      return [{ entry: bones, view: "vowelless", from: word.from, to: word.to }];
    const slip = slips.get(text);
    if (slip !== undefined && !isOrdinary(text, slip.word))
      return [{ entry: slip, view: "slip", from: word.from, to: word.to }];
    const entry = wholes.get(backwards(text));
    if (entry !== undefined && entry.when !== "masked" && !isOrdinary(text, entry.word))
      return [{ entry, view: "reversed", from: word.from, to: word.to }];
  }
  return found ?? none;
};

const odd = /ph|kk|vv|[vzqxy]/;

/** Other spellings of the same sounds: `phuck`, `azzhole`, `pvssy`. */
const sounding = (word: string): string =>
  odd.test(word)
    ? word
        .replaceAll("ph", "f")
        .replaceAll("vv", "w")
        .replaceAll("v", "u")
        .replaceAll("z", "s")
        .replaceAll("kk", "ck")
        .replace(/(?<=[a-z])y(?=[a-z])/g, "i")
    : word;

const backwards = (word: string): string => {
  let out = "";
  for (let at = word.length - 1; at >= 0; at--) out += word[at];
  return out;
};

/** Whether a word and the next one or two are a coarse word with a space in it: "fagg ot", "f uc k". */
const fragments = (
  text: string,
  one: Word,
  two: Word,
  three: Word | undefined,
): { readonly entry: Entry; readonly to: number } | undefined => {
  const length = one.text.length + two.text.length;
  if (length > 16 || !isGap(text, one.to, two.from)) return undefined;
  // "U.S. hit", "No. 5 hit": one letter that belongs to what stands before it.
  if (one.text.length === 1 && !/(?:^|\s)[a-z]$/.test(text.slice(Math.max(0, one.from - 1), one.from + 1)))
    return undefined;
  // "Dragon Ball Z": what stands alone here is an ending at most.
  if (/^[sdn]$/.test(two.text) || (two.text === "z" && !one.text.endsWith("z"))) return undefined;
  const joined = one.text + two.text;
  const entry = length > 3 ? wholes.get(joined) : undefined;
  if (entry !== undefined && !ordinaryPairs.has(`${one.text} ${two.text}`)) return { entry, to: two.to };
  if (
    three === undefined ||
    length > 8 ||
    !isGap(text, two.to, three.from) ||
    one.text.length > 3 ||
    two.text.length > 3
  )
    return undefined;
  const whole = wholes.get(joined + three.text);
  return whole !== undefined && !ordinaryPairs.has(`${one.text} ${two.text} ${three.text}`)
    ? { entry: whole, to: three.to }
    : undefined;
};

/** Whether between two pieces stands what people put into a word: a space, or a sign or two. */
const isGap = (text: string, from: number, to: number): boolean =>
  to - from < 4 && /^(?:\s+|[^a-z0-9\s]{1,3})$/.test(text.slice(from, to));
