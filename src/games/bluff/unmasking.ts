import type { Timings } from "../../core/game.ts";

/** One lie after the other is unmasked in such a share of a reveal, and the truth stays for a whole one. */
const share = 0.5;
const longestReveals = 6;

/** How long each lie is looked at, in ms. With many, each takes less. */
export const stepMs = (options: number, { reveal }: Timings): number =>
  Math.floor(Math.min(share * reveal, ((longestReveals - 1) * reveal) / Math.max(1, options - 1)));

export const unmaskMs = (options: number, timings: Timings): number =>
  (options - 1) * stepMs(options, timings) + timings.reveal;
