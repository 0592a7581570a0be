import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about a game of teams. */
export const teamsOptions = {
  teams: { kind: "number", least: 2, most: 4, fallback: 2 },
  /** Whether the sides are made evenly, or picked by who plays. */
  sides: { kind: "choice", values: ["balanced", "picked"], fallback: "balanced" },
  /** Whether the last question is for the captains alone. */
  final: { kind: "switch", fallback: true },
} as const satisfies OptionSpecs;
