import type { GameNotice } from "./game.ts";
import type { PlayerId } from "./ids.ts";

type Correction = { readonly question: string; readonly key: number | null };
type Standing = { readonly player: PlayerId; readonly points: number; readonly rank: number };

/** What a correction makes of each player's points, told to them alone; `number` is the question's, from 1. */
export const correctionNotices = (
  { question, key }: Correction,
  number: number,
  standings: readonly Standing[],
): readonly GameNotice[] => {
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
