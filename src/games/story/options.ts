import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about it. Times in seconds. */
export const options = {
  turns: { kind: "choice", values: ["seats", "votes"], fallback: "seats" },
  sentences: { kind: "number", least: 2, most: 40, fallback: 12 },
  seconds: { kind: "number", least: 15, most: 180, fallback: 45 },
  language: { kind: "choice", values: ["en", "de", "es", "fr", "pt"], fallback: "en" },
  keep: { kind: "switch", fallback: true },
} as const satisfies OptionSpecs;
