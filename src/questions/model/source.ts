import type { QuestionSource } from "../source.ts";
import { makeQuestions } from "./making.ts";
import type { ModelSourceOptions, Settings } from "./options.ts";
import { topicKey } from "./topic.ts";

const pageSize = 1000;

/**
 * Questions that a language model writes, and that stand up to every check: rules, duplicates, and being answered
 * blind, twice. What passes is kept and asked again in other lobbies with the same topic.
 */
export const modelSource = (options: ModelSourceOptions): QuestionSource => {
  const { store, known } = options;
  let stored: Promise<void> | undefined;
  const learnStored = async (): Promise<void> => {
    for (let after = ""; ;) {
      const page = await store.page(after, pageSize);
      for (const { prompt, choices, key } of page) known.add(prompt, choices[key]);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      after = last.id;
    }
  };
  /** Once a process; again when it failed. */
  const ready = (): Promise<void> => {
    stored ??= learnStored().catch((error: unknown) => {
      stored = undefined;
      throw error;
    });
    return stored;
  };
  const defaults = { solver: options.model, isFit: () => true, timeoutMs: 90_000, parallel: 2 };
  const settings: Settings = { ...defaults, ...options, ready };
  return {
    name: "model",
    supply: (topic) => store.count("model", topicKey(topic)),
    make: (request, signal) => makeQuestions(settings, request, signal),
  };
};
