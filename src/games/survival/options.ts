import type { OptionSpecs } from "../../core/options.ts";

/** What hosts may set about it. `comeback` is how many right answers in a row bring a ghost back; 0 for never. */
export const options = {
  lives: { kind: "choice", values: ["auto", "1", "2", "3"], fallback: "auto" },
  comeback: { kind: "number", least: 0, most: 5, fallback: 3 },
} as const satisfies OptionSpecs;

/** A few players would be done in no time with the lives that suit many. */
const fewPlayers = 4;

/** How many lives everybody begins with. */
export const livesFor = (set: string, players: number): number =>
  set === "auto" ? (players > fewPlayers ? 2 : 3) : Number(set);
