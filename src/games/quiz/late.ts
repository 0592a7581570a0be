import type { PlayerId } from "../../core/ids.ts";
import type { Quiz, QuizEvent } from "./state.ts";

/** Somebody takes a seat, or comes back to it (rules C1, L1 to L3). */
export const entering = (quiz: Quiz, player: PlayerId): readonly QuizEvent[] => {
  const before = quiz.players.get(player);
  if (before?.presence === "here") return [];
  const { lateJoin = "zero" } = quiz.options ?? {};
  if (before !== undefined || lateJoin === "zero") return [{ type: "entered", player }];
  if (lateJoin === "closed") return [];
  const score = average(quiz);
  return [score > 0 && isToCome(quiz) ? { type: "entered", player, score } : { type: "entered", player }];
};

/** Points of those who have not left for good, on average. */
const average = ({ players }: Quiz): number => {
  const scores = [...players.values()].filter(({ presence }) => presence !== "gone").map(({ score }) => score);
  return scores.length === 0 ? 0 : Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length);
};

/** Whether there is a question left to answer: who comes after the last one has played nothing. */
const isToCome = ({ phase, current, questions, more }: Quiz): boolean =>
  phase.name === "question" || (phase.name !== "podium" && (current + 1 < questions.length || more > 0));
