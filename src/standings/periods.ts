import type { Board } from "./standings.ts";

const dayMs = 86_400_000;
/** 1970 began on a Thursday. */
const mondayOffsetMs = 3 * dayMs;

const weekOf = (at: number): number => Math.floor((at + mondayOffsetMs) / (7 * dayMs));
const dayOf = (at: number): number => Math.floor(at / dayMs);

/** The name of the period of a board that an instant falls in. */
export const periodOf = (board: Board, at: number): string => {
  switch (board) {
    case "all":
      return "all";
    case "week":
      return `week ${weekOf(at)}`;
    case "day":
      return `day ${dayOf(at)}`;
  }
};

/** When the period of a board that an instant falls in is over, in ms since 1970; undefined for never. */
export const periodEndOf = (board: Board, at: number): number | undefined => {
  switch (board) {
    case "all":
      return undefined;
    case "week":
      return (weekOf(at) + 1) * 7 * dayMs - mondayOffsetMs;
    case "day":
      return (dayOf(at) + 1) * dayMs;
  }
};

/** The names of the latest weeks, that of `now` included. */
export const weeksUpTo = (now: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, back) => `week ${weekOf(now) - back}`);

/** When a week began, by its name. */
export const weekAt = (period: string): number => Number(period.slice("week ".length)) * 7 * dayMs - mondayOffsetMs;
