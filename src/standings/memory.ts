import type { PlayerId } from "../core/ids.ts";
import {
  type BoardLine,
  boards,
  type FinishedGame,
  type GameLine,
  periodOf,
  type Profile,
  type Standings,
} from "./standings.ts";

type Tally = { readonly name: string; readonly kind: "human" | "bot"; readonly score: number; readonly games: number };

/** Games kept for their own pages; boards and profiles are kept for all. */
const gamesKept = 1000;

/** Standings that last as long as the process. */
export const memoryStandings = (): Standings => {
  const periods = new Map<string, Map<PlayerId, Tally>>();
  const profiles = new Map<PlayerId, Profile>();
  const games = new Map<string, FinishedGame>();

  const count = (period: string, line: GameLine): void => {
    const tallies = periods.get(period) ?? new Map<PlayerId, Tally>();
    const before = tallies.get(line.player);
    tallies.set(line.player, {
      name: line.name,
      kind: line.kind,
      score: (before?.score ?? 0) + line.score,
      games: (before?.games ?? 0) + 1,
    });
    periods.set(period, tallies);
  };

  return {
    record: (game) => {
      if (games.has(game.game)) return Promise.resolve();
      games.set(game.game, game);
      if (games.size > gamesKept) games.delete(games.keys().next().value as string);
      forgetPast(periods, game.at);
      for (const line of game.lines) {
        for (const board of boards) count(periodOf(board, game.at), line);
        profiles.set(line.player, withGame(profiles.get(line.player), line));
      }
      return Promise.resolve();
    },
    top: (board, kind, limit, now) => {
      const tallies = [...(periods.get(periodOf(board, now)) ?? [])].filter(([, tally]) => tally.kind === kind);
      tallies.sort(([, a], [, b]) => b.score - a.score || a.games - b.games || (a.name < b.name ? -1 : 1));
      const lines = tallies
        .slice(0, limit)
        .map(([player, tally], index): BoardLine => ({ rank: index + 1, player, ...tally }));
      return Promise.resolve(lines);
    },
    profile: (player) => Promise.resolve(profiles.get(player)),
    game: (id) => Promise.resolve(games.get(id)),
  };
};

/** Drops the days and weeks that are over: their boards are not asked for any more. */
const forgetPast = (periods: Map<string, unknown>, at: number): void => {
  const running = new Set(boards.map((board) => periodOf(board, at)));
  for (const period of periods.keys()) if (!running.has(period)) periods.delete(period);
};

const withGame = (before: Profile | undefined, line: GameLine): Profile => ({
  id: line.player,
  name: line.name,
  kind: line.kind,
  games: (before?.games ?? 0) + 1,
  score: (before?.score ?? 0) + line.score,
  best: Math.max(before?.best ?? 0, line.score),
  wins: (before?.wins ?? 0) + (line.rank === 1 ? 1 : 0),
});
