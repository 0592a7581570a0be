import type { Question } from "../core/game.ts";
import { seededRandom, shuffle } from "../core/random.ts";
import type { KeptQuestion, KeptSource, QuestionStore } from "./store.ts";
import { folded } from "./text.ts";

/** Questions kept as long as the process lives. */
export const memoryQuestionStore = (): QuestionStore => {
  const kept = new Map<string, KeptQuestion>();
  const texts = new Set<string>();
  const of = (source: KeptSource, topic: string): readonly Question[] =>
    [...kept.values()]
      .filter((one) => one.source === source && (topic === "" || one.topic === topic))
      .map(({ question }) => question);

  return {
    add: async (questions) =>
      questions
        .filter((one) => {
          const text = folded(one.question.prompt);
          if (kept.has(one.question.id) || texts.has(text)) return false;
          kept.set(one.question.id, one);
          texts.add(text);
          return true;
        })
        .map(({ question }) => question),
    find: async ({ source, topic, limit, not, seed }) =>
      shuffle(
        of(source, topic).filter(({ id }) => !not.has(id)),
        seededRandom(seed),
      ).slice(0, limit),
    count: async (source, topic) => of(source, topic).length,
    page: async (after, limit) =>
      [...kept.values()]
        .map(({ question }) => question)
        .filter(({ id }) => id > after)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  };
};
