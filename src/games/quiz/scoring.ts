import type { FinalStanding, Question, Scoring } from "../../core/game.ts";
import type { PlayerId } from "../../core/ids.ts";
import type { Nearness } from "../../core/right.ts";
import type { QuizOptions } from "./options.ts";
import type { Standing } from "./state.ts";

const full = 1000;
const graceMs = 500;
const streakStep = 100;
const streakMost = 500;
const wrongCosts = 250;

/** Points of a right answer after `time` of `limit` ms, without the streak (rule P1, the formula Kahoot made common). */
export const pointsFor = (time: number, limit: number): number =>
  time < graceMs ? full : Math.round(full * (1 - time / limit / 2));

/** What the `streak`-th right answer in a row adds (rule P3). */
export const streakBonus = (streak: number): number =>
  streak < 2 ? 0 : Math.min(streakMost, (streak - 1) * streakStep);

/** What of an answer counts, where its question is not scored as by default. */
type Scored = Scoring & {
  readonly right: boolean;
  readonly given: boolean;
  /** The points that the player has before. */
  readonly score: number;
  readonly wager: number;
  /** Of the answer to a question that asks for a number. */
  readonly place: Nearness | undefined;
};

type Answered = {
  readonly time: number;
  readonly limit: number;
  /** With this answer. */
  readonly streak: number;
  /** Without it the answer is right, and its question usual. */
  readonly scored?: Scored;
};

/** What an answer changes about the points of who gave it; nobody falls below 0 (rules P1 to P11, W2). */
export const quizPoints = (answered: Answered): number => {
  const { time, limit, streak, scored } = answered;
  if (scored === undefined) return pointsFor(time, limit) + streakBonus(streak);
  const stake = Math.min(scored.wager, scored.score);
  const won = Math.round(baseOf(answered, scored) * scored.times) + (scored.right ? stake : -stake);
  // Adding makes 0 of -0, which JSON doesn't have.
  return Math.max(-scored.score, won) + 0;
};

const baseOf = ({ time, limit, streak }: Answered, { right, given, place, timed, wrong }: Scored): number => {
  if (place !== undefined) return (full * (place.of - place.nearer)) / place.of;
  if (right) return timed ? pointsFor(time, limit) + streakBonus(streak) : full;
  return given ? -wrong : 0;
};

const byDifficulty = { easy: 1, medium: 1.5, hard: 2 } as const;

/** How a question is scored; undefined when it is as by default. */
export const scoringOf = (
  options: QuizOptions | undefined,
  { points = 1, difficulty, number }: Pick<Question, "points" | "difficulty" | "number">,
  isLast: boolean,
): Scoring | undefined => {
  const { scoring = "speed", untimed = false, points: rule = "same", wager = false } = options ?? {};
  const factor = rule === "difficulty" ? byDifficulty[difficulty] : rule === "last" && isLast ? 2 : 1;
  const timed = scoring !== "accuracy" && !untimed && number === undefined;
  const wrong = scoring === "negative" && number === undefined ? wrongCosts : 0;
  const times = points * factor;
  const isUsual = timed && wrong === 0 && times === 1 && !(wager && isLast);
  return isUsual ? undefined : { timed, times, wrong };
};

const isBefore = (a: Standing, b: Standing): number => b.score - a.score || b.right - a.right || a.time - b.time;

/** The standings of all who have not left for good, best first; equals share a rank (rule P4). */
export const ranking = (players: ReadonlyMap<PlayerId, Standing>): readonly FinalStanding[] => {
  const listed = [...players].filter(([, standing]) => standing.presence !== "gone");
  listed.sort(([, a], [, b]) => isBefore(a, b));
  let rank = 0;
  return listed.map(([player, standing], index) => {
    const above = listed[index - 1];
    if (above === undefined || isBefore(above[1], standing) !== 0) rank = index + 1;
    return { player, score: standing.score, right: standing.right, rank };
  });
};
