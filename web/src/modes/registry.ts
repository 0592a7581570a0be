import type { ComponentType } from "preact";
import type { Part } from "../text/catalogues.ts";

/** What a mode shows of its own. What it leaves out is shown as for every mode. */
export type ModeParts = {
  /** In phases of its own, to who plays or watches. */
  readonly Stage?: ComponentType;
  /** Beside the question, the reveal, the scores and the podium that all modes share. */
  readonly Beside?: ComponentType;
  /** In the place of the choices, where a question has none to show. */
  readonly Answer?: ComponentType;
  /** In phases of its own, on the big screen. */
  readonly Screen?: ComponentType;
  /** Beside what all modes share, on the big screen. */
  readonly ScreenBeside?: ComponentType;
};

type Mode = {
  /** Where its texts are. */
  readonly texts: Part;
  /** Undefined for a mode that shows nothing of its own. */
  readonly load?: () => Promise<ModeParts>;
};

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
};
