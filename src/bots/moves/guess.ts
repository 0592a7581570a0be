import { roughNumberOf } from "./guess-knowledge.ts";
import { momentIn, partOf, type Planner } from "./move.ts";

type Pair = { readonly known: { readonly value: number }; readonly asked: { readonly id: string } };

/** Nobody thinks about it for longer. */
const mostMs = 9000;
/** How often a number comes to mind: rarely to the poorest player, nearly always to the best. */
const comesToMind = { least: 0.1, most: 0.9 };

/** Says higher or lower: from what it knows, if it comes to mind, and else by chance. */
export const guess: Planner = ({ choices = [] }, situation) => {
  const { state, skill, random, leftMs } = situation;
  const pair = partOf(state, "pair") as Pair | undefined;
  const chance = comesToMind.least + (comesToMind.most - comesToMind.least) * skill;
  const [luck, coin] = [random(), random()];
  const rough = pair !== undefined && luck < chance ? roughNumberOf(pair.asked.id) : undefined;
  const difference = rough === undefined ? 0 : rough - (pair as Pair).known.value;
  const isHigher = difference === 0 ? coin < 0.5 : difference > 0;
  const afterMs = momentIn({ ...situation, leftMs: Math.min(leftMs, mostMs) });
  return { choice: Math.max(0, choices.indexOf(isHigher ? "higher" : "lower")), afterMs };
};
