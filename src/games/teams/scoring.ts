import type { FinalStanding } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import { quiz as quizGame } from "../quiz/index.ts";
import type { Side, Teams } from "./state.ts";

export type TeamStanding = {
  readonly team: Side;
  readonly score: number;
  readonly rank: number;
  readonly members: readonly PlayerId[];
};

/** What each captain has earned in the final; nothing before it is closed. */
const finalPoints = ({ quiz, captains }: Teams): ReadonlyMap<PlayerId, number> => {
  const last = captains.size > 0 && quiz !== undefined ? quiz.closed[quiz.questions.length - 1] : undefined;
  return new Map((last ?? []).map(({ player, points }) => [player, points]));
};

/** Everybody's points, as they were at the end once that is there: who leaves or comes then changes nothing. */
const pointsIn = (quiz: NonNullable<Teams["quiz"]>): ReadonlyMap<PlayerId, { readonly score: number }> => {
  const over = quizGame.result(quiz);
  return over === undefined ? quizGame.view(quiz).players : new Map(over.standings.map((line) => [line.player, line]));
};

/** The sides, best first: the average of their members, and what their captain earned in the final (rules P1, F2). */
export const standingsOf = (teams: Teams): readonly TeamStanding[] => {
  const { quiz, sides, sideOf, captains } = teams;
  const shown = quiz === undefined ? undefined : pointsIn(quiz);
  const earned = finalPoints(teams);
  const scored = sides.map((team) => {
    const members = [...sideOf].filter(([player, side]) => side === team && shown?.has(player) !== false);
    const own = members.map(([player]) => (shown?.get(player)?.score ?? 0) - (earned.get(player) ?? 0));
    const average = own.length === 0 ? 0 : own.reduce((sum, score) => sum + score, 0) / own.length;
    const captain = captains.get(team);
    const score = Math.round(average + (captain === undefined ? 0 : (earned.get(captain) ?? 0)));
    return { team, score, members: members.map(([player]) => player) };
  });
  const best = scored.toSorted((one, other) => other.score - one.score);
  return best.map((one) => ({ ...one, rank: best.findIndex(({ score }) => score === one.score) + 1 }));
};

/** Everybody stands where their side stands, with its points (rule P2). */
export const finalStandings = (teams: Teams, own: readonly FinalStanding[]): readonly FinalStanding[] => {
  const places = standingsOf(teams);
  return own
    .map((line) => {
      const team = teams.sideOf.get(line.player);
      const place = places.find((one) => one.team === team);
      const placed = { ...line, score: place?.score ?? 0, rank: place?.rank ?? places.length };
      return team === undefined ? placed : { ...placed, team };
    })
    .toSorted((one, other) => one.rank - other.rank);
};
