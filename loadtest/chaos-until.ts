import { setTimeout as after } from "node:timers/promises";

const pollMs = 5;

/** Waits for a condition; fails with what was waited for when `most` ms have passed. */
export const until = async (what: string, isTrue: () => boolean, most = 90_000, poll = pollMs): Promise<void> => {
  const giveUpAt = performance.now() + most;
  while (!isTrue()) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${most} ms in vain for ${what}`);
    await after(poll);
  }
};
