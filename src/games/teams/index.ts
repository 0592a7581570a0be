import type { Game } from "../../core/game.ts";
import { quiz as quizGame } from "../quiz/index.ts";
import { decide, start } from "./decide.ts";
import { evolve } from "./evolve.ts";
import { teamsOptions } from "./options.ts";
import { finalStandings } from "./scoring.ts";
import { formed } from "./sides.ts";
import type { Forming, Teams, TeamsEvent } from "./state.ts";
import { asks, notices, recall, view } from "./view.ts";

/** A quiz for two to four sides. Its rules are in RULES.md; those of the quiz hold inside it. */
export const teams: Game<Teams, TeamsEvent> = {
  mode: "teams",
  options: teamsOptions,
  start,
  decide,
  evolve,
  nextDeadline: ({ gathering, quiz }) =>
    gathering?.endsAt ?? (quiz === undefined ? undefined : quizGame.nextDeadline(quiz)),
  view,
  viewFor: ({ quiz }, player) => (quiz === undefined ? { answer: null, result: null } : quizGame.viewFor(quiz, player)),
  asks,
  own: ({ quiz }, player) => (quiz === undefined ? undefined : quizGame.own?.(quiz, player)),
  notices,
  recall,
  mayGather: (event) => event.type === "quiz" && quizGame.mayGather(event.event),
  record: ({ quiz }) => (quiz === undefined ? [] : quizGame.record(quiz)),
  drawn: ({ forming }) => (forming === undefined ? [] : [forming]),
  redrawn: ({ seed }, from) => [...formed(from as Forming["from"], seed)],
  asked: ({ quiz }) => (quiz === undefined ? [] : quizGame.asked(quiz)),
  result: (state) => {
    const result = state.quiz === undefined ? undefined : quizGame.result(state.quiz);
    return result && { ...result, standings: finalStandings(state, result.standings) };
  },
};
