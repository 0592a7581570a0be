import type { ProcessHealth } from "../protocol/admin.ts";
import { type HealthStore, mostPoints } from "./health.ts";

/** Figures that last as long as the process. */
export const memoryHealth = (): HealthStore => {
  let points: readonly ProcessHealth[] = [];
  return {
    add: async (point) => {
      const others = points.filter(({ process, at }) => process !== point.process || at !== point.at);
      points = [...others, point]
        .toSorted((a, b) => a.at - b.at || (a.process < b.process ? -1 : 1))
        .slice(-mostPoints);
    },
    since: async (at) => points.filter((point) => point.at >= at),
    removeOlder: async (before) => {
      const left = points.filter(({ at }) => at >= before);
      const gone = points.length - left.length;
      points = left;
      return gone;
    },
  };
};
