import type { Outcome } from "./send.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long to wait after each failure; together a little less than a day. */
export const waits: readonly number[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour,
];

/** Tries for what is older than a day: it has waited behind something that failed all day, or is sent again. */
const triesWhenOld = 3;

/** What is to become of a delivery. */
export type Verdict =
  | { readonly state: "delivered" }
  | { readonly state: "due"; readonly waitMs: number; readonly error: string }
  | { readonly state: "given_up"; readonly error: string; readonly gone: boolean };

/**
 * Judges a try. `attempts` counts it, too; `age` is that of what is told, in ms; `chance`, in [0, 1), spreads the
 * next tries of many deliveries over a fifth of the wait on either side.
 */
export const verdictOf = (outcome: Outcome, attempts: number, age: number, chance: number): Verdict => {
  if ("status" in outcome && outcome.status >= 200 && outcome.status < 300) return { state: "delivered" };
  const error = "status" in outcome ? `status ${outcome.status}` : outcome.error;
  // "Gone" is how a receiver says that it wants no more.
  if ("status" in outcome && outcome.status === 410) return { state: "given_up", error, gone: true };
  const wait = waits[attempts - 1];
  if (wait === undefined || (age > day && attempts >= triesWhenOld)) return { state: "given_up", error, gone: false };
  return { state: "due", waitMs: Math.round(wait * (0.8 + 0.4 * chance)), error };
};
