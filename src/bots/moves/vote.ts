import { momentIn, type Planner } from "./move.ts";

/** Nobody reads for longer. */
const mostMs = 15_000;

/** Votes for anything but its own: it has no taste, so every sentence has the same chance. */
export const vote: Planner = ({ choices = [] }, situation) => {
  const mine = (situation.own as { readonly mine?: readonly number[] } | null)?.mine ?? [];
  const open = [...choices.keys()].filter((choice) => !mine.includes(choice));
  const choice = open[Math.floor(situation.random() * open.length)];
  if (choice === undefined) return undefined;
  return { choice, afterMs: momentIn({ ...situation, leftMs: Math.min(situation.leftMs, mostMs) }) };
};
