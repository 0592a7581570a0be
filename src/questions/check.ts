import type { BankFile } from "./bank.ts";
import { folded } from "./text.ts";

/** What is wrong with a bank, one line a fault. */
export const faultsOf = (files: readonly BankFile[]): readonly string[] => {
  const prompts = new Map<string, string>();
  const ids = new Set<string>();
  const faults: string[] = [];
  for (const { questions } of files) {
    for (const question of questions) {
      const { id } = question;
      if (ids.has(id)) faults.push(`${id}: the id comes twice`);
      ids.add(id);
      const same = prompts.get(folded(question.prompt));
      if (same !== undefined) faults.push(`${id}: the same question as ${same}`);
      prompts.set(folded(question.prompt), id);
      faults.push(...questionFaults(question).map((fault) => `${id}: ${fault}`));
    }
  }
  return faults;
};

const questionFaults = ({ prompt, correct, wrong, explanation, fact }: BankFile["questions"][number]): string[] => {
  const choices = [correct, ...wrong].map(folded);
  const faults: string[] = [];
  if (choices.some((choice) => choice === "")) faults.push("a choice without a letter or digit");
  if (new Set(choices).size !== 4) faults.push("the choices are not four different ones");
  if (holds(prompt, correct)) faults.push("the prompt holds the right choice");
  if (prompt.length > 150) faults.push("the prompt is too long");
  if ([correct, ...wrong].some((choice) => choice.length > 48)) faults.push("a choice is too long");
  if (explanation.length > 160 || explanation.includes("\n")) faults.push("the explanation is not one line");
  if (!/^[^:]{2,}: .{2,}/.test(fact)) faults.push("the fact is not “subject: statement”");
  return faults;
};

const holds = (prompt: string, correct: string): boolean =>
  folded(correct).length >= 3 && ` ${folded(prompt)} `.includes(` ${folded(correct)} `);

export type BankFigures = {
  readonly questions: number;
  readonly categories: number;
  readonly difficulties: Readonly<Record<string, number>>;
  /** Share of questions whose right choice is longer than each wrong one. */
  readonly longestIsRight: number;
};

/** How many there are of what, and how often a guess at the longest choice is right. */
export const figuresOf = (files: readonly BankFile[]): BankFigures => {
  const all = files.flatMap(({ questions }) => questions);
  const difficulties: Record<string, number> = {};
  for (const { difficulty } of all) difficulties[difficulty] = (difficulties[difficulty] ?? 0) + 1;
  const longest = all.filter(({ correct, wrong }) => wrong.every((choice) => choice.length < correct.length)).length;
  return { questions: all.length, categories: files.length, difficulties, longestIsRight: longest / all.length };
};
