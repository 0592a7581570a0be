import type { GameNotice, Question, QuestionRecord } from "../../core/game.ts";
import { ranksOf } from "./scoring.ts";
import type { Bluff, BluffEvent, Outcome } from "./state.ts";

/** What somebody's round came to, as every mode tells it. */
export const resultOf = (state: Bluff, { player, choice, right, points }: Outcome) => {
  const round = state.closed.at(-1);
  return {
    question: round?.question,
    choice,
    key: round?.key,
    right,
    points: state.struck.has(round?.question ?? "") ? 0 : points,
    total: state.players.get(player)?.score ?? 0,
    streak: 0,
    rank: ranksOf(state.players).get(player) ?? 0,
  };
};

export const notices = (event: BluffEvent, state: Bluff): readonly GameNotice[] => {
  if (event.type === "struck") return struckNotices(event.question, state);
  const round = state.closed.at(-1);
  if (event.type !== "scored" || event.again === true || round === undefined) return [];
  return round.outcomes.map((outcome) => ({
    player: outcome.player,
    type: "result",
    payload: resultOf(state, outcome),
  }));
};

const struckNotices = (question: string, { questions, players }: Bluff): readonly GameNotice[] => {
  const ranks = ranksOf(players);
  const number = questions.findIndex(({ id }) => id === question) + 1;
  return [...players].map(([player, { score }]) => ({
    player,
    type: "notice",
    payload: {
      code: "question_struck",
      text: `Question ${number} was struck out and counts for nobody. You have ${score} points now.`,
      data: { question, total: score, rank: ranks.get(player) ?? 0 },
    },
  }));
};

/** What has happened in each question that is closed. */
export const record = ({ closed, questions, struck, voteMs }: Bluff): readonly QuestionRecord[] =>
  closed.map(({ question, options, key, outcomes }, index) => {
    const { prompt, explanation, category, difficulty } = questions[index] as Question;
    return {
      id: question,
      prompt,
      choices: options.map(({ text }) => text),
      key,
      explanation,
      category,
      difficulty,
      ...(struck.has(question) ? { struck: true } : {}),
      limit: voteMs,
      outcomes: outcomes.map(({ player, choice, right, points, time }) => ({ player, choice, right, points, time })),
    };
  });
