import type { PlayerId } from "../core/ids.ts";

/** One player's line in one finished game. */
export type GameLine = {
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly score: number;
  readonly right: number;
  readonly rank: number;
};

export type FinishedGame = {
  readonly game: string;
  readonly lobby: string;
  readonly mode: string;
  readonly topic: string;
  /** ms since 1970. */
  readonly at: number;
  readonly lines: readonly GameLine[];
};

export const boards = ["all", "week", "day"] as const;
export type Board = (typeof boards)[number];

export type BoardLine = {
  readonly rank: number;
  readonly player: PlayerId;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly score: number;
  readonly games: number;
};

export type Profile = {
  readonly id: PlayerId;
  readonly name: string;
  readonly kind: "human" | "bot";
  readonly games: number;
  readonly score: number;
  readonly best: number;
  readonly wins: number;
};

/** Boards and past games, folded from what lobbies have finished. */
export type Standings = {
  /** Counts a finished game; the same game again changes nothing. */
  readonly record: (game: FinishedGame) => Promise<void>;
  /** The best, people or bots apart, by points, then fewer games, then name. A week begins on Monday, a day at 0:00 UTC. */
  readonly top: (board: Board, kind: "human" | "bot", limit: number, now: number) => Promise<readonly BoardLine[]>;
  readonly profile: (player: PlayerId) => Promise<Profile | undefined>;
  readonly game: (id: string) => Promise<FinishedGame | undefined>;
};

const dayMs = 86_400_000;
/** 1970 began on a Thursday. */
const mondayOffsetMs = 3 * dayMs;

/** The name of the period of a board that an instant falls in. */
export const periodOf = (board: Board, at: number): string => {
  switch (board) {
    case "all":
      return "all";
    case "week":
      return `week ${Math.floor((at + mondayOffsetMs) / (7 * dayMs))}`;
    case "day":
      return `day ${Math.floor(at / dayMs)}`;
  }
};
