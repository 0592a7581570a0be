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
  const kept = choices.filter(Boolean);
  return {
    ...draft,
    prompt: draft.prompt.trim(),
    choices: kept,
    key: choices[draft.key] ? choices.slice(0, draft.key).filter(Boolean).length : -1,
    category: draft.category.trim(),
    explanation: draft.explanation.trim(),
    image: draft.image.trim(),
  };
};

/** What is wrong with a tidied draft; "" when nothing is. */
export const draftFault = ({ choices, key }: Draft): string => {
  if (choices.length < 2) return say("host:question.leastAnswers");
  if (key < 0) return say("host:question.noKey");
  const seen = new Set(choices.map((choice) => choice.toLowerCase()));
  return seen.size < choices.length ? say("host:question.sameAnswers") : "";
};

/** What differs from the question as it was: only that is sent, and only that can be refused. */
export const changesOf = (before: Draft, after: Draft): Partial<Draft> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Draft]),
    ),
  );
