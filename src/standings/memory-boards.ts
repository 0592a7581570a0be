import type { PlayerId } from "../core/ids.ts";
import type { Ratings } from "./fold-ratings.ts";
import { ratingLine } from "./rate.ts";
import type { BoardLine, PastGame, Place } from "./standings.ts";

type Placed = Pick<BoardLine, "player" | "score" | "games">;

const byPlace = (a: Placed, b: Placed): number =>
  b.score - a.score || a.games - b.games || (a.player < b.player ? -1 : 1);

/** The board of some games, oldest first. */
export const boardOf = (games: readonly PastGame[], kind: "human" | "bot"): readonly BoardLine[] => {
  const sums = new Map<PlayerId, Omit<BoardLine, "rank">>();
  for (const { player, name, score, kind: its } of games.flatMap(({ lines }) => lines)) {
    const before = sums.get(player);
    sums.set(player, {
      player,
      name,
      kind: before?.kind ?? its,
      score: (before?.score ?? 0) + score,
      games: (before?.games ?? 0) + 1,
    });
  }
  const sorted = [...sums.values()].filter((line) => line.kind === kind).toSorted(byPlace);
  return sorted.map((line, index) => ({ rank: index + 1, ...line }));
};

/** Where a player is on a board. */
export const placeIn = (lines: readonly BoardLine[], player: PlayerId): Place | undefined => {
  const line = lines.find((one) => one.player === player);
  return line && { rank: line.rank, score: line.score, games: line.games, of: lines.length };
};

/** Lines under the names that players have on the board of all time. */
export const named = (lines: readonly BoardLine[], whole: readonly BoardLine[]): readonly BoardLine[] => {
  const names = new Map(whole.map(({ player, name }) => [player, name]));
  return lines.map((line) => ({ ...line, name: names.get(line.player) ?? "" }));
};

/** The board of ratings; `whole` has the names. */
export const ratedBoard = (
  ratings: Ratings,
  mode: string | undefined,
  whole: readonly BoardLine[],
): readonly BoardLine[] => {
  const lines = [...(ratings.get(mode ?? "") ?? [])]
    .map(([player, { skill, games }]) => {
      const { rating: score, margin, provisional } = ratingLine(mode, skill, games);
      return { player, name: "", kind: "human" as const, score, games, margin, provisional };
    })
    .toSorted(byPlace)
    .map((line, index) => ({ rank: index + 1, ...line }));
  return named(lines, whole);
};
