import { isRight } from "../../core/right.ts";
import type { ImportedQuestion } from "./pack.ts";

/** Moodle's GIFT. Difficulty and time are in comments, as Moodle has no place for them. */
export const exportGift = (questions: readonly ImportedQuestion[]): string => {
  let category = "";
  const blocks = questions.map((question) => {
    const changed = question.category !== category;
    category = question.category;
    return changed ? `$CATEGORY: ${pathOf(category)}\n\n${blockOf(question)}` : blockOf(question);
  });
  return `${blocks.join("\n\n")}\n`;
};

/** A name that begins with a slash could not be told from the step before it. */
const pathOf = (category: string): string =>
  `${category.startsWith("/") ? "" : "top/"}${escaped(category.replaceAll("/", "//"))}`;

const blockOf = (question: ImportedQuestion): string => {
  const { prompt, difficulty, seconds, explanation } = question;
  const tags = [difficulty, ...(seconds === undefined ? [] : [`${seconds} seconds`])].map((tag) => `[tag:${tag}]`);
  const feedback = explanation === "" ? "" : `\n\t####${unformatted(explanation)}`;
  return `// ${tags.join(" ")}\n[plain]${escaped(prompt)}{${answersOf(question)}${feedback}\n}`;
};

const answersOf = (question: ImportedQuestion): string => {
  const { choices, key, number } = question;
  if (number !== undefined) return `#${number.value}`;
  if (choices.join("\n") === "True\nFalse") return key === 0 ? "TRUE" : "FALSE";
  return choices
    .map((choice, index) => {
      const right = isRight(question, index);
      return `\n\t${right ? "=" : "~"}${shielded(choice, right)}`;
    })
    .join("");
};

/** A choice that looks like a weight, so that it is none. */
const shielded = (choice: string, right: boolean): string => {
  const text = unformatted(choice);
  return choice.startsWith("%") ? `${right ? "%100%" : "%0%"}${text}` : text;
};

/** A text that looks like the name of a format, so that it is none. */
const unformatted = (text: string): string => (text.startsWith("[") ? `[plain]${escaped(text)}` : escaped(text));

const escaped = (text: string): string =>
  text.replaceAll(/[~=#{}:\\]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`);
