import { setTimeout as delay } from "node:timers/promises";

const pollMs = 5;

/** Waits for a condition and gives its value; fails with what was waited for when `timeoutMs` have passed. */
export const until = async <T>(what: string, condition: () => T | undefined | false | null, timeoutMs = 10_000) => {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== false && value !== null) return value;
    if (performance.now() > giveUpAt) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await delay(pollMs);
  }
};
