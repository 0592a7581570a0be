import { accept, type Decision } from "../../core/decider.ts";
import type { GameCommand, GameReason, GameSetup } from "../../core/game.ts";
import { allOptions } from "../../core/options.ts";
import { quiz } from "../quiz/index.ts";
import type { QuizEvent } from "../quiz/state.ts";
import { evolve } from "./evolve.ts";
import { livesFor, options } from "./options.ts";
import { isDecided, quizShown } from "./placing.ts";
import { settledIn } from "./settling.ts";
import type { Survival, SurvivalEvent } from "./state.ts";

/** The quiz is played as it is by default. */
export const start = (setup: GameSetup): readonly SurvivalEvent[] => {
  const { lives, comeback } = allOptions(options, setup.options);
  const [first, ...rest] = quiz.start({ ...setup, options: {} });
  return [
    {
      type: "begun",
      rules: { lives: livesFor(lives, setup.players.length), comeback },
      players: setup.players.map(({ id }) => id),
      event: first as QuizEvent,
    },
    ...rest.map((event): SurvivalEvent => ({ type: "passed", event })),
  ];
};

/** The quiz decides all but when it is over before its time. */
export const decide = (state: Survival, command: GameCommand, now: number): Decision<SurvivalEvent, GameReason> => {
  const ends = endsNow(state, command, now);
  const verdict = quiz.decide(state.quiz, ends ? { type: "stop" } : command, now);
  if (!verdict.ok) return verdict;
  return accept([...(ends ? [{ type: "won" } as const] : []), ...passed(state, verdict.events)], verdict.reply);
};

/** Everybody sees the last answer, and the scores, before it ends (rule E1). */
const endsNow = (state: Survival, { type }: GameCommand, now: number): boolean => {
  if (type !== "tick" && type !== "skip") return false;
  if (quizShown(state.quiz).phase !== "scores" || !isDecided(state)) return false;
  return type === "skip" || now >= (quiz.nextDeadline(state.quiz) ?? Infinity);
};

/** The quiz's events, each with what it does to lives. */
const passed = (state: Survival, events: readonly QuizEvent[]): readonly SurvivalEvent[] => {
  let at = state;
  return events.map((event) => {
    const plain: SurvivalEvent = { type: "passed", event };
    const next = evolve(at, plain);
    const told: SurvivalEvent =
      event.type === "closed" || event.type === "corrected" ? { ...plain, settled: settledIn(next) } : plain;
    at = told === plain ? next : evolve(at, told);
    return told;
  });
};
