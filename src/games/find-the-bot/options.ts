import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about it. Times in seconds. */
export const options = {
  rounds: { kind: "number", least: 1, most: 5, fallback: 3 },
  talk: { kind: "number", least: 30, most: 300, fallback: 120 },
  vote: { kind: "number", least: 15, most: 120, fallback: 40 },
} as const satisfies OptionSpecs;
