import type { GameNotice, Question } from "./game.ts";
import type { PlayerId } from "./ids.ts";

type Correction = { readonly question: string; readonly key: number | null };
type Standing = { readonly player: PlayerId; readonly points: number; readonly rank: number };

/** What a correction makes of each player's points, told to them alone; `questions` are the game's, as they are asked. */
export const correctionNotices = (
  { question, key }: Correction,
  questions: readonly Pick<Question, "id">[],
  standings: readonly Standing[],
): readonly GameNotice[] => {
  const number = questions.findIndex(({ id }) => id === question) + 1;
  const what = key === null ? "was struck out and counts for nobody" : "had the wrong answer marked as right";
  return standings.map(({ player, points, rank }) => ({
    player,
    type: "notice",
    payload: {
      code: key === null ? "question_struck" : "question_rekeyed",
      text: `Question ${number} ${what}. You have ${points} points now.`,
      data: { question, number, total: points, rank },
    },
  }));
};
