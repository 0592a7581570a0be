import { stringify } from "csv-stringify/sync";
import type { QuestionRecord } from "../core/game.ts";
import { struckIn } from "./correct.ts";
import type { GameLine, PastGame } from "./standings.ts";

/**
 * What a spreadsheet may still take for a formula when `escape_formulas` has done its part, which looks at the very
 * first character only.
 */
const hiddenFormula = /^(?:[\s\p{Cf}]+[=+\-@＝＋－＠]|\n)/u;

/** A game's results for a spreadsheet: a row for each player, best first, with four columns for each question. */
export const resultsCsv = (game: PastGame): string => {
  const struck = struckIn(game);
  const header = ["rank", "player", "name", "kind", "score", "right"];
  const questions = game.detail.flatMap(({ prompt }, index) => {
    const number = `Question ${index + 1}`;
    return [`${number}: ${prompt}`, `${number}: right`, `${number}: points`, `${number}: seconds`];
  });
  const rows = game.lines.map((line) => [
    line.rank,
    line.player,
    line.name,
    line.kind,
    line.score,
    line.right,
    ...game.detail.flatMap((question) => cellsOf(question, line, struck.has(question.id))),
  ]);
  return stringify([[...header, ...questions], ...rows], {
    // Without the mark Excel takes the text for the code page of its country.
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    // A lone CR or LF would end the row for some readers, and what follows it would begin a cell.
    quoted_match: /[\r\n]/,
    cast: { string: (text) => (hiddenFormula.test(text) ? `'${text}` : text) },
  });
};

/** Empty where the player was not there, or the time or the choice is not theirs. */
const cellsOf = (question: QuestionRecord, { player }: GameLine, isStruck: boolean): (string | number)[] => {
  const outcome = question.outcomes.find((one) => one.player === player);
  if (outcome === undefined) return ["", "", "", ""];
  const { choice, right, points, time, number } = outcome;
  const chosen = choice === null ? "" : (number ?? question.choices[choice] ?? "");
  return [chosen, verdictOf(right, isStruck), points, choice === null ? "" : time / 1000];
};

const verdictOf = (right: boolean, isStruck: boolean): string => {
  if (isStruck) return "struck out";
  return right ? "yes" : "no";
};
