import type { Question } from "../../src/core/game.ts";
import type { QuestionId } from "../../src/core/ids.ts";

/** A question as a person sends it. */
export const draft = (word: string, changes: object = {}) => ({
  prompt: `What about ${word}?`,
  choices: [`${word} one`, `${word} two`, `${word} three`],
  key: 1,
  ...changes,
});

/** A question as a pack keeps it. */
export const packQuestion = (id: string, changes: Partial<Question> = {}): Question => ({
  id: id as QuestionId,
  prompt: `What about ${id}?`,
  choices: ["One", "Two", "Three"],
  key: 2,
  category: "Words",
  difficulty: "hard",
  explanation: "Because.",
  image: "https://example.org/a.png",
  ...changes,
});

/** An id as the server makes them. */
export const idOf = (word: string): string => word.padEnd(22, "-");
