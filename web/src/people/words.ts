const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const weekDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const percent = new Intl.NumberFormat("en", { style: "percent" });

/** 22 Nov 2026 */
export const dayText = (at: number): string => day.format(at);
/** 22 Nov 2026, 13:05 */
export const momentText = (at: number): string => moment.format(at);
/** 16 Nov: a day of the boards, which is one of UTC. */
export const weekText = (at: number): string => weekDay.format(at);
export const numberText = (value: number): string => value.toLocaleString("en");
/** 3.2 s */
export const secondsText = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
/** 75%; a dash for a share of nothing. */
export const shareText = (part: number, of: number): string => (of === 0 ? "–" : percent.format(part / of));
/** 1 game, 2 games */
export const countText = (count: number, one: string, more = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : more}`;
/** A game without a topic was about anything. */
export const topicText = (topic: string): string => topic || "Mixed trivia";
