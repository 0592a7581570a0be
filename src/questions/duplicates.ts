import { folded, singular } from "./text.ts";

/**
 * What two answers have in common when they are the same. Signs that make a difference count as words, so that C,
 * C++ and C# or 5 and -5 stay apart; a leading article does not.
 */
export const answerKey = (answer: string): string => {
  const worded = answer.replace(/^\s*[-−](?=[\d.])/u, " minus ").replace(/[\p{Sm}\p{Sc}#]/gu, signWord);
  return folded(worded).replace(/^(?:the|an?) (?=.)/u, "") || answer.trim();
};

const signWord = (sign: string): string => ` sign${sign.codePointAt(0)} `;

/** Answers that many questions share without being alike. */
const common = new Set(["true", "false", "yes", "no", "all", "none", "all of the above", "none of the above"]);

/** Words that two questions may share without being alike. */
const idle = new Set(
  (
    "a an and are as at be been by called did do does for from had has have how in is it its known many much name " +
    "named of on or that the these this those to was were what when where which who whom whose why with"
  ).split(" "),
);

/** The share of content words from which on two questions with one answer are the same. */
const alike = 0.6;
/** The same, when one of the answers is not known. */
const alikeUnanswered = 0.8;

export type Sameness = "exact" | "near";

/** Questions that are there already, to be asked whether another one is the same as one of them. */
export type DuplicateIndex = {
  /** Without an answer, a question is only held against those that are almost word for word the same. */
  readonly add: (prompt: string, answer?: string) => void;
  readonly find: (prompt: string, answer: string) => Sameness | undefined;
};

/**
 * Texts alone can't tell: of questions that share most words, more than half have another answer ("male parent" and
 * "female parent" of a hybrid). So those with one answer lie together, and only they are compared word by word.
 */
export const duplicateIndex = (): DuplicateIndex => {
  const texts = new Set<string>();
  const byAnswer = new Map<string, Words[]>();
  const unanswered: Words[] = [];
  /** A word's number; one that is not here can be in no question that is. */
  const numbers = new Map<string, number>();
  const learn = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };

  return {
    add: (prompt, answer) => {
      const text = folded(prompt);
      texts.add(text);
      const key = answer === undefined ? undefined : answerKey(answer);
      const words = contentWords(text);
      if (words.length === 0 || (key !== undefined && common.has(key))) return;
      const others = key === undefined ? unanswered : (byAnswer.get(key) ?? []);
      others.push(words.map(learn).toSorted(ascending));
      if (key !== undefined) byAnswer.set(key, others);
    },
    find: (prompt, answer) => {
      const text = folded(prompt);
      if (texts.has(text)) return "exact";
      const words = contentWords(text)
        .map((word, at) => numbers.get(word) ?? numbers.size + at)
        .toSorted(ascending);
      const same = byAnswer.get(answerKey(answer)) ?? [];
      return same.some((others) => share(words, others) >= alike) ||
        unanswered.some((others) => share(words, others) >= alikeUnanswered)
        ? "near"
        : undefined;
    },
  };
};

/** The numbers of a question's words, in ascending order. */
type Words = readonly number[];
const ascending = (a: number, b: number): number => a - b;

/** Of a folded text, each once. */
const contentWords = (text: string): readonly string[] => {
  const words = text.split(" ").filter((word) => word !== "" && !idle.has(word));
  return [...new Set(words.map(singular))];
};

/** How many of the words of two questions are in both (Jaccard). */
const share = (a: Words, b: Words): number => {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) both++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return both / (a.length + b.length - both || 1);
};
