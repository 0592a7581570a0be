import type { PackLine } from "../questions/my-packs.ts";
import { say } from "../text/say.ts";

export type Difficulty = "easy" | "medium" | "hard";

/** A question as one writes it. `key` is the index of the right choice, -1 while none is marked. */
export type Draft = {
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly key: number;
  readonly category: string;
  readonly difficulty: Difficulty;
  readonly explanation: string;
  readonly image: string;
  /** What few questions have; a number has no choices beside it. null and what is empty take away what was there. */
  readonly imageAlt?: string;
  readonly also?: readonly number[];
  readonly points?: 0 | 1 | 2;
  readonly number?: Sought | null;
  readonly accept?: readonly string[];
};

/** What is to be guessed, and between which bounds. */
export type Sought = {
  readonly value: number;
  readonly unit: string;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
};

export type PackQuestion = Draft & { readonly id: string };

export type Pack = PackLine & { readonly questions: readonly PackQuestion[] };

export const emptyDraft: Draft = {
  prompt: "",
  choices: ["", "", "", ""],
  key: -1,
  category: "",
  difficulty: "medium",
  explanation: "",
  image: "",
};

/** The draft as it is sent: without the space around its texts, and without answers left empty. */
export const tidied = (draft: Draft): Draft => {
  const choices = draft.choices.map((choice) => choice.trim());
  const { number, also, accept, imageAlt } = draft;
  const kept = number ? [] : choices.filter(Boolean);
  const placeOf = (index: number): number =>
    choices[index] && !number ? choices.slice(0, index).filter(Boolean).length : -1;
  const key = placeOf(draft.key);
  return {
    ...draft,
    ...(also === undefined ? {} : { also: also.map(placeOf).filter((place) => place >= 0 && place !== key) }),
    ...(accept === undefined ? {} : { accept: accept.map((text) => text.trim()).filter(Boolean) }),
    ...(imageAlt === undefined ? {} : { imageAlt: imageAlt.trim() }),
    prompt: draft.prompt.trim(),
    choices: kept,
    key,
    category: draft.category.trim(),
    explanation: draft.explanation.trim(),
    image: draft.image.trim(),
  };
};

/** What is wrong with a tidied draft; "" when nothing is. */
export const draftFault = ({ choices, key, number }: Draft): string => {
  if (number) return isSound(number) ? "" : say("host:question.badNumber");
  if (choices.length < 2) return say("host:question.leastAnswers");
  if (key < 0) return say("host:question.noKey");
  const seen = new Set(choices.map((choice) => choice.toLowerCase()));
  return seen.size < choices.length ? say("host:question.sameAnswers") : "";
};

const isSound = ({ value, least = -Infinity, most = Infinity }: Sought): boolean =>
  Number.isFinite(value) && least < most && value >= least && value <= most;

/** A question as a server takes it back: a newer one may have more to say of it. */
export const known = (question: Draft): Draft => {
  const { prompt, choices, key, category, difficulty, explanation, image } = question;
  const { imageAlt, also, points, number, accept } = question;
  return {
    prompt,
    choices,
    key,
    category,
    difficulty,
    explanation,
    image,
    ...(imageAlt === undefined ? {} : { imageAlt }),
    ...(also === undefined ? {} : { also }),
    ...(points === undefined ? {} : { points }),
    ...(number ? { number } : {}),
    ...(accept === undefined ? {} : { accept }),
  };
};

/** What differs from the question as it was: only that is sent, and only that can be refused. */
export const changesOf = (before: Draft, after: Draft): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]),
    ),
  );
