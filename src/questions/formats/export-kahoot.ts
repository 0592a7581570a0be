import writeXlsxFile from "write-excel-file/node";
import type { Fault, ImportedQuestion } from "./pack.ts";
import { parlorSheet } from "./parlor.ts";

const places = 4;
const times = [5, 10, 20, 30, 60, 90, 120, 240];
const usualTime = 20;

const header = [
  "",
  "Question - max 120 characters",
  ...[1, 2, 3, 4].map((place) => `Answer ${place} - max 75 characters`),
  "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
  "Correct answer(s) - choose at least one",
];

/** Kahoot's spreadsheet: the header in row 8, questions from row 9 on. No text is ever cut; Kahoot may refuse it. */
export const exportKahoot = async (title: string, questions: readonly ImportedQuestion[]) => {
  const warnings: Fault[] = [];
  const rows = questions.map((question, index) =>
    rowOf(question, index + 1, (field, reason) => warnings.push({ line: index + 1, field, reason })),
  );
  const blank = [textCell("")];
  const preamble = [blank, [textCell(""), textCell(title)], blank, blank, blank, blank, blank];
  const data = [...preamble, header.map(textCell), ...rows];
  const columns = [6, 50, 30, 30, 30, 30, 20, 20].map((width) => ({ width }));
  const bytes = await writeXlsxFile(data, { sheet: parlorSheet, columns }).toBuffer();
  return { bytes: new Uint8Array(bytes), warnings };
};

const rowOf = (question: ImportedQuestion, number: number, warn: (field: string, reason: string) => void) => {
  const { prompt, seconds = usualTime } = question;
  const { choices, key, also } = fitted(question);
  if (question.number !== undefined)
    warn("number", "Kahoot’s spreadsheet has no questions for a number: it has no answers");
  if (question.points !== undefined) warn("points", "Kahoot’s spreadsheet says nothing of points");
  if (prompt.length > 120) warn("prompt", `the question has ${prompt.length} characters; Kahoot takes 120`);
  for (const [place, choice] of choices.entries()) {
    if (choice.length > 75) warn("choices", `choice ${place + 1} has ${choice.length} characters; Kahoot takes 75`);
  }
  if (choices.length < question.choices.length) {
    warn("choices", `Kahoot takes ${places} choices: of ${question.choices.length}, wrong ones are left out`);
  }
  const time = times.toSorted((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds))[0] ?? usualTime;
  if (time !== seconds) warn("seconds", `Kahoot has no limit of ${seconds} seconds: ${time} are given`);
  const texts = Array.from({ length: places }, (_, place) => textCell(choices[place] ?? ""));
  return [numberCell(number), textCell(prompt), ...texts, numberCell(time), rightCell([key, ...also])];
};

/** The first choices, the right one among them. */
const fitted = ({ choices, key, also = [] }: ImportedQuestion) => {
  const kept = [...choices.keys()].filter((place) =>
    key < places ? place < places : place < places - 1 || place === key,
  );
  return {
    choices: kept.map((place) => choices[place] ?? ""),
    key: kept.indexOf(key),
    also: also.map((place) => kept.indexOf(place)).filter((place) => place >= 0),
  };
};

/** Always text, never a formula. `_x0041_` would be read as an A; U+FFFD is left out by the writer. */
const textCell = (text: string) => ({
  value: text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replaceAll("\uFFFD", "_xFFFD_"),
  type: String,
});

/** Their numbers from 1; nothing where there is nothing to choose from. */
const rightCell = (rights: readonly number[]) => {
  const [first = -1, ...others] = rights;
  if (first < 0) return textCell("");
  return others.length === 0 ? numberCell(first + 1) : textCell(rights.map((place) => place + 1).join(","));
};

const numberCell = (value: number) => ({ value, type: Number });
