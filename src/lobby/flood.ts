import type { Talker } from "./state.ts";

const burst = 5;
const refillMs = 1500;
/** Faster than anybody types, slow enough to stop a script: 100 characters a second. */
const msPerCharacter = 10;
const longestTypingMs = 3000;

const tokensAt = (talker: Talker | undefined, at: number): number =>
  talker === undefined ? burst : Math.min(burst, talker.tokens + Math.max(0, at - talker.lastAt) / refillMs);

/** Whether a line of `length` characters comes faster than a person can write (rules C2 and C3 of RULES.md). */
export const isTooFast = (talker: Talker | undefined, length: number, at: number, slowModeSeconds: number): boolean => {
  if (talker === undefined) return false;
  const sinceLast = at - talker.lastAt;
  if (sinceLast < Math.min(longestTypingMs, length * msPerCharacter)) return true;
  if (sinceLast < slowModeSeconds * 1000) return true;
  return tokensAt(talker, at) < 1;
};

/** The bucket after a line at `at`. */
export const afterLine = (talker: Talker | undefined, at: number): Talker => ({
  tokens: Math.max(0, tokensAt(talker, at) - 1),
  lastAt: at,
});
