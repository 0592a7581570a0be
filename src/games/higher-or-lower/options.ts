import type { OptionSpecs } from "parlor/kit";

/** What hosts may set about it. */
export const options = {
  timed: { kind: "switch", fallback: true },
} as const satisfies OptionSpecs;
