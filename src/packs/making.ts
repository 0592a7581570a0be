import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Question } from "../core/game.ts";
import { type Random, seededRandom, shuffle } from "../core/random.ts";
import { gather } from "../questions/gather.ts";
import type { QuestionRequest, QuestionSource } from "../questions/source.ts";
import { folded } from "../questions/text.ts";

/** A source that does not end by itself soon after it was told to is left behind. */
const graceMs = 2000;

type Wish = Pick<QuestionRequest, "topic" | "count" | "hidden" | "seed"> & { readonly played?: readonly string[] };

/**
 * What a source makes of a wish, its choices in any order, and what it said; rejects when the source fails, or does
 * not stop for `signal`.
 */
export const questionsFrom = async (
  source: QuestionSource,
  wish: Wish,
  signal: AbortSignal,
): Promise<{ readonly questions: readonly Question[]; readonly note: string }> => {
  const done = new AbortController();
  const overdue = async (): Promise<never> => {
    if (!signal.aborted) await once(signal, "abort", { signal: done.signal });
    await delay(graceMs, undefined, { signal: done.signal });
    throw new Error(`${source.name} did not stop`);
  };
  const request = { played: [], asked: new Set<string>(), pack: "", ...wish };
  try {
    const { questions, note } = await Promise.race([gather(source, request, signal), overdue()]);
    const random = seededRandom(`${wish.seed}/choices`);
    return { questions: questions.map((question) => mixed(question, random)), note };
  } finally {
    done.abort();
  }
};

/** Some sources have the right choice in the first place, where a file made of the pack would show it. */
const mixed = (question: Question, random: Random): Question => {
  const order = shuffle([...question.choices.keys()], random);
  return {
    ...question,
    choices: order.map((index) => question.choices[index] as string),
    key: order.indexOf(question.key),
  };
};

/** One question that is not among `others`; undefined when the source has none. */
export const anotherFrom = async (
  source: QuestionSource,
  wish: Omit<Wish, "count" | "played">,
  others: readonly Question[],
  signal: AbortSignal,
): Promise<Question | undefined> => {
  const played = others.map(({ prompt }) => prompt);
  // One is enough of a source that looks at what was played; another may have to give all that it has.
  for (const count of [1, 10, others.length + 10]) {
    const { questions } = await questionsFrom(source, { ...wish, count, played }, signal);
    const fresh = questions.find((question) => isAnother(question, others));
    if (fresh !== undefined || signal.aborted) return fresh;
  }
  return undefined;
};

/** Same words are the same question, but where the pictures differ: many ask which country has this flag. */
const isAnother = (question: Question, others: readonly Question[]): boolean =>
  others
    .filter(({ prompt }) => folded(prompt) === folded(question.prompt))
    .every(({ image }) => image && question.image && image !== question.image);
