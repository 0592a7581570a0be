import type { Verdict } from "../../model/model.ts";

/** What the second opinion says of a text. */
export type Opinion = {
  readonly flagged: boolean;
  /** The one nearest to its threshold, or furthest above it; "other" for what only the server has a name for. */
  readonly category: string;
  /** From 0 to 1, in that category. */
  readonly score: number;
};

/**
 * From which score on a text is flagged. In a quiz people speak of wars, crimes and drugs, so what only names such
 * things needs to be nearly certain; what is meant for somebody who is there, or harms a child, needs less.
 */
export const defaultThresholds: Readonly<Record<string, number>> = {
  harassment: 0.7,
  "harassment/threatening": 0.5,
  hate: 0.5,
  "hate/threatening": 0.4,
  illicit: 0.9,
  "illicit/violent": 0.8,
  "self-harm": 0.7,
  "self-harm/intent": 0.6,
  "self-harm/instructions": 0.5,
  sexual: 0.8,
  "sexual/minors": 0.2,
  violence: 0.9,
  "violence/graphic": 0.85,
};

/**
 * Goes by our thresholds, not by the server's: that one flags far too much violence. A category without a threshold
 * is nothing to us. Only a server that knows none of ours at all is taken at its word.
 */
export const opinionOf = (
  { flagged, scores }: Verdict,
  thresholds: Readonly<Record<string, number>> = defaultThresholds,
): Opinion => {
  const [worst] = Object.entries(thresholds)
    .filter(([category]) => Object.hasOwn(scores, category))
    .map(([category, threshold]) => ({ category, threshold, score: clamp(scores[category] ?? 0) }))
    .toSorted((a, b) => nearness(b) - nearness(a));
  if (worst === undefined) return { flagged, category: flagged ? "other" : "", score: flagged ? 1 : 0 };
  const { category, threshold, score } = worst;
  return { flagged: score >= threshold, category, score };
};

type Scored = { readonly score: number; readonly threshold: number };
const nearness = ({ score, threshold }: Scored): number => score / Math.max(threshold, 0.001);

const clamp = (score: number): number => Math.min(1, Math.max(0, score));
