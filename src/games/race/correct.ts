import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason, Question } from "../../core/game.ts";
import { closed } from "./answering.ts";
import { evolve } from "./evolve.ts";
import { winnerOf } from "./scoring.ts";
import type { Race, RaceEvent } from "./state.ts";

/** Strikes a question out, or gives it another key; an open one may be over by that (rule P4). */
export const correct = (race: Race, id: string, key: number | null, now: number): Decision<RaceEvent, GameReason> => {
  const index = race.questions.findIndex((one) => one.id === id);
  const question = race.questions[index];
  if (question === undefined || index > race.current) return refuse("wrong_question");
  if (race.phase.name === "podium") return refuse("wrong_phase");
  if (key !== null && question.choices[key] === undefined) return refuse("no_such_choice");
  if (key === null ? race.struck.has(id) : question.key === key) return accept([]);
  const event: RaceEvent = { type: "corrected", question: question.id, key };
  return accept([event, ...overIfSettled(evolve(race, event), index, now)]);
};

/** There is nothing to wait for when it was struck out, or when somebody has been right all along. */
const overIfSettled = (race: Race, index: number, now: number): readonly RaceEvent[] => {
  const { phase } = race;
  if (index !== race.current || (phase.name !== "buzzing" && phase.name !== "answering")) return [];
  const question = race.questions[index] as Question;
  const isOver = race.struck.has(question.id) || winnerOf(phase.tries, question) !== undefined;
  return isOver ? [closed(race, phase.tries, Math.min(now, phase.endsAt))] : [];
};
