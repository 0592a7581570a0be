import type { QuestionRecord } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { struckIn } from "../standings/correct.ts";
import type { GameLine, PastGame } from "../standings/standings.ts";

/** Lines of a game that its page lists; who looks is listed beside them, wherever they came. */
const linesShown = 100;

/** A game for its page: what all have chosen as counts, and of single answers those of `player` alone. */
export const summaryOf = (past: PastGame, player: PlayerId | undefined) => {
  const { game, mode, topic, at, lines, detail, corrections, story } = past;
  const struck = struckIn(past);
  return {
    game,
    mode,
    topic,
    at,
    players: lines.length,
    ...(story === undefined ? {} : { story }),
    lines: linesFor(lines, player),
    questions: detail.map((question) => questionFor(question, struck.has(question.id), player)),
    corrections: corrections.map(({ question, at: correctedAt }) => ({ question, at: correctedAt })),
  };
};

const linesFor = (lines: readonly GameLine[], player: PlayerId | undefined): readonly GameLine[] => {
  const own = lines.slice(linesShown).find((line) => line.player === player);
  return [...lines.slice(0, linesShown), ...(own === undefined ? [] : [own])];
};

const questionFor = (record: QuestionRecord, struck: boolean, player: PlayerId | undefined) => {
  const { outcomes, gifts: _gifts, ...question } = record;
  const counts = question.choices.map(() => 0);
  for (const { choice } of outcomes) if (choice !== null && choice >= 0) counts[choice] = (counts[choice] ?? 0) + 1;
  const mine = outcomes.find((outcome) => outcome.player === player);
  const own = mine && {
    choice: mine.choice,
    right: mine.right,
    points: mine.points,
    time: mine.time,
    ...(mine.number === undefined ? {} : { number: mine.number }),
    ...(mine.wager === undefined ? {} : { wager: mine.wager }),
  };
  return {
    ...question,
    struck,
    counts,
    /** Who gave no answer. */
    silent: outcomes.filter(({ choice }) => choice === null).length,
    ...(own === undefined ? {} : { own }),
  };
};
