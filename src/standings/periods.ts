import { seasonAt, type Season, type SeasonMonths, seasonNow } from "./seasons.ts";
import type { Board, BoardPart } from "./standings.ts";

const dayMs = 86_400_000;
/** 1970 began on a Thursday. */
const mondayOffsetMs = 3 * dayMs;

const weekOf = (at: number): number => Math.floor((at + mondayOffsetMs) / (7 * dayMs));
const dayOf = (at: number): number => Math.floor(at / dayMs);

/** A span of time, or all of it, in which points are summed up. */
type Span = "all" | "week" | "day";
export const spans = ["all", "week", "day"] as const satisfies readonly Span[];

/** The name of the span that an instant falls in. */
export const periodOf = (span: Span, at: number): string => {
  switch (span) {
    case "all":
      return "all";
    case "week":
      return `week ${weekOf(at)}`;
    case "day":
      return `day ${dayOf(at)}`;
  }
};

/** When the span that an instant falls in is over, in ms since 1970; undefined for never. */
export const periodEndOf = (span: Span, at: number): number | undefined => {
  switch (span) {
    case "all":
      return undefined;
    case "week":
      return (weekOf(at) + 1) * 7 * dayMs - mondayOffsetMs;
    case "day":
      return (dayOf(at) + 1) * dayMs;
  }
};

/** Where sums of a season are; another length of seasons has other ones. */
export const seasonPeriod = (months: SeasonMonths, { id }: Season): string => `season ${months} ${id}`;

/** Where ratings are, as though they were sums. */
export const ratingPeriod = "rating";

/** The period within one mode; that of all modes together for none. */
export const within = (period: string, mode: string | undefined): string =>
  mode === undefined ? period : `${period} ${mode}`;

/** Where the lines of a board are; undefined for a season that has not begun, and where there are none. */
export const boardPeriod = (
  board: Board,
  at: number,
  { mode, season: id }: BoardPart,
  months: SeasonMonths,
): string | undefined => {
  switch (board) {
    case "all":
    case "week":
    case "day":
      return within(periodOf(board, at), mode);
    case "season": {
      const season = seasonNow(months, at, id);
      return season && within(seasonPeriod(months, season), mode);
    }
    case "rating":
      return within(ratingPeriod, mode);
  }
};

/** How long a day, or a week of one mode, is kept when it is over: clocks of processes may differ. */
const graceMs = 2 * dayMs;
/** Players' pages tell of weeks as long as that. */
const weeksKept = 27;

export type Period = {
  readonly period: string;
  /** In ms since 1970. */
  readonly end: number | undefined;
  /** Whether names are those of all time: they may change by games that do not count here. */
  readonly isNameless?: boolean;
};

/** The sums of all modes together that a game counts for, of those that can still be asked for. */
export const spansOf = (at: number, now: number): readonly Period[] =>
  spans
    .map((span) => ({ span, period: periodOf(span, at), end: periodEndOf(span, at) }))
    .filter(({ span, end = now }) => end > now - (span === "week" ? weeksKept * 7 * dayMs : graceMs));

/** The sums of its mode and its season that a game counts for, of those that can still be asked for. */
export const partsOf = (
  { at, mode }: { readonly at: number; readonly mode: string },
  months: SeasonMonths,
  now: number,
): readonly Period[] => {
  const ofMode = spans
    .map((span) => ({ period: within(periodOf(span, at), mode), end: periodEndOf(span, at), isNameless: true }))
    .filter(({ end = now }) => end > now - graceMs);
  const season = seasonAt(months, at);
  if (season === undefined) return ofMode;
  const period = seasonPeriod(months, season);
  return [...ofMode, { period, end: season.end }, { period: within(period, mode), end: season.end, isNameless: true }];
};

/** Whether a period is one that nobody can ask for any more. */
export const isOver = (period: string, now: number): boolean => {
  const [, kind, number, mode] = /^(day|week) (\d+)( .+)?$/.exec(period) ?? [];
  if (kind === undefined) return false;
  if (kind === "day") return (Number(number) + 1) * dayMs <= now - graceMs;
  const end = (Number(number) + 1) * 7 * dayMs - mondayOffsetMs;
  return end <= now - (mode === undefined ? weeksKept * 7 * dayMs : graceMs);
};

/** The names of the latest weeks, that of `now` included. */
export const weeksUpTo = (now: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, back) => `week ${weekOf(now) - back}`);

/** When a week began, by its name. */
export const weekAt = (period: string): number => Number(period.slice("week ".length)) * 7 * dayMs - mondayOffsetMs;
