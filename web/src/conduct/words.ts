import { inDates } from "../text/figures.ts";
import { isKey, say } from "../text/say.ts";

/** Why something was done, in a sentence: of the rules' own reasons, or what somebody wrote. */
export const reasonWords = (reason: string): string => {
  if (reason === "") return say("conduct:reason.none");
  const breach = `conduct:breach.${reason}`;
  if (isKey(breach)) return say(breach);
  if (!/^[a-z-]+(?:\/[a-z-]+)?$/.test(reason)) return say("conduct:reason.given", { reason });
  // A category of the server's second opinion, such as `harassment/threatening`.
  const taken = `conduct:taken.${reason.replace(/\/.*/, "").replaceAll("-", "_")}`;
  return isKey(taken) ? say(taken) : say("conduct:takenFor", { what: reason.replaceAll(/[/-]/g, " ") });
};

/** The same in a word or a few, for the side of a line. */
export const reasonShort = (reason: string): string => {
  const short = `conduct:short.${reason}`;
  return isKey(short) ? say(short) : reason.replaceAll(/[_/]/g, " ");
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Such as `12:05`, or `23 November 2026, 12:05` when that is not today. */
export const momentWords = (at: number, now: number): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return inDates(at, isToday ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" });
};

export const dayWords = (at: number): string => inDates(at, { dateStyle: "long" });

/** How long something still lasts: `4:32`, `5 h 12 min`, or `6 days`. */
export const leftWords = (ms: number): string => {
  const left = Math.max(0, ms);
  const seconds = Math.ceil(left / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  if (left < 2 * dayMs) return say("conduct:left.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return say("conduct:left.days", { days: Math.floor(left / dayMs) });
};

const lengths = [
  { minutes: 1440, key: "conduct:length.day" },
  { minutes: 60, key: "conduct:length.hour" },
  { minutes: 1, key: "conduct:length.minute" },
] as const;

/** Such as `3 days`, of a number of minutes. */
export const lengthWords = (minutes: number): string => {
  const { minutes: size, key } = lengths.find((length) => minutes % length.minutes === 0) ?? lengths[2];
  return say(key, { count: minutes / size });
};
