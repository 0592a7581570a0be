import { ciphersOf, decodedIn, endsOf, strides } from "./screen-ciphers.ts";
import { common } from "./screen-common.ts";
import { letters, plain, reversed, skeleton, unleet, unleetWords, wordsOf } from "./screen-fold.ts";
import { isHint } from "./screen-hints.ts";
import { isNear } from "./screen-near.ts";
import { hasStranger } from "./screen-strangers.ts";

/** A question that people may still answer, as a player sees it. */
export type OpenQuestion = { readonly prompt: string; readonly choices: readonly string[] };

type Guard = {
  /** Choices as they are, in words; those of one or two characters too. */
  readonly phrases: readonly string[];
  /** Every word that would give a choice away, as letters. */
  readonly words: readonly string[];
  readonly skeletons: ReadonlySet<string>;
  readonly codes: readonly string[];
  /** Words of the prompt that are not everyday words. */
  readonly topic: ReadonlySet<string>;
  readonly isAboutNumbers: boolean;
  /** True or false, yes or no. */
  readonly isAboutTruth: boolean;
  /** What rhymes with a choice ends so. */
  readonly rhymes: ReadonlySet<string>;
};

/** Short words sound like too many others. */
const soundOf = (word: string): string => (word.length > 3 ? skeleton(word) : word);

const guards = new WeakMap<OpenQuestion, Guard>();
const numbers =
  /\d|\b(?:(?=[mdclxvi]{2})m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|zero|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|dozen|score|twice|double|triple|half)(?!\w)/;

const guardOf = (question: OpenQuestion): Guard => {
  const had = guards.get(question);
  if (had !== undefined) return had;
  const phrases = question.choices.map((choice) => wordsOf(plain(choice)).join(" ")).filter((phrase) => phrase !== "");
  const whole = phrases.flatMap((phrase) => [letters(phrase), letters(phrase.replace(/^(?:the|an?) /, ""))]);
  const parts = phrases.flatMap((phrase) => phrase.split(" ").filter((word) => word.length > 3 && !common.has(word)));
  const words = [...new Set([...whole, ...parts.map(letters)])].filter((word) => word.length > 2);
  const guard: Guard = {
    phrases,
    words,
    skeletons: new Set(words.map(soundOf)),
    codes: words.filter((word) => word.length > 3).flatMap(ciphersOf),
    topic: new Set(wordsOf(plain(question.prompt)).filter((word) => word.length > 4 && !common.has(word))),
    isAboutTruth: phrases.some((phrase) => /^(?:true|false|yes|no)$/.test(phrase)),
    rhymes: new Set(words.filter((word) => word.length > 3).map((word) => word.slice(-3))),
    isAboutNumbers: phrases.some((phrase) => numbers.test(phrase)),
  };
  guards.set(question, guard);
  return guard;
};

/** Whether a line could help anybody with the question that is open. Strict: silence costs nothing. */
export const helpsWith = (text: string, question: OpenQuestion, names: readonly string[]): boolean => {
  const guard = guardOf(question);
  const seen = plain(text);
  const words = wordsOf(seen);
  const clear = wordsOf(unleetWords(seen));
  if (isHint(text) || namesPhrase(guard, text, words)) return true;
  if (
    guard.isAboutNumbers &&
    numbers.test(words.filter((word) => word !== "one" || guard.phrases.includes(word)).join(" "))
  )
    return true;
  if (guard.isAboutTruth && verdict.test(seen)) return true;
  if (words.some((word) => guard.topic.has(word)) || rhymesIn(guard, words) > 1) return true;
  const chunks = seen.split(/\s+/).map((chunk) => letters(unleet(chunk)));
  if (soundsLike(guard, clear, chunks) || holdsWord(guard, seen, clear, chunks)) return true;
  if (isHidden(guard, text, words)) return true;
  return hasStranger(text, names) || clear.some((word) => isPartOf(guard, word));
};

/** "No" begins many a harmless line; alone or before a comma it is an answer. */
const verdict =
  /\b(?:yes|yeah|yep|yup|aye|nope|nah|true|truth|false|fake|lie|lies|fact|indeed|right|wrong|ja|nein|oui|non|si|da|nyet)\b|\bno\b(?! \p{L})|\bno way\b/u;

/** Two different words that end as a choice does are a poem about it. */
const rhymesIn = ({ rhymes }: Guard, words: readonly string[]): number =>
  new Set(words.filter((word) => word.length > 3 && !common.has(word) && rhymes.has(word.slice(-3)))).size;

/** The choices word for word; those of one or two characters, such as "Au" and "42", as they are written or alone. */
const namesPhrase = ({ phrases }: Guard, text: string, words: readonly string[]): boolean => {
  const spaced = ` ${words.join(" ")} `;
  return phrases.some((phrase) => {
    if (!spaced.includes(` ${phrase} `)) return false;
    if (phrase.length > 2 || !common.has(phrase) || phrase === "no" || words.length < 3) return true;
    // "In" and "He" are elements, and words that nobody can do without.
    const capital = `${phrase[0]?.toUpperCase()}${phrase.slice(1)}`;
    return phrase !== "i" && new RegExp(`(?<=[^.!?…]\\s)${capital}(?!\\p{L})`, "u").test(text);
  });
};

/** A choice in the letters of a word or of words side by side, forwards or backwards, or with its vowels left out. */
const soundsLike = ({ words, skeletons }: Guard, clear: readonly string[], chunks: readonly string[]): boolean => {
  const pairs = clear.map((word, at) => letters(word + (clear[at + 1] ?? "")));
  const triples = pairs.map((pair, at) => pair + letters(clear[at + 2] ?? ""));
  const isOne = (token: string): boolean =>
    [token, token.replace(/e?s$/, ""), reversed(token)].some((one) => one.length > 1 && skeletons.has(soundOf(one)));
  if ([...clear, ...chunks, ...pairs, ...triples, ...runsOfLetters(clear)].some(isOne)) return true;
  return words.some((word) => {
    const bare = word.replace(/[aeiou]/g, "");
    return bare.length > 2 && bare !== word && clear.includes(bare);
  });
};

/** A choice within a word or misspelled, or a longer one in the letters of the whole line. */
const holdsWord = ({ words }: Guard, seen: string, clear: readonly string[], chunks: readonly string[]): boolean => {
  const joined = letters(unleet(seen));
  const sound = skeleton(joined);
  const back = skeleton(reversed(joined));
  return words.some((word) => {
    if (word.length < 4) return false;
    if ([...clear, ...chunks].some((token) => token.includes(word))) return true;
    if (word.length < 5) return false;
    if (clear.some((token) => !common.has(token) && isNear(token, word))) return true;
    return joined.includes(word) || sound.includes(skeleton(word)) || back.includes(skeleton(word));
  });
};

/** Letters that stand by themselves, side by side: "p a r i s". */
const runsOfLetters = (words: readonly string[]): readonly string[] =>
  words
    .map((word) => (word.length === 1 ? word : " "))
    .join("")
    .split(/\s+/)
    .filter((run) => run.length > 1);

/** Codes, and what can be read in first letters, last letters or every second one. */
const isHidden = ({ words: wanted, phrases, codes }: Guard, text: string, words: readonly string[]): boolean => {
  const joined = letters(words.join(""));
  if (codes.some((code) => (code.length > 4 ? joined.includes(code) : words.includes(code)))) return true;
  const decoded = decodedIn(text);
  if (phrases.some((phrase) => decoded.some((one) => one.includes(phrase)))) return true;
  const ends = endsOf(words);
  const paths = strides(joined);
  return wanted.some((word) => {
    const back = reversed(word);
    const isOn = (path: string): boolean => path.includes(word) || path.includes(back);
    return ends.some(isOn) || (word.length > 3 && paths.some(isOn));
  });
};

/** The beginning or the end of a choice, where that is no word by itself. */
const isPartOf = ({ words }: Guard, token: string): boolean =>
  token.length > 2 && !common.has(token) && words.some((word) => word.startsWith(token) || word.endsWith(token));
