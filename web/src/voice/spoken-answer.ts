import { type Match, matchAnswer } from "./match.ts";

/** What was meant by what was perhaps said: by the likeliest of it that means anything. */
export const meant = (
  said: readonly string[],
  choices: readonly string[],
): { readonly text: string; readonly match: Match } => {
  const readings = said.map((text) => ({ text, match: matchAnswer(text, choices) }));
  return readings.find(({ match }) => match.kind !== "none") ?? { text: said[0] ?? "", match: { kind: "none" } };
};

/** Somebody has so long to take back what was understood. */
const confirmMs = 1500;
/** An answer needs so long to the server, on a slow line. */
const wayMs = 600;

/** How long to wait before an understood answer is sent: never so long that the question closes over it. */
export const waitFor = (leftMs: number): number => Math.max(0, Math.min(confirmMs, leftMs - wayMs));
