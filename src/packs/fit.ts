import { setImmediate as breathe } from "node:timers/promises";
import type { Question } from "../core/game.ts";

/** Whether a text may stand where others read it. */
export type IsFit = (text: string) => boolean;

type Read = Pick<Question, "prompt" | "choices" | "category" | "explanation"> & {
  readonly accept?: readonly string[] | undefined;
  readonly number?: { readonly unit: string } | null | undefined;
  readonly imageAlt?: string | undefined;
};
/** A field of a question that is not fit to be read. */
export type Unfit = { readonly index: number; readonly field: keyof Read };

/** Questions judged before others are let in between: a large pack takes a good part of a second. */
const atOnce = 25;

/** What of some questions nobody should have to read; one field a question, and of many the first. */
export const unfitIn = async (questions: readonly Read[], isFit: IsFit, most = Infinity): Promise<readonly Unfit[]> => {
  const found: Unfit[] = [];
  for (const [index, question] of questions.entries()) {
    if (index % atOnce === atOnce - 1) await breathe();
    const field = unfitField(question, isFit);
    if (field !== undefined && found.push({ index, field }) >= most) break;
  }
  return found;
};

const unfitField = (question: Read, isFit: IsFit): keyof Read | undefined => {
  const { prompt, choices, category, explanation, accept = [], number, imageAlt = "" } = question;
  if (!isFit(prompt)) return "prompt";
  if (!choices.every(isFit)) return "choices";
  if (!isFit(category)) return "category";
  if (!accept.every(isFit)) return "accept";
  if (!isFit(number?.unit ?? "")) return "number";
  if (!isFit(imageAlt)) return "imageAlt";
  return isFit(explanation) ? undefined : "explanation";
};
