import type { Pace } from "./pace.ts";

/** The pace of a process alone. `now` is in ms. */
export const memoryPace = (now: () => number): Pace => {
  const next = new Map<string, number>();
  const values = new Map<string, string>();
  return {
    take: async (name, everyMs) => {
      const at = now();
      const slot = Math.max(next.get(name) ?? at, at);
      next.set(name, slot + everyMs);
      return slot - at;
    },
    wait: async (name) => Math.max(0, (next.get(name) ?? 0) - now()),
    recall: async (name) => values.get(name) ?? "",
    remember: async (name, value) => void values.set(name, value),
  };
};
