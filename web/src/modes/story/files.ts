import { say } from "../../text/say.ts";
import type { Line } from "./round.ts";

const textOf = ({ text }: Line): string => (text === "" ? say("modeStory:erased") : text);

/** The story as it is read, and who wrote it. */
export const asText = (title: string, lines: readonly Line[]): string => {
  const authors = [...new Set(lines.filter(({ player }) => player !== "").map(({ name }) => name))];
  return [title, lines.map(textOf).join(" "), authors.join(", "), ""].join("\n\n");
};

/** What would be a mark in Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+|<>~!&-]/g, "\\$&");

/** The story sentence by sentence, each with its author. */
export const asMarkdown = (title: string, lines: readonly Line[]): string => {
  const shown = lines.map((line) => {
    const text = escaped(textOf(line));
    return line.player === "" ? text : `${text} — *${escaped(line.name)}*`;
  });
  return `# ${escaped(title)}\n\n${shown.join("\n\n")}\n`;
};

/** Has the browser keep a text as a file. */
export const save = (name: string, type: string, text: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
