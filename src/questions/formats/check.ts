import { alike, decodeEntities, tidy, tidyLine } from "./tidy.ts";
import { type Draft, type DraftChoice, type Item, quoted } from "./draft.ts";
import { type Habit, habitOf, resolveKey } from "./key.ts";
import { extrasOf } from "./extras.ts";
import { type Fault, type ImportedQuestion, LIMITS } from "./pack.ts";
import { Repeats } from "./repeats.ts";
import { difficultyOf, secondsOf } from "./values.ts";

export type Checked = {
  readonly questions: readonly ImportedQuestion[];
  /** In which line each of them begins. */
  readonly lines: readonly number[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
};

/** What of a file's items is fit to be asked, and what is wrong with the others. */
export const check = (items: readonly Item[]): Checked => {
  const drafts = items.flatMap((item) => (item.type === "question" ? [mended(item.draft)] : []));
  const faults = items.flatMap((item) => (item.type === "fault" ? [item.fault] : []));
  const warnings = items.flatMap((item) => (item.type === "warning" ? [item.fault] : []));
  const questions: ImportedQuestion[] = [];
  const lines: number[] = [];
  const habit = habitOf(drafts);
  const repeats = new Repeats();
  const told = new Set<string>();
  const warn = (line: number, field: string, reason: string): void => {
    if (!told.has(reason)) warnings.push({ line, field, reason });
    told.add(reason);
  };
  for (const draft of drafts) {
    const found: Fault[] = [];
    const question = questionOf(draft, habit, (line, field, reason) => found.push({ line, field, reason }), warn);
    const repeat = question === undefined || found.length > 0 ? undefined : repeats.see(question, draft.line);
    if (repeat?.type === "contradicts") found.push({ line: draft.line, field: "key", reason: repeat.reason });
    faults.push(...found);
    if (repeat?.type === "repeats") warnings.push({ line: draft.line, field: "prompt", reason: repeat.reason });
    if (repeat?.type !== "new" || question === undefined) continue;
    questions.push(question);
    lines.push(draft.line);
  }
  return { questions, lines, faults: faults.toSorted(byLine), warnings: warnings.toSorted(byLine) };
};

const byLine = (a: Fault, b: Fault): number => a.line - b.line;

/** No text needs to be longer to be found too long. */
const cut = (text: string): string => text.trim().slice(0, 20_000);

const mended = (draft: Draft): Draft => {
  const decoded = (text: string): string => (draft.plain === true ? cut(text) : decodeEntities(cut(text)));
  return {
    ...draft,
    prompt: tidy(decoded(draft.prompt)),
    choices: draft.choices
      .slice(0, LIMITS.listed)
      .map((choice) => ({ ...choice, text: tidyLine(decoded(choice.text)) })),
    keys: draft.keys.map((key) => ({ ...key, text: tidyLine(decoded(key.text)) })),
    category: tidyLine(decoded(draft.category ?? "")),
    explanation: tidy(decoded(draft.explanation ?? "")),
  };
};

type Tell = (line: number, field: string, reason: string) => void;

const questionOf = (draft: Draft, habit: Habit, fault: Tell, warn: Tell): ImportedQuestion | undefined => {
  const { line, prompt } = draft;
  if (prompt === "") fault(line, "prompt", "there is no question text");
  if (prompt.length > LIMITS.prompt) fault(line, "prompt", tooLong("the question", prompt, LIMITS.prompt));
  const choices = draft.choices
    .map((choice, place) => ({ ...choice, place }))
    .filter(({ text }) => text !== "" || draft.blanks !== true);
  const { extras = {} } = draft;
  if (extras.number === undefined) checkChoices(choices, line, fault);
  const key = extras.number === undefined ? resolveKey(draft, habit) : ({ ok: true, at: -1 } as const);
  if (!key.ok) fault(key.line, "key", key.reason);
  const seconds = secondsOf(draft.seconds ?? "");
  if (seconds === "unknown") warn(line, "seconds", `${quoted(draft.seconds ?? "")} is no time from 3 to 300 seconds`);
  const difficulty = difficultyOf(draft.difficulty ?? "");
  if (difficulty === undefined) {
    warn(line, "difficulty", `${quoted(draft.difficulty ?? "")} is not easy, medium or hard: taken as medium`);
  }
  if (!key.ok) return undefined;
  return {
    prompt,
    choices: extras.number === undefined ? truthful(choices.map(({ text }) => text)) : [],
    key: choices.findIndex(({ place }) => place === key.at),
    category: shortened("category", draft.category ?? "", line, warn),
    difficulty: difficulty ?? "medium",
    explanation: shortened("explanation", draft.explanation ?? "", line, warn),
    ...(typeof seconds === "number" ? { seconds } : {}),
    ...extrasOf(extras, choices, key.at, (field, reason) => fault(line, field, reason)),
  };
};

const checkChoices = (choices: readonly (DraftChoice & { readonly place: number })[], line: number, fault: Tell) => {
  const count = choices.length;
  if (count > LIMITS.choices) {
    const counted = count < LIMITS.listed ? `are ${count}` : `are ${LIMITS.listed} or more`;
    return fault(line, "choices", `there ${counted} choices; at most ${LIMITS.choices} are allowed`);
  }
  if (count < 2) fault(line, "choices", `there ${count === 1 ? "is 1 choice" : "are no choices"}; 2 to 6 are needed`);
  const seen = new Map<string, number>();
  for (const { text, place, line: at = line } of choices) {
    const earlier = seen.get(alike(text));
    if (text === "") fault(at, "choices", `choice ${place + 1} is empty`);
    else if (earlier !== undefined) {
      fault(at, "choices", `choices ${earlier + 1} and ${place + 1} are the same: ${quoted(text)}`);
    } else seen.set(alike(text), place);
    if (text.length > LIMITS.choice) fault(at, "choices", tooLong(`choice ${place + 1}`, text, LIMITS.choice));
  }
};

const tooLong = (what: string, text: string, most: number): string =>
  text.length >= 10_000
    ? `${what} has far more than ${most} characters`
    : `${what} has ${text.length} characters; at most ${most} are allowed`;

const shortened = (field: "category" | "explanation", text: string, line: number, warn: Tell): string => {
  const most = LIMITS[field];
  if (text.length <= most) return text;
  warn(line, field, `the ${field} of the question in line ${line} is cut to ${most} characters`);
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd()}…`;
};

/** Spreadsheets write TRUE and FALSE. */
const truthful = (choices: readonly string[]): readonly string[] => {
  const names = choices.map(alike);
  const isTruth = names.length === 2 && names.includes("true") && names.includes("false");
  return isTruth ? names.map((name) => (name === "true" ? "True" : "False")) : choices;
};
