import { stringify } from "csv-stringify/sync";
import type { Entry } from "../audit/audit.ts";

const columns = [
  "id",
  "at",
  "actor",
  "actorName",
  "action",
  "target",
  "subject",
  "why",
  "before",
  "after",
  "erased",
  "digest",
] as const;

/** What a spreadsheet may still take for a formula when `escape_formulas` has looked at the very first character. */
const hiddenFormula = /^(?:[\s\p{Cf}]+[=+\-@＝＋－＠]|\n)/u;

/** Entries for a spreadsheet, newest first. */
export const auditCsv = (entries: readonly Entry[]): string =>
  stringify([[...columns], ...entries.map(rowOf)], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    cast: { string: (text) => (hiddenFormula.test(text) ? `'${text}` : text) },
  });

const rowOf = ({ id, at, actor, actorName, action, target, subject, why, before, after, isErased, digest }: Entry) => [
  id,
  new Date(at).toISOString(),
  actor,
  actorName,
  action,
  target,
  subject,
  why,
  jsonOf(before),
  jsonOf(after),
  isErased ? "yes" : "",
  digest,
];

const jsonOf = (value: unknown): string => (value === null ? "" : JSON.stringify(value));

/** Entries as lines of JSON, newest first. */
export const auditLines = (entries: readonly Entry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
