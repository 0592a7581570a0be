import { stringify } from "csv-stringify/sync";
import { extraCells, extraHeader } from "./extras.ts";
import { guarded } from "./guard.ts";
import { type ImportedQuestion, LIMITS } from "./pack.ts";
import { parlorHeader } from "./parlor.ts";

/** With a byte order mark: without it Excel takes UTF-8 for something else. */
export const exportCsv = (questions: readonly ImportedQuestion[]): string => {
  const cells = questions.map(extraCells);
  const isExtra = cells.some((row) => row.some((cell) => cell !== ""));
  const header = isExtra ? [...parlorHeader, ...extraHeader] : parlorHeader;
  const rows = questions.map(({ prompt, choices, key, category, difficulty, explanation, seconds }, row) => [
    prompt,
    ...Array.from({ length: LIMITS.choices }, (_, index) => choices[index] ?? ""),
    key < 0 ? "" : String.fromCharCode(65 + key),
    category,
    difficulty,
    explanation,
    seconds === undefined ? "" : String(seconds),
    ...(isExtra ? (cells[row] ?? []) : []),
  ]);
  return `\uFEFF${stringify([header, ...rows.map((row) => row.map(guarded))], { record_delimiter: "\r\n", quoted_match: /\n/ })}`;
};
