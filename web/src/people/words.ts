import { inDates, inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";

/** 22 Nov 2026 */
export const dayText = (at: number): string => inDates(at, { dateStyle: "medium" });
/** 22 Nov 2026, 13:05 */
export const momentText = (at: number): string => inDates(at, { dateStyle: "medium", timeStyle: "short" });
/** 16 Nov: a day of the boards, which is one of UTC. */
export const weekText = (at: number): string => inDates(at, { day: "numeric", month: "short", timeZone: "UTC" });
/** 31 Dec 2026: a day of a season, which is one of UTC. */
export const seasonDayText = (at: number): string => inDates(at, { dateStyle: "medium", timeZone: "UTC" });
export const numberText = (value: number): string => inFigures(value);
/** 3.2 s */
export const secondsText = (ms: number): string =>
  `${inFigures(ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
/** 75%; a dash for a share of nothing. */
export const shareText = (part: number, of: number): string =>
  of === 0 ? "–" : inFigures(part / of, { style: "percent" });
/** A game without a topic was about anything. */
export const topicText = (topic: string): string => topic || say("people:games.mixed");
