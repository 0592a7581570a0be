import { parseArgs } from "node:util";
import type { Question } from "../core/game.ts";
import { seededRandom, shuffle } from "../core/random.ts";
import { bankSource, readBank } from "./bank.ts";
import { faultsOf, figuresOf } from "./check.ts";
import { creditOf, factsSource } from "./facts/source.ts";
import { gather } from "./gather.ts";
import type { QuestionSource } from "./source.ts";

const usage = `Without options: checks the bank's questions.
With options: prints questions.
  --source NAME   facts (unless said otherwise) or bank
  --topic WORDS   what they should be about; anything unless said
  --count N       how many, 1 to 10000; 5 unless said
  --seed TEXT     another text gives others`;

const options = {
  source: { type: "string", default: "facts" },
  topic: { type: "string", default: "" },
  count: { type: "string", default: "5" },
  seed: { type: "string", default: "1" },
  help: { type: "boolean", short: "h", default: false },
} as const;

const sources: Readonly<Record<string, () => Promise<QuestionSource>>> = {
  facts: () => Promise.resolve(factsSource()),
  bank: async () => bankSource(await readBank()),
};

/** Where lines go: the console. */
type Voice = { readonly log: (line: string) => unknown; readonly error: (line: string) => unknown };

/** A question for people to read, the right choice marked. */
const printed = (question: Question, number: number, seed: string): string => {
  const { id, prompt, choices, key, category, difficulty, explanation, image } = question;
  const order = shuffle(
    choices.map((choice, i) => `   ${i === key ? "*" : " "} ${choice}`),
    seededRandom(`${seed}/${id}`),
  );
  return [
    `${number}. ${prompt} [${category}, ${difficulty}]`,
    ...(image === "" ? [] : [`   (with a picture of ${image.length} characters)`]),
    ...order,
    `   ${explanation}`,
    `   ${id}: ${creditOf(id) ?? "Parlor’s own (MIT)"}`,
    "",
  ].join("\n");
};

/** Does what the arguments of a command line say and gives the exit code. */
export const run = async (args: readonly string[], say: Voice): Promise<number> => {
  if (args.length === 0) return checkBank(say);
  let values: ReturnType<typeof read>;
  try {
    values = read(args);
  } catch (error) {
    say.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 1;
  }
  if (values.help) {
    say.log(usage);
    return 0;
  }
  const { source, topic, count, seed } = values;
  const request = { topic, count, seed, asked: new Set<string>(), hidden: new Set<string>(), played: [], pack: "" };
  const { questions, note } = await gather(await source(), request, new AbortController().signal);
  if (note !== "") say.log(`${note}\n`);
  if (questions.length === 0) say.log(`There is nothing about “${topic}”.`);
  for (const [i, question] of questions.entries()) say.log(printed(question, i + 1, seed));
  return 0;
};

/** The options, or an error that says what is wrong with them. */
const read = (args: readonly string[]) => {
  const { values } = parseArgs({ args: [...args], options });
  const source = Object.hasOwn(sources, values.source) ? sources[values.source] : undefined;
  if (source === undefined) throw new Error(`--source is facts or bank, not “${values.source}”`);
  const count = /^\d{1,5}$/.test(values.count) ? Number(values.count) : 0;
  if (count < 1 || count > 10_000) throw new Error(`--count is a number from 1 to 10000, not “${values.count}”`);
  if (values.topic.length > 80) throw new Error("--topic has at most 80 characters");
  return { ...values, source, count };
};

const checkBank = async (say: Voice): Promise<number> => {
  const files = await readBank();
  const faults = faultsOf(files);
  const { questions, categories, difficulties, longestIsRight } = figuresOf(files);
  for (const fault of faults) say.error(fault);
  say.log(`${questions} questions in ${categories} categories, ${JSON.stringify(difficulties)}`);
  say.log(`the longest choice is right in ${(longestIsRight * 100).toFixed(1)} %; ${faults.length} faults`);
  return faults.length === 0 && longestIsRight <= 0.3 ? 0 : 1;
};

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), console);
