import type { QuestionRecord } from "../core/game.ts";
import type { PlayerId } from "../core/ids.ts";
import { isRight, placesOf, rekeyed } from "../core/right.ts";
import type { Correction, GameLine, PastGame, Points } from "./standings.ts";

type Corrected =
  | { readonly ok: true; readonly game: PastGame; readonly changed: boolean }
  | { readonly ok: false; readonly reason: "not_found" | "no_such_choice" | "not_available" };

/** The questions that have been struck out, while the game was played or afterwards. */
export const struckIn = ({ corrections, detail }: Pick<PastGame, "corrections" | "detail">): ReadonlySet<string> =>
  new Set([
    ...corrections.filter((one) => "strike" in one).map(({ question }) => question as string),
    ...detail.filter(({ struck }) => struck === true).map(({ id }) => id as string),
  ]);

/** The game after one more correction. One that is already in changes nothing. */
export const correct = (game: PastGame, correction: Correction, points: Points | undefined): Corrected => {
  const question = game.detail.find(({ id }) => id === correction.question);
  if (question === undefined) return { ok: false, reason: "not_found" };
  if ("key" in correction && question.choices[correction.key] === undefined)
    return { ok: false, reason: "no_such_choice" };
  if (isIn(game, question, correction)) return { ok: true, game, changed: false };
  if (points === undefined) return { ok: false, reason: "not_available" };
  const detail =
    "key" in correction
      ? game.detail.map((one) => (one === question ? rekeyed(one, correction.key) : one))
      : game.detail;
  const next = rescored({ ...game, detail, corrections: [...game.corrections, correction] }, points);
  return { ok: true, game: next, changed: true };
};

const isIn = (game: PastGame, question: QuestionRecord, correction: Correction): boolean =>
  "key" in correction ? question.key === correction.key : struckIn(game).has(question.id);

type Sum = { readonly score: number; readonly right: number; readonly time: number; readonly streak: number };
const nothing: Sum = { score: 0, right: 0, time: 0, streak: 0 };

/** Plays the answers again by the keys as they are now; a struck question is passed over, also by streaks. */
const rescored = (game: PastGame, points: Points): PastGame => {
  const struck = struckIn(game);
  const sums = new Map<PlayerId, Sum>(
    game.detail.flatMap(({ gifts = [] }) => gifts.map(({ player, points: score }) => [player, { ...nothing, score }])),
  );
  const detail = game.detail.map((question): QuestionRecord => {
    const stands = !struck.has(question.id);
    const { number, scoring, limit } = question;
    const places = number === undefined ? undefined : placesOf(number.value, question.outcomes);
    const outcomes = question.outcomes.map((outcome, index) => {
      const { player, choice, time, wager = 0 } = outcome;
      const place = places?.[index];
      const right = stands && (places === undefined ? isRight(question, choice) : place?.nearer === 0);
      const sum = sums.get(player) ?? nothing;
      const streak = places !== undefined ? sum.streak : right ? sum.streak + 1 : 0;
      if (!stands) return { ...outcome, right, points: 0 };
      const scored = scoring && { ...scoring, right, given: choice !== null, score: sum.score, wager, place };
      const won = right || scored !== undefined ? points({ time, limit, streak, ...(scored && { scored }) }) : 0;
      sums.set(player, {
        score: sum.score + won,
        right: sum.right + (right ? 1 : 0),
        time: sum.time + (scoring?.timed === false ? 0 : time),
        streak,
      });
      return { ...outcome, right, points: won };
    });
    return { ...question, outcomes };
  });
  return { ...game, detail, lines: ranked(game.lines, sums) };
};

/** By points, then right answers, then less time; equals share a rank. */
const ranked = (lines: readonly GameLine[], sums: ReadonlyMap<PlayerId, Sum>): readonly GameLine[] => {
  const sumOf = ({ player }: GameLine): Sum => sums.get(player) ?? nothing;
  const isBefore = (a: Sum, b: Sum): number => b.score - a.score || b.right - a.right || a.time - b.time;
  const sorted = lines.toSorted((a, b) => isBefore(sumOf(a), sumOf(b)));
  let rank = 0;
  return sorted.map((line, index) => {
    const above = sorted[index - 1];
    if (above === undefined || isBefore(sumOf(above), sumOf(line)) !== 0) rank = index + 1;
    const { score, right } = sumOf(line);
    return { ...line, score, right, rank };
  });
};
