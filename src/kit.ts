/** What a mode stands on: `parlor/kit`, the same for those in this repository and those outside. See `docs/write-a-mode.md`. */
export type { Ask, Move } from "./core/ask.ts";
export { accept, type Decision, fold, refuse } from "./core/decider.ts";
export type {
  FinalStanding,
  Game,
  GameCommand,
  GameNotice,
  GameReason,
  GameSetup,
  GameView,
  KeptStory,
  Player,
  PlayerView,
  PrivateView,
  Question,
  QuestionRecord,
  Timings,
} from "./core/game.ts";
export type { GameId, PlayerId, QuestionId } from "./core/ids.ts";
export { folded, isNear } from "./core/near.ts";
export { onceFor } from "./core/once.ts";
export { allOptions, type Options, type OptionSpecs, type OptionsOf } from "./core/options.ts";
export { type Random, seededRandom, shuffle } from "./core/random.ts";
export { isRight } from "./core/right.ts";
export { pointsFor, streakBonus } from "./games/quiz/scoring.ts";
