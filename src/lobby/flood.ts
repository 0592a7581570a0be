import type { Talker } from "./state.ts";

const burst = 5;
const refillMs = 1500;
/** Faster than anybody types, slow enough to stop a script: 100 characters a second. */
const msPerCharacter = 10;
const longestTypingMs = 3000;
/** The same may be said so often within this time. */
const sameMost = 2;
const sameMs = 30_000;

const newTalker: Talker = { tokens: burst, lastAt: 0, lines: 0, clean: 0, said: [] };

const tokensAt = (talker: Talker | undefined, at: number): number =>
  talker === undefined ? burst : Math.min(burst, talker.tokens + Math.max(0, at - talker.lastAt) / refillMs);

/** Whether a line of `length` characters comes faster than a person can write (rules T2, T3 and T5 of RULES.md). */
export const isTooFast = (talker: Talker | undefined, length: number, at: number, slowModeSeconds: number): boolean => {
  if (talker === undefined) return false;
  const sinceLast = at - talker.lastAt;
  if (sinceLast < Math.min(longestTypingMs, length * msPerCharacter)) return true;
  if (sinceLast < slowModeSeconds * 1000) return true;
  return tokensAt(talker, at) < 1;
};

/** What makes two lines the same: their letters and digits, in small letters; without any, all of it. */
const sameness = (text: string): string => {
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return (bare === "" ? text : bare).slice(0, 80);
};

/** Whether they have said just this twice within half a minute (rule T10). */
export const isRepeated = (talker: Talker | undefined, text: string, at: number): boolean => {
  if (talker === undefined || talker.said.length < sameMost) return false;
  const what = sameness(text);
  return talker.said.filter((one) => one.what === what && at - one.at < sameMs).length >= sameMost;
};

/** What is known of a talker after a line at `at`. */
export const afterLine = (talker: Talker | undefined, text: string, at: number): Talker => {
  const { lines, clean, said } = talker ?? newTalker;
  return {
    tokens: Math.max(0, tokensAt(talker, at) - 1),
    lastAt: at,
    lines: lines + 1,
    clean: clean + 1,
    said: [...said, { what: sameness(text), at }].slice(-2 * sameMost),
  };
};

/** After a strike good conduct counts from anew. */
export const afterStrike = (talker: Talker | undefined): Talker => ({ ...(talker ?? newTalker), clean: 0 });
