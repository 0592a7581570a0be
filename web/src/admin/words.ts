import type { ReviewKind } from "../../../src/conduct/reviews.ts";
import type { Sanction } from "../../../src/conduct/conduct.ts";

/** What the dashboard calls things that the server has short words for. */

export const kindWords: Readonly<Record<ReviewKind, { readonly one: string; readonly many: string }>> = {
  hold: { one: "Held back", many: "Held back until somebody looks" },
  appeal: { one: "Appeal", many: "Appeals" },
  report: { one: "Reported line", many: "Reported lines" },
  person: { one: "Reported person", many: "Reported people" },
  block: { one: "Blocked", many: "Blocked slurs and threats" },
  flag: { one: "Flagged", many: "Flagged by the learned signal" },
};

/** In the order in which they should be looked at: first where somebody waits. */
export const kindOrder: readonly ReviewKind[] = ["hold", "appeal", "report", "person", "block", "flag"];

/** `too_few_right` as words; what is words already stays as it is. */
export const plain = (code: string): string => (/^[a-z0-9_.]+$/.test(code) ? code.replaceAll(/[_.]/g, " ") : code);

const units = [
  { minutes: 1440, one: "day" },
  { minutes: 60, one: "hour" },
  { minutes: 1, one: "minute" },
] as const;

/** Such as `3 days`. */
export const lengthWords = (minutes: number): string => {
  const { minutes: size, one } = units.find((unit) => minutes >= unit.minutes && minutes % unit.minutes === 0) ?? {
    minutes: 1,
    one: "minute",
  };
  return counted(minutes / size, one);
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** Such as `banned from the server`. */
export const sanctionWords = ({ kind, scope, lobby }: Pick<Sanction, "kind" | "scope" | "lobby">): string => {
  if (kind === "warning") return "Warned";
  const verb = kind === "ban" ? "Banned from" : "Muted in";
  switch (scope) {
    case "server":
      return `${verb} the whole server`;
    case "owner":
      return `${verb} the lobbies of one owner`;
    case "lobby":
      return `${verb} lobby ${lobby}`;
  }
};

const sizes = ["B", "KB", "MB", "GB"] as const;

export const bytesWords = (bytes: number): string => {
  const step = bytes <= 0 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  return `${Number((bytes / 1000 ** step).toFixed(step > 1 ? 1 : 0))} ${sizes[step] ?? ""}`;
};

/** At most three figures that matter, without zeros at the end. */
export const figureWords = (value: number): string =>
  value.toLocaleString("en", value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
