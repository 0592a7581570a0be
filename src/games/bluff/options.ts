import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about it. Times in seconds. */
export const options = {
  writing: { kind: "number", least: 15, most: 180, fallback: 45 },
  voting: { kind: "number", least: 10, most: 120, fallback: 20 },
  /** Whether ready-made lies fill up where players have written few. */
  decoys: { kind: "switch", fallback: true },
} as const satisfies OptionSpecs;
