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

const pathOf = (category: string): string => `top/${escaped(category.replaceAll("/", "//"))}`;

const blockOf = (question: ImportedQuestion): string => {
  const { prompt, difficulty, seconds, explanation } = question;
  const tags = [difficulty, ...(seconds === undefined ? [] : [`${seconds} seconds`])].map((tag) => `[tag:${tag}]`);
  const feedback = explanation === "" ? "" : `\n\t####${escaped(explanation)}`;
  return `// ${tags.join(" ")}\n[plain]${escaped(prompt)}{${answersOf(question)}${feedback}\n}`;
};

const answersOf = ({ choices, key }: ImportedQuestion): string => {
  if (choices.join("\n") === "True\nFalse") return key === 0 ? "TRUE" : "FALSE";
  return choices.map((choice, index) => `\n\t${index === key ? "=" : "~"}${shielded(choice, index === key)}`).join("");
};

/** A choice that looks like a weight or a format, so that it is none. */
const shielded = (choice: string, isRight: boolean): string => {
  const text = choice.startsWith("[") ? `[plain]${escaped(choice)}` : escaped(choice);
  return choice.startsWith("%") ? `${isRight ? "%100%" : "%0%"}${text}` : text;
};

const escaped = (text: string): string =>
  text.replaceAll(/[~=#{}:\\]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`);
