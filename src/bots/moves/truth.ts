import { chanceOfRight, strengthFor } from "../skill.ts";
import { momentIn, type Planner } from "./move.ts";

const hardness: Readonly<Record<string, number>> = { easy: -1, medium: 0, hard: 1 };

/** Nobody reads longer, however long there is. */
const mostMs = 18_000;

/** Looks for the truth among lies: finds what it knows as its skill allows, and else takes any but its own. */
export const truth: Planner = ({ choices = [] }, situation) => {
  const { own, persona, random, recall, skill, state } = situation;
  const { prompt, image, category, difficulty } = state.game.question;
  const mine = (own as { readonly option?: number | null } | null)?.option ?? -1;
  const known = recall({ prompt, choices, image });
  const edge =
    4 * skill - 2 + strengthFor(persona.strengths, category, prompt) - (known?.b ?? hardness[difficulty] ?? 0);
  const luck = random();
  const pick = random();
  const afterMs = momentIn({ ...situation, leftMs: Math.min(situation.leftMs, mostMs) });
  const others = [...choices.keys()].filter((index) => index !== mine);
  if (known !== undefined && luck < chanceOfRight(edge, others.length)) return { choice: known.key, afterMs };
  const guesses = others.filter((index) => index !== known?.key);
  const choice = guesses[Math.floor(pick * guesses.length)] ?? known?.key;
  return choice === undefined ? undefined : { choice, afterMs };
};
