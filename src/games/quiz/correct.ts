import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { pointsFor, streakBonus } from "./scoring.ts";
import type { Outcome, Quiz, QuizEvent } from "./state.ts";

/** Strikes a question that was asked out of the game, or gives it another key, and scores the game again from its log. */
export const correct = (quiz: Quiz, id: string, key: number | null): Decision<QuizEvent, GameReason> => {
  const index = quiz.questions.findIndex((one) => one.id === id);
  const question = quiz.questions[index];
  if (question === undefined || index > quiz.current) return refuse("wrong_question");
  if (quiz.phase.name === "podium") return refuse("wrong_phase");
  if (key !== null && question.choices[key] === undefined) return refuse("no_such_choice");
  const isIn = key === null ? quiz.struck.has(id) : question.key === key;
  if (isIn) return accept([]);
  const struck = key === null ? new Set(quiz.struck).add(id) : quiz.struck;
  const keys = quiz.questions.map((one) => (one === question && key !== null ? key : one.key));
  return accept([{ type: "corrected", question: question.id, key, closed: rescored(quiz, struck, keys) }]);
};

/** What comes of every closed question by these keys; streaks pass over what was struck out. */
const rescored = (quiz: Quiz, struck: ReadonlySet<string>, keys: readonly number[]): Quiz["closed"] => {
  const streaks = new Map<PlayerId, number>();
  return quiz.closed.map((outcomes, index) => {
    const stands = !struck.has(quiz.questions[index]?.id ?? "");
    return outcomes.map((outcome): Outcome => {
      const before = streaks.get(outcome.player) ?? 0;
      const right = stands && outcome.choice !== null && outcome.choice === keys[index];
      const streak = right ? before + 1 : stands ? 0 : before;
      streaks.set(outcome.player, streak);
      const points = right ? pointsFor(outcome.time, quiz.limit) + streakBonus(streak) : 0;
      return { ...outcome, right, points, streak };
    });
  });
};
