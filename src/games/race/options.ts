import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about it. */
export const options = {
  goal: { kind: "number", least: 3, most: 15, fallback: 5 },
} as const satisfies OptionSpecs;
