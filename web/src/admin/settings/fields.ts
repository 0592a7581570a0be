import type { ServerSettings } from "../../../../src/protocol/admin.ts";

type Words = { readonly name: string; readonly help: string };
export type Field = Words &
  (
    | { readonly as: "choice"; readonly of: readonly string[] }
    | { readonly as: "number"; readonly least: number; readonly most: number; readonly unit: string }
    | { readonly as: "switch" }
    | { readonly as: "list"; readonly example: string }
  );

/** How each setting is shown. A new one has to be here to compile. */
export const settingFields: { readonly [Name in keyof ServerSettings]: Field } = {
  level: {
    as: "choice",
    of: ["off", "mild", "standard", "strict"],
    name: "Strictness of new lobbies",
    help: "Owners may choose another level for their own lobby.",
  },
  languages: {
    as: "list",
    example: "de fr",
    name: "More languages",
    help: "Codes of languages whose word lists count besides English, with spaces between.",
  },
  allowedHosts: {
    as: "list",
    example: "en.wikipedia.org",
    name: "Hosts that links may lead to",
    help: "For lobbies that allow only listed links. One a line, or with spaces between.",
  },
  strikeLimit: {
    as: "number",
    least: 2,
    most: 20,
    unit: "strikes",
    name: "Strikes until a ban",
    help: "So many strikes that count ban somebody from the lobby.",
  },
  strikeDays: {
    as: "number",
    least: 1,
    most: 365,
    unit: "days",
    name: "A strike counts for",
    help: "Then it is forgotten by itself.",
  },
  cleanLines: {
    as: "number",
    least: 10,
    most: 10_000,
    unit: "lines",
    name: "Good conduct",
    help: "After so many lines without a fault the oldest strike wears off.",
  },
  muteMinutes: {
    as: "number",
    least: 1,
    most: 1440,
    unit: "minutes",
    name: "Length of a mute",
    help: "For the strike before the one that bans.",
  },
  banHours: {
    as: "number",
    least: 1,
    most: 8760,
    unit: "hours",
    name: "Length of the first ban",
    help: "By the rules; moderators choose their own.",
  },
  secondBanHours: {
    as: "number",
    least: 1,
    most: 8760,
    unit: "hours",
    name: "Length of the second ban",
    help: "When it comes within 30 days of the first.",
  },
  chatDays: {
    as: "number",
    least: 1,
    most: 3650,
    unit: "days",
    name: "Chat is kept for",
    help: "Older lines are erased for good.",
  },
  sanctionDays: {
    as: "number",
    least: 1,
    most: 3650,
    unit: "days",
    name: "What is over is kept for",
    help: "Strikes, sanctions and decided matters; after that they are erased.",
  },
  signal: {
    as: "switch",
    name: "The learned signal puts lines in the queue",
    help: "It never strikes anybody.",
  },
  learn: {
    as: "switch",
    name: "Decisions train the learned signal",
    help: "Keeps the texts that moderators decide upon, until their authors’ data go.",
  },
};

export const groups: readonly { readonly name: string; readonly of: readonly (keyof ServerSettings)[] }[] = [
  { name: "What is said", of: ["level", "languages", "allowedHosts", "signal", "learn"] },
  {
    name: "Strikes and what follows",
    of: ["strikeLimit", "strikeDays", "cleanLines", "muteMinutes", "banHours", "secondBanHours"],
  },
  { name: "How long data are kept", of: ["chatDays", "sanctionDays"] },
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
