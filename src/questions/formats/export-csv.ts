import { stringify } from "csv-stringify/sync";
import { guarded } from "./guard.ts";
import { type ImportedQuestion, LIMITS } from "./pack.ts";
import { parlorHeader } from "./parlor.ts";

/** With a byte order mark: without it Excel takes UTF-8 for something else. */
export const exportCsv = (questions: readonly ImportedQuestion[]): string => {
  const rows = questions.map(({ prompt, choices, key, category, difficulty, explanation, seconds }) => [
    prompt,
    ...Array.from({ length: LIMITS.choices }, (_, index) => choices[index] ?? ""),
    String.fromCharCode(65 + key),
    category,
    difficulty,
    explanation,
    seconds === undefined ? "" : String(seconds),
  ]);
  return `\uFEFF${stringify([parlorHeader, ...rows.map((row) => row.map(guarded))], { record_delimiter: "\r\n", quoted_match: /\n/ })}`;
};
