import type { DraftChoice } from "./draft.ts";
import { type Json, isObject } from "./json-tree.ts";
import { splitList } from "./list.ts";

const wrappers = new Set(["text", "value", "content", "stem"]);

/** A text, or the text in an object that wraps it. */
export const textIn = (value: Json | undefined): string => {
  if (isObject(value)) return textIn([...value.entries].find(([name]) => wrappers.has(name))?.[1]);
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
};

/** The texts of a list, or of a text that lists them. */
export const textsIn = (value: Json, isList: boolean): readonly string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => textIn(one));
  return isList ? splitList(textIn(value), ["\n", "|", ";"]) : [textIn(value)];
};

/** `right` where the choice itself says whether it is. */
export type JsonChoice = DraftChoice & { readonly right?: boolean };

/** Choices in a list, in an object under their letters, or in a text. */
export const choicesIn = (list: Json): readonly JsonChoice[] => {
  if (isObject(list)) {
    const named = [...list.entries].filter(([, value]) => value !== null);
    return named.map(([label, value]) => ({ text: textIn(value), label }));
  }
  if (!Array.isArray(list)) return splitList(textIn(list), ["\n", "|", ";"]).map((text) => ({ text }));
  return (list as readonly Json[]).map((value) =>
    isObject(value) ? choiceIn(value.entries) : { text: textIn(value) },
  );
};

/** What an object for one choice calls its parts, the likeliest name first. */
const textNames =
  "text answerText optionText choiceText statement content value answer option choice title label name body".split(" ");
const labelNames = "letter label id key option identifier index".split(" ");
const rightNames = "correct isCorrect is_correct right isRight is_right isAnswer is_answer fraction weight".split(" ");

const choiceIn = (entries: ReadonlyMap<string, Json>): JsonChoice => {
  const simple = (name: string): boolean => ["string", "number", "boolean"].includes(typeof entries.get(name));
  const text = textNames.find(simple) ?? "";
  const label = labelNames.find((name) => name !== text && simple(name));
  const right = rightNames.find(simple);
  return {
    text: textIn(entries.get(text)),
    ...(label === undefined ? {} : { label: textIn(entries.get(label)) }),
    ...(right === undefined ? {} : { right: isRight(entries.get(right)) }),
  };
};

/** True, or all of a fraction: 1, or 100 in per cent. */
export const isRight = (mark: Json | undefined): boolean =>
  ["true", "1", "100", "yes"].includes(textIn(mark).toLowerCase());
