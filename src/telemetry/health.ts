import type { ProcessHealth } from "../protocol/admin.ts";

/** How processes did, for charts. May reject with Outage. Times are ms since 1970. */
export type HealthStore = {
  readonly add: (point: ProcessHealth) => Promise<void>;
  /** Of all processes, oldest first. */
  readonly since: (at: number) => Promise<readonly ProcessHealth[]>;
  /** Removes what is older than an instant; answers how much. */
  readonly removeOlder: (before: number) => Promise<number>;
};

/** So many points are given at most, the latest. */
export const mostPoints = 20_000;
