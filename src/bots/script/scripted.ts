import type { Random } from "../../core/random.ts";
import type { Persona } from "../personas.ts";
import type { Scene } from "../talk.ts";
import { converse } from "./converse.ts";
import { offerPhrase, pick, type Values } from "./pick.ts";
import { nextSentence } from "./story.ts";
import { sayable } from "./words.ts";

export { offerPhrase } from "./pick.ts";
export { asksForAnother, asksForStory, endsStory, isAside, wishesEnding } from "./story.ts";

/** What a persona says on an occasion, with no model: one line, or undefined when silence is better. */
export const scripted = (persona: Persona, scene: Scene, random: Random): string | undefined => {
  const { occasion, game } = scene;
  const { lines } = persona;
  const say = (templates: readonly string[], values: Values = {}) => pick(templates, values, persona, scene, random);
  if (occasion.type === "mention") return converse(persona, scene, occasion.line, random);
  if (game.phase === "question") return undefined;
  switch (occasion.type) {
    case "arrival":
      return say(lines.arrival, { name: sayable(occasion.name, 24) });
    case "reveal":
      if (!occasion.answered) return say(lines.missed);
      if (!occasion.right) return say(lines.wrong);
      return say(occasion.streak >= 3 ? lines.streak : lines.right);
    case "ended":
      if (occasion.rank === 1) return say(lines.won);
      return say([...lines.beaten, ...lines.ended], { winner: sayable(occasion.winner, 24) });
    case "lull":
      return say(lines.lull);
    case "story":
      return nextSentence(persona, scene, occasion, random);
  }
};

/** The line with which a persona offers a game. */
export const offerLine = (persona: Persona, random: Random): string => {
  const { offer } = persona.lines;
  return `${offer[Math.floor(random() * offer.length)] ?? ""} ${offerPhrase}`.trim();
};
