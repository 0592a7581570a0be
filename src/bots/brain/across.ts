import { longestLine } from "../screen.ts";

/** A window begins at every so many words: what is split over two lines has the rest of it to be found in. */
const step = 4;

/** Texts that hold the end of what was said and the start of what comes next, so that nothing hides by being split. */
export const across = (said: string, next: string): readonly string[] => {
  const before = said.split(" ");
  const after = next.split(" ");
  const windows: string[] = [];
  for (let start = before.length - 1; start >= 0; start -= step) {
    const tail = before.slice(start).join(" ");
    const head = fitting(after, longestLine - tail.length - 1);
    if (head !== "") windows.push(`${tail} ${head}`);
  }
  return [...windows, `${(before.at(-1) ?? "").replace(/[.!?…]+$/u, "")}${after[0] ?? ""}`];
};

/** As many of the first words as fit. */
const fitting = (words: readonly string[], length: number): string => {
  let text = "";
  for (const word of words) {
    const longer = text === "" ? word : `${text} ${word}`;
    if (longer.length > length) break;
    text = longer;
  }
  return text;
};
