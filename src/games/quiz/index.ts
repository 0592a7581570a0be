import type { Game } from "../../core/game.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import type { Quiz, QuizEvent } from "./state.ts";
import { notices, record, view, viewFor } from "./view.ts";

/** The quiz: timed questions, speed scores, streaks. Its rules are in RULES.md. */
export const quiz: Game<Quiz, QuizEvent> = {
  mode: "quiz",
  start,
  decide,
  evolve,
  nextDeadline: ({ phase }) => (phase.name === "podium" ? undefined : phase.endsAt),
  view,
  viewFor,
  notices,
  record,
  asked: ({ questions, current }) => questions.slice(0, current + 1),
  mayGather: (event) => event.type === "answered" || event.type === "held",
  result: ({ phase }) => (phase.name === "podium" ? { standings: phase.standings, counts: phase.counts } : undefined),
};
