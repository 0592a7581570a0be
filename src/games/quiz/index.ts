import type { Game } from "../../core/game.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { asks } from "./moving.ts";
import { options } from "./options.ts";
import { isPlain, ownOf } from "./parts.ts";
import type { Quiz, QuizEvent } from "./state.ts";
import { notices, record, view, viewFor } from "./view.ts";

/** The quiz: timed questions, speed scores, streaks. Its rules are in RULES.md. */
export const quiz: Game<Quiz, QuizEvent> = {
  mode: "quiz",
  options,
  start,
  decide,
  evolve,
  nextDeadline: ({ phase }) => (phase.name === "podium" ? undefined : phase.endsAt),
  view,
  viewFor,
  asks,
  own: ownOf,
  isPlain,
  notices,
  record,
  asked: ({ questions, current }) => questions.slice(0, current + 1),
  mayGather: ({ type }) => type === "answered" || type === "held" || type === "wagered",
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
