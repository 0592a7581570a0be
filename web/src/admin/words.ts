import type { Sanction } from "../../../src/conduct/conduct.ts";
import type { ReviewKind } from "../../../src/conduct/reviews.ts";
import { inFigures } from "../text/figures.ts";
import { isKey, say } from "../text/say.ts";

/** What the dashboard calls things that the server has short words for. */

/** In the order in which they should be looked at: first where somebody waits. */
export const kindOrder: readonly ReviewKind[] = ["hold", "appeal", "report", "person", "block", "flag"];

/** `too_few_right` as words; what is words already stays as it is. */
const plain = (code: string): string => (/^[a-z0-9_.]+$/.test(code) ? code.replaceAll(/[_.]/g, " ") : code);

/** The server may have words that the page does not know. */
const called = (key: string, code: string): string => (isKey(key) ? say(key) : plain(code));

export const levelWords = (level: string): string => called(`admin:level.${level}`, level);
export const roleWords = (role: string): string => called(`admin:role.${role}`, role);
export const phaseName = (phase: string): string => called(`admin:phase.${phase}`, phase);
export const sourceWords = (source: string): string => called(`admin:source.${source}`, source);
/** Why something is as it is: a code, or what somebody wrote. */
export const causeWords = (cause: string): string => called(`admin:cause.${cause}`, cause);

const failed = ".failed";

/** What the log calls a deed, such as `review.deny`. */
export const deedWords = (action: string): string =>
  action.endsWith(failed)
    ? say("adminServer:deed.failed", { deed: deedWords(action.slice(0, -failed.length)) })
    : called(`adminServer:deed.${action}`, action);

const units = [
  { minutes: 1440, unit: "day" },
  { minutes: 60, unit: "hour" },
] as const;

/** Such as `3 days`. */
export const lengthWords = (minutes: number): string => {
  const size = units.find((one) => minutes >= one.minutes && minutes % one.minutes === 0);
  const { minutes: each, unit } = size ?? { minutes: 1, unit: "minute" };
  return inFigures(minutes / each, { style: "unit", unit, unitDisplay: "long" });
};

/** Such as `Banned from the whole server`. */
export const sanctionWords = ({ kind, scope, lobby }: Pick<Sanction, "kind" | "scope" | "lobby">): string => {
  if (kind === "warning") return say("adminPeople:sanction.warning");
  switch (scope) {
    case "server":
      return say(`adminPeople:sanction.${kind}Server`);
    case "owner":
      return say(`adminPeople:sanction.${kind}Owner`);
    case "lobby":
      return say(`adminPeople:sanction.${kind}Lobby`, { lobby });
  }
};

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export const bytesWords = (bytes: number): string => {
  const step = bytes <= 0 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  const unit = sizes[step] ?? "byte";
  return inFigures(bytes / 1000 ** step, { style: "unit", unit, maximumFractionDigits: step > 1 ? 1 : 0 });
};

export const millisecondWords = (ms: number): string =>
  inFigures(ms, { ...shortly(ms), style: "unit", unit: "millisecond" });

/** At most three figures that matter, without zeros at the end. */
export const figureWords = (value: number): string => inFigures(value, shortly(value));

const shortly = (value: number) => (value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
