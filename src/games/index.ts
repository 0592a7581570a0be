import { type AnyGame, asAnyGame } from "../core/game.ts";
import { bluff } from "./bluff/index.ts";
import { findTheBot } from "./find-the-bot/index.ts";
import { higherOrLower } from "./higher-or-lower/index.ts";
import { quiz } from "./quiz/index.ts";
import { race } from "./race/index.ts";
import { story } from "./story/index.ts";
import { survival } from "./survival/index.ts";
import { teams } from "./teams/index.ts";

/** Every mode that can be played. A new one is a line here, and a line in the page's own registry. */
export const games: readonly AnyGame[] = [
  asAnyGame(quiz),
  asAnyGame(teams),
  asAnyGame(bluff),
  asAnyGame(findTheBot),
  asAnyGame(survival),
  asAnyGame(race),
  asAnyGame(higherOrLower),
  asAnyGame(story),
];
