import type { Erasure, Erasures } from "./erasures.ts";

/** Wishes that last as long as the process. */
export const memoryErasures = (): Erasures => {
  const all = new Map<string, Erasure>();
  return {
    ask: async (player, askedAt) => void all.set(player, { player, askedAt, isDone: false }),
    done: async (player) => {
      const one = all.get(player);
      if (one !== undefined) all.set(player, { ...one, isDone: true });
    },
    since: async (at) => [...all.values()].filter(({ askedAt, isDone }) => askedAt >= at || !isDone),
    removeOlder: async (before) => {
      for (const { player, askedAt, isDone } of all.values()) if (isDone && askedAt < before) all.delete(player);
    },
  };
};
