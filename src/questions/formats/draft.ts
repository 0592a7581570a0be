import type { Extras, Fault } from "./pack.ts";

/** A question as a file has it: nothing decoded, nothing checked, the key still in the file's own words. */
export type Draft = {
  readonly line: number;
  readonly prompt: string;
  readonly choices: readonly DraftChoice[];
  /** Whatever the file says about which choice is right; all of it has to agree. */
  readonly keys: readonly KeyHint[];
  readonly category?: string;
  readonly difficulty?: string;
  readonly explanation?: string;
  readonly seconds?: string;
  /** As the file has them, of their types and not looked at; places in `also` count blank choices, too. */
  readonly extras?: Extras;
  /** The format leaves columns blank for choices that a question doesn't have. */
  readonly blanks?: boolean;
  /** The text is exactly what it says: no HTML entity in it is meant as one. */
  readonly plain?: boolean;
};

export type DraftChoice = {
  readonly text: string;
  readonly line?: number;
  /** What the file calls this choice, when a key may name it so. */
  readonly label?: string;
};

export type KeyHint = {
  readonly text: string;
  readonly line?: number;
  /** How the file's format says that it is to be read; `any` when it doesn't. `first` is a place counted from 1. */
  readonly kind: "any" | "text" | "letter" | "number" | "index" | "first";
};

/** What a reader finds, in the order of the file. */
export type Item =
  | { readonly type: "question"; readonly draft: Draft }
  | { readonly type: "fault"; readonly fault: Fault }
  | { readonly type: "warning"; readonly fault: Fault };

export const question = (draft: Draft): Item => ({ type: "question", draft });
export const fault = (line: number, field: string, reason: string): Item => ({
  type: "fault",
  fault: { line, field, reason },
});
export const warning = (line: number, field: string, reason: string): Item => ({
  type: "warning",
  fault: { line, field, reason },
});

/** What somebody wrote, short enough to be quoted in a reason. */
export const quoted = (text: string): string => {
  const line = text.slice(0, 200).replaceAll(/\s+/g, " ").trim();
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
};

/** The choices of a question about truth, and the key of one of them. */
export const truth = (right: boolean, line: number): Pick<Draft, "choices" | "keys"> => ({
  choices: [{ text: "True" }, { text: "False" }],
  keys: [{ text: right ? "0" : "1", line, kind: "index" }],
});
