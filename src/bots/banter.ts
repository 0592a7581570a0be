import type { Random } from "../core/random.ts";
import type { Persona } from "./personas.ts";

/** A moment at which a bot might say something, as it learns of it from its own frames. */
export type Moment =
  | { readonly type: "result"; readonly right: boolean; readonly answered: boolean; readonly streak: number }
  | { readonly type: "ended"; readonly rank: number };

/** A bot says at most one line in this many ms. */
export const cooldownMs = 20_000;

/** The line for a moment, or undefined: most moments pass in silence. */
export const lineFor = (persona: Persona, moment: Moment, random: Random): string | undefined => {
  const chance = moment.type === "ended" ? Math.min(1, persona.talk * 2) : persona.talk / 2;
  if (random() >= chance) return undefined;
  const lines = linesFor(persona, moment);
  return lines[Math.floor(random() * lines.length)];
};

const linesFor = ({ lines }: Persona, moment: Moment): readonly string[] => {
  if (moment.type === "ended") return moment.rank === 1 ? lines.won : lines.ended;
  if (!moment.answered) return lines.missed;
  if (!moment.right) return lines.wrong;
  return moment.streak >= 3 ? lines.streak : lines.right;
};

/** How long a person would need to type this, in ms: long enough to look alive, never more than 4 s. */
export const typingMs = (text: string): number => Math.min(4000, 600 + 35 * text.length);
