import { signal } from "@preact/signals";
import { fromNow, inDates } from "../text/figures.ts";
import { say } from "../text/say.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Moves on slowly: what is said to be a minute old should not stay so for an hour. */
const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 10 * secondMs);

const steps = [
  { from: dayMs, unit: "day" },
  { from: hourMs, unit: "hour" },
  { from: minuteMs, unit: "minute" },
] as const;

/** Such as `5 min. ago`, or `in 3 days`. */
const distance = (at: number): string => {
  const ms = at - Math.max(now.value, Date.now());
  if (!isTime(at)) return "?";
  if (Math.abs(ms) < 10 * secondMs) return say("admin:justNow");
  const step = steps.find(({ from }) => Math.abs(ms) >= from) ?? { from: secondMs, unit: "second" };
  return fromNow(Math.trunc(ms / step.from), step.unit, { style: "short" });
};

/** An instant as a distance from now; the exact one is its title. */
export const Ago = ({ at }: { readonly at: number }) => (
  <time dateTime={isoOf(at)} title={fullTime(at)}>
    {distance(at)}
  </time>
);

/** An instant to the minute. */
export const Moment = ({ at }: { readonly at: number }) => (
  <time dateTime={isoOf(at)} title={fullTime(at)}>
    {inWords(at, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
  </time>
);

export const fullTime = (at: number): string =>
  inWords(at, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" });

/** The time of the day, to the minute. */
export const clockTime = (at: number): string => inWords(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const inWords = (at: number, options: Intl.DateTimeFormatOptions): string => (isTime(at) ? inDates(at, options) : "?");

const isTime = (at: number): boolean => Math.abs(at) < 8.64e15;
const isoOf = (at: number): string => (isTime(at) ? new Date(at).toISOString() : "");
