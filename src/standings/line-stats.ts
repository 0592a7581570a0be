import type { PlayerId } from "../core/ids.ts";
import { struckIn } from "./correct.ts";
import type { PastGame } from "./standings.ts";

/** What a player did in one game, beside points and place. */
export type LineStats = {
  /** Answers given, right or wrong. */
  readonly answered: number;
  /** How long the right answers took together, in ms. */
  readonly rightMs: number;
  /** The most right answers in a row. */
  readonly streak: number;
  /** By category: right answers, and answers given. */
  readonly categories: Readonly<Record<string, readonly [number, number]>>;
};

const nothing: LineStats = { answered: 0, rightMs: 0, streak: 0, categories: {} };

type Sum = {
  answered: number;
  rightMs: number;
  run: number;
  streak: number;
  readonly by: Map<string, [number, number]>;
};

/** What each player did in a game. A struck question is passed over, also by streaks. */
export const statsOf = (game: Pick<PastGame, "detail" | "corrections">): ((player: PlayerId) => LineStats) => {
  const struck = struckIn(game);
  const sums = new Map<PlayerId, Sum>();
  for (const { id, category, outcomes } of game.detail) {
    if (struck.has(id)) continue;
    for (const { player, choice, right, time } of outcomes) {
      const sum = sums.get(player) ?? { answered: 0, rightMs: 0, run: 0, streak: 0, by: new Map() };
      sums.set(player, sum);
      sum.run = right ? sum.run + 1 : 0;
      sum.streak = Math.max(sum.streak, sum.run);
      if (right) sum.rightMs += Math.round(time);
      if (choice === null) continue;
      sum.answered++;
      const [rights, answers] = sum.by.get(category) ?? [0, 0];
      if (category !== "") sum.by.set(category, [rights + (right ? 1 : 0), answers + 1]);
    }
  }
  return (player) => {
    const sum = sums.get(player);
    if (sum === undefined) return nothing;
    const { answered, rightMs, streak, by } = sum;
    return { answered, rightMs, streak, categories: Object.fromEntries(by) };
  };
};
