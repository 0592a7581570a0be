/** What the server's short words for a breach mean. */
const breaches: Readonly<Record<string, string>> = {
  slur: "It held a word that puts people down for what they are.",
  threat: "It was a threat.",
  self_harm: "It told somebody to hurt themselves.",
  sexual: "It was sexual talk.",
  solicitation: "It asked people for something nobody should be asked for here.",
  insult: "It was an insult.",
  profanity: "It held a coarse word.",
  mild: "It held a coarse word.",
};

/** Why something was done, in a sentence: of the rules' own reasons, or what somebody wrote. */
export const reasonWords = (reason: string): string => {
  if (reason === "") return "No reason was given.";
  if (Object.hasOwn(breaches, reason)) return breaches[reason] as string;
  // A category of the server's second opinion, such as `harassment/threatening`.
  if (/^[a-z-]+(?:\/[a-z-]+)?$/.test(reason)) return `It was taken for ${reason.replaceAll(/[/-]/g, " ")}.`;
  return `Reason: “${reason}”`;
};

/** The same in a word or a few, for the side of a line. */
export const reasonShort = (reason: string): string => reason.replaceAll(/[_/]/g, " ");

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const timeOf = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayOf = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Such as `12:05`, or `23 November 2026, 12:05` when that is not today. */
export const momentWords = (at: number, now: number): string => {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? timeOf.format(at) : `${dayOf.format(at)}, ${timeOf.format(at)}`;
};

export const dayWords = (at: number): string => dayOf.format(at);

/** How long something still lasts: `4:32`, `5 h 12 min`, or `6 days`. */
export const leftWords = (ms: number): string => {
  const left = Math.max(0, ms);
  const seconds = Math.ceil(left / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  if (left < 2 * dayMs) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(left / dayMs)} days`;
};

const lengths = [
  { minutes: 1440, one: "day" },
  { minutes: 60, one: "hour" },
  { minutes: 1, one: "minute" },
] as const;

/** Such as `3 days`, of a number of minutes. */
export const lengthWords = (minutes: number): string => {
  const { minutes: size, one } = lengths.find((length) => minutes % length.minutes === 0) ?? lengths[2];
  const count = minutes / size;
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
};
