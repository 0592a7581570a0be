import type { Game } from "../../core/game.ts";
import { quiz } from "../quiz/index.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { options } from "./options.ts";
import { standingsIn } from "./placing.ts";
import type { Survival, SurvivalEvent } from "./state.ts";
import { notices, own, shownMost, view, viewFor } from "./view.ts";

/** Survival: a quiz in which who is wrong loses a life, and the last one wins. Its rules are in RULES.md. */
export const survival: Game<Survival, SurvivalEvent> = {
  mode: "survival",
  options,
  suits: ({ number }) => number === undefined,
  start,
  decide,
  evolve,
  nextDeadline: ({ quiz: state }) => quiz.nextDeadline(state),
  view,
  viewFor,
  asks: ({ quiz: state }, player) => quiz.asks?.(state, player) ?? [],
  own,
  isPlain: ({ quiz: state, lives }) => lives.size <= shownMost && quiz.isPlain?.(state) !== false,
  notices,
  record: ({ quiz: state }) => quiz.record(state),
  asked: ({ quiz: state }) => quiz.asked(state),
  mayGather: (event) => event.type === "passed" && event.settled === undefined && quiz.mayGather(event.event),
  result: (state) => {
    const over = quiz.result(state.quiz);
    return over && { standings: standingsIn(state), counts: over.counts || state.won };
  },
};
