import type { DraftChoice } from "./draft.ts";

/**
 * Choices that begin with their own letter, "A) Paris", without it: choices are shuffled when they are asked. All of
 * them have to be lettered in order.
 */
export const unlettered = (choices: readonly DraftChoice[]): readonly DraftChoice[] => {
  const texts = choices.map(({ text }, index) => {
    const [, letter = "", rest] = /^\s*\(?([A-Fa-f])[).:]\s+(\S[^]*)$/.exec(text.slice(0, 20_000)) ?? [];
    return letter.toUpperCase() === String.fromCharCode(65 + index) ? rest : undefined;
  });
  const filled = choices.filter(({ text }) => text.trim() !== "").length;
  if (filled < 2 || texts.filter((text) => text !== undefined).length !== filled) return choices;
  return choices.map((choice, index) => ({ ...choice, text: texts[index] ?? "" }));
};
