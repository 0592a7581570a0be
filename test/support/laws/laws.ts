import type { AnyGameEvent, AnyGameState } from "../../../src/core/game.ts";
import { bluffLaws } from "./bluff.ts";
import { findTheBotLaws } from "./find-the-bot.ts";
import { higherOrLowerLaws } from "./higher-or-lower.ts";
import type { Laws } from "./law.ts";
import { quizLaws } from "./quiz.ts";
import { raceLaws } from "./race.ts";
import { storyLaws } from "./story.ts";
import { survivalLaws } from "./survival.ts";
import { teamsLaws } from "./teams.ts";

type AnyLaws = Laws<AnyGameState, AnyGameEvent>;

/** As with a game itself, its types are given up here. */
const asAnyLaws = <State, Event>(laws: Laws<State, Event>): AnyLaws => laws as unknown as AnyLaws;

/** What the laws must know of each mode. A new mode is a line here. */
export const lawsByMode: Readonly<Record<string, AnyLaws>> = {
  quiz: asAnyLaws(quizLaws),
  teams: asAnyLaws(teamsLaws),
  bluff: asAnyLaws(bluffLaws),
  "find-the-bot": asAnyLaws(findTheBotLaws),
  survival: asAnyLaws(survivalLaws),
  race: asAnyLaws(raceLaws),
  "higher-or-lower": asAnyLaws(higherOrLowerLaws),
  story: asAnyLaws(storyLaws),
};
