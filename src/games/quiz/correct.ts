import { accept, type Decision, refuse } from "../../core/decider.ts";
import type { GameReason } from "../../core/game.ts";
import { rekeyed } from "../../core/right.ts";
import type { PlayerId } from "../../core/ids.ts";
import { judged } from "./outcomes.ts";
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
  const questions = quiz.questions.map((one) => (one === question && key !== null ? rekeyed(one, key) : one));
  return accept([{ type: "corrected", question: question.id, key, closed: rescored({ ...quiz, questions, struck }) }]);
};

/** What comes of every closed question by these keys; streaks pass over what was struck out. */
const rescored = (quiz: Quiz): Quiz["closed"] => {
  const streaks = new Map<PlayerId, number>();
  const scores = new Map([...quiz.players].map(([player, { gift = 0 }]) => [player, gift]));
  const before = (player: PlayerId) => ({ streak: streaks.get(player) ?? 0, score: scores.get(player) ?? 0 });
  return quiz.closed.map((given, index): readonly Outcome[] => {
    const outcomes = judged(quiz, index, quiz.struck.has(quiz.questions[index]?.id ?? ""), given, before);
    for (const { player, streak, points } of outcomes) {
      streaks.set(player, streak);
      scores.set(player, (scores.get(player) ?? 0) + points);
    }
    return outcomes;
  });
};
