import type { ServerSettings } from "../../../../src/protocol/admin.ts";

export type Field =
  | { readonly as: "choice"; readonly of: readonly string[] }
  | {
      readonly as: "number";
      readonly least: number;
      readonly most: number;
      readonly unit: "strikes" | "days" | "lines" | "minutes" | "hours";
    }
  | { readonly as: "switch" }
  | { readonly as: "list"; readonly example: string };

/** How each setting is shown. A new one has to be here to compile. */
export const settingFields: { readonly [Name in keyof ServerSettings]: Field } = {
  level: {
    as: "choice",
    of: ["off", "mild", "standard", "strict"],
  },
  languages: {
    as: "list",
    example: "de fr",
  },
  allowedHosts: {
    as: "list",
    example: "en.wikipedia.org",
  },
  strikeLimit: {
    as: "number",
    least: 2,
    most: 20,
    unit: "strikes",
  },
  strikeDays: {
    as: "number",
    least: 1,
    most: 365,
    unit: "days",
  },
  cleanLines: {
    as: "number",
    least: 10,
    most: 10_000,
    unit: "lines",
  },
  muteMinutes: {
    as: "number",
    least: 1,
    most: 1440,
    unit: "minutes",
  },
  banHours: {
    as: "number",
    least: 1,
    most: 8760,
    unit: "hours",
  },
  secondBanHours: {
    as: "number",
    least: 1,
    most: 8760,
    unit: "hours",
  },
  chatDays: {
    as: "number",
    least: 1,
    most: 3650,
    unit: "days",
  },
  sanctionDays: {
    as: "number",
    least: 1,
    most: 3650,
    unit: "days",
  },
  signal: {
    as: "switch",
  },
  learn: {
    as: "switch",
  },
};

export const groups: readonly {
  readonly id: "said" | "strikes" | "kept";
  readonly of: readonly (keyof ServerSettings)[];
}[] = [
  { id: "said", of: ["level", "languages", "allowedHosts", "signal", "learn"] },
  {
    id: "strikes",
    of: ["strikeLimit", "strikeDays", "cleanLines", "muteMinutes", "banHours", "secondBanHours"],
  },
  { id: "kept", of: ["chatDays", "sanctionDays"] },
];

/** Words with spaces, commas or lines between them. */
export const listIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  ),
];

/** What differs from how it was. */
export const changesIn = (before: ServerSettings, after: ServerSettings): Partial<ServerSettings> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ServerSettings]),
    ),
  );
