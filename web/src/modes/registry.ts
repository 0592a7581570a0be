import type { Mode } from "./mode.ts";
import { outside } from "./outside.ts";

export type { ModeParts } from "./mode.ts";

/** Every mode that the page knows, in the order in which they are offered. A new one is a line here. */
export const modes: Readonly<Record<string, Mode>> = {
  quiz: { texts: "modeQuiz", load: () => import("./quiz/parts.tsx").then(({ quiz }) => quiz) },
  teams: { texts: "modeTeams", load: () => import("./teams/parts.tsx").then(({ teams }) => teams) },
  bluff: { texts: "modeBluff", load: () => import("./bluff/parts.tsx").then(({ bluff }) => bluff) },
  "find-the-bot": {
    texts: "modeFindTheBot",
    load: () => import("./find-the-bot/parts.tsx").then(({ findTheBot }) => findTheBot),
  },
  "higher-or-lower": {
    texts: "modeHigherOrLower",
    load: () => import("./higher-or-lower/parts.tsx").then(({ higherOrLower }) => higherOrLower),
  },
  survival: {
    texts: "modeSurvival",
    load: () => import("./survival/parts.tsx").then(({ survival }) => survival),
  },
  race: { texts: "modeRace", load: () => import("./race/parts.tsx").then(({ race }) => race) },
  story: { texts: "modeStory", load: () => import("./story/parts.tsx").then(({ story }) => story) },
  ...outside,
};
