import { type KeyHint, quoted } from "./draft.ts";
import { words } from "./words.ts";
import { alike } from "./tidy.ts";

/** A choice when its key is looked for; a blank one can't be meant. */
type KeyChoice = { readonly text: string; readonly label?: string };

/** One way to understand a key: what it was taken for, and the place of the choice it then means. */
type Reading = { readonly as: "text" | "label" | "letter" | "zero" | "first"; readonly at: number };

/** What a whole file tells about its keys. */
export type Habit = {
  /** Lines that can only count from 0, and only from 1. */
  readonly zero: number | undefined;
  readonly first: number | undefined;
  /** Nobody writes places here: a number is the text of a choice. */
  readonly texts: boolean;
};

type Asked = { readonly choices: readonly KeyChoice[]; readonly keys: readonly KeyHint[]; readonly line: number };

/** So many keys that can be nothing but the text of a choice show what the other keys are. */
const enoughTexts = 5;

export const habitOf = (questions: Iterable<Asked>): Habit => {
  let zero: number | undefined;
  let first: number | undefined;
  let texts = 0;
  let places = 0;
  for (const { choices, keys, line } of questions) {
    for (const hint of keys) {
      if (hint.kind !== "any" && hint.kind !== "number") continue;
      const readings = readingsOf(hint, choices);
      const as = new Set(readings.map((reading) => reading.as));
      if (as.has("label")) continue;
      if (as.has("text")) texts += as.size === 1 ? 1 : 0;
      else {
        places += as.size > 0 ? 1 : 0;
        if (as.has("zero") && !as.has("first")) zero ??= hint.line ?? line;
        if (as.has("first") && !as.has("zero")) first ??= hint.line ?? line;
      }
    }
  }
  return { zero, first, texts: texts >= enoughTexts && places === 0 };
};

export type Resolved =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** The place of the right choice, when there is only one way to understand all that is said about it. */
export const resolveKey = ({ choices, keys, line }: Asked, habit: Habit): Resolved => {
  const said = keys.filter(({ text }) => text !== "");
  const [one] = said;
  const refuse = (reason: string, hint = one): Resolved => ({ ok: false, line: hint?.line ?? line, reason });
  if (one === undefined) return refuse("no right answer is given", keys[0]);
  let left: readonly number[] | undefined;
  for (const hint of said) {
    const readings = likely(readingsOf(hint, choices), habit);
    const places = [...new Set(readings.map(({ at }) => at))];
    if (places.length === 0) return refuse(unknown(hint, choices), hint);
    if (countsBothWays(habit) && readings.every(isCounted)) return refuse(ambiguous(hint, choices, habit), hint);
    left = left === undefined ? places : left.filter((place) => places.includes(place));
  }
  const [at, other] = left ?? [];
  if (at === undefined) return refuse(`the answers given differ: ${said.map(({ text }) => quoted(text)).join(", ")}`);
  if (other !== undefined) return refuse(ambiguous(one, choices, habit));
  return { ok: true, at };
};

const isCounted = ({ as }: Reading): boolean => as === "zero" || as === "first";

/** Then no number of the file is to be trusted, even where it could be only one thing by itself. */
const countsBothWays = ({ zero, first }: Habit): boolean => zero !== undefined && first !== undefined;

/** The readings that what the whole file tells leaves over. */
const likely = (readings: readonly Reading[], { zero, first, texts }: Habit): readonly Reading[] => {
  const told = texts && readings.some(({ as }) => as === "text");
  const counts =
    zero !== undefined && first === undefined ? "zero" : first !== undefined && zero === undefined ? "first" : "";
  return readings.filter(({ as }) => {
    if (told) return as === "text";
    return counts === "" || (as !== "zero" && as !== "first") || as === counts;
  });
};

const readingsOf = (hint: KeyHint, choices: readonly KeyChoice[]): readonly Reading[] => {
  const readings: Reading[] = [];
  const add = (as: Reading["as"], at: number): void => {
    if (choices[at] !== undefined && choices[at].text !== "") readings.push({ as, at });
  };
  const text = hint.text.trim();
  const { kind } = hint;
  if (kind === "any" || kind === "text") add("text", textAt(text, choices));
  if (kind === "any") add("label", labelAt(text, choices));
  if (readings.some(({ as }) => as === "label")) return readings;
  if (kind === "any" || kind === "letter") add("letter", letterOf(text));
  if (kind !== "text" && kind !== "letter") {
    const number = numberOf(text);
    if (kind !== "first") add("zero", number);
    if (kind !== "index") add("first", number - 1);
  }
  return readings;
};

const textAt = (text: string, choices: readonly KeyChoice[]): number => {
  const exact = choices.findIndex((choice) => choice.text === text);
  if (exact !== -1 || text === "") return exact;
  const same = choices.findIndex((choice) => choice.text !== "" && alike(choice.text) === alike(text));
  if (same !== -1) return same;
  const lettered = /^\(?([A-Fa-f])[).:]\s*(\S.*)$/s.exec(text);
  if (lettered === null) return -1;
  const at = letterOf(lettered[1] ?? "");
  return alike(choices[at]?.text ?? "") === alike(lettered[2] ?? "") ? at : -1;
};

const labelAt = (text: string, choices: readonly KeyChoice[]): number => {
  const name = words(text);
  return name === "" ? -1 : choices.findIndex(({ label }) => label !== undefined && words(label) === name);
};

const letterOf = (text: string): number => {
  const letter = /^(?:(?:option|answer|choice) )?([a-f])$/.exec(words(text))?.[1];
  return letter === undefined ? -1 : letter.charCodeAt(0) - 97;
};

const numberOf = (text: string): number => {
  const number = /^(?:(?:option|answer|choice)[ _]?)?(\d{1,3})(?:\.0+)?[.)]?$/i.exec(text)?.[1];
  return number === undefined ? Number.NaN : Number(number);
};

const unknown = (hint: KeyHint, choices: readonly KeyChoice[]): string => {
  const parts = hint.text
    .slice(0, 500)
    .split(/[,;|/&\n]| and /)
    .filter((part) => part.trim() !== "");
  const several = parts.length > 1 && parts.every((text) => readingsOf({ ...hint, text }, choices).length > 0);
  if (several) return `several right answers are not supported: ${quoted(hint.text)}`;
  return `${quoted(hint.text)} is not among the choices`;
};

const ambiguous = (hint: KeyHint, choices: readonly KeyChoice[], habit: Habit): string => {
  const { zero, first } = habit;
  const readings = likely(readingsOf(hint, choices), habit);
  const text = readings.find(({ as }) => as === "text");
  const place = readings.find(({ at }) => at !== text?.at);
  if (text !== undefined && place !== undefined) {
    return `${quoted(hint.text)} may be the choice ${quoted(choices[text.at]?.text ?? "")}, or the place of ${quoted(choices[place.at]?.text ?? "")}`;
  }
  const doubt = `${quoted(hint.text)} may count from 0 or from 1`;
  return zero === undefined || first === undefined
    ? `${doubt}: nothing in the file tells; write the letter or the text of the choice`
    : `${doubt}: the file counts from 0 in line ${zero}, from 1 in line ${first}`;
};
