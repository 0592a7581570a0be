import { signal } from "@preact/signals";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Moves on slowly: what is said to be a minute old should not stay so for an hour. */
const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 10 * secondMs);

const steps = [
  { from: dayMs, unit: "d" },
  { from: hourMs, unit: "h" },
  { from: minuteMs, unit: "min" },
] as const;

const sizeWords = (ms: number): string => {
  const { from, unit } = steps.find((step) => ms >= step.from) ?? { from: secondMs, unit: "s" };
  return `${Math.floor(ms / from)} ${unit}`;
};

/** Such as `5 min ago`, or `in 3 d`. */
const distance = (at: number): string => {
  const ms = Math.max(now.value, Date.now()) - at;
  if (Math.abs(ms) < 10 * secondMs) return "just now";
  return ms > 0 ? `${sizeWords(ms)} ago` : `in ${sizeWords(-ms)}`;
};

const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** An instant as a distance from now; the exact one is its title. */
export const Ago = ({ at }: { readonly at: number }) => (
  <time dateTime={isoOf(at)} title={fullTime(at)}>
    {distance(at)}
  </time>
);

/** An instant to the minute. */
export const Moment = ({ at }: { readonly at: number }) => (
  <time dateTime={isoOf(at)} title={fullTime(at)}>
    {isTime(at) ? short.format(at) : "?"}
  </time>
);

export const fullTime = (at: number): string => (isTime(at) ? full.format(at) : "?");

const isTime = (at: number): boolean => Math.abs(at) < 8.64e15;
const isoOf = (at: number): string => (isTime(at) ? new Date(at).toISOString() : "");
