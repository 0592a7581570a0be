import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { judge } from "../src/moderation/judge.ts";
import { learnedOf, readShipped, type Learned } from "../src/moderation/learned/model.ts";
import type { Row } from "../src/moderation/learned/rows.ts";
import { trainOn } from "../src/moderation/learned/train.ts";
import { corpora } from "./corpora.ts";
import { costOf, figuresOf, type Labelled, sharesOf, tableHead, tableRow } from "./measure.ts";
import { decidingOn } from "./decisions.ts";
import { bankRows, dictionaryRows } from "./own.ts";

const usage = `Trains and measures the model that finds lines for moderators; training/README.md says where its corpora are had.
  DIR             the folder with the corpora; those that are not there are left out
  --out FILE      learns from the corpora in DIR and writes the model here
  --seed TEXT     another text learns in another order
  --across        for every corpus learned from: learns from all others and measures by it
  --retrain NAME  how the model gets better by decisions on lines of that corpus, which is otherwise only measured by
  --beside        also what the filter finds without the model, and both together
  --lines FILE    measures by lines of JSON, such as {"text": "…", "label": "ok" or "abusive", "kind": "…"}
Without --out the model that comes with Parlor is measured.`;

const options = {
  out: { type: "string" },
  seed: { type: "string", default: "1" },
  across: { type: "boolean", default: false },
  beside: { type: "boolean", default: false },
  retrain: { type: "string" },
  lines: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Read = { readonly name: string; readonly use: "train" | "test"; readonly rows: readonly Row[] };

/** The corpora that are there. */
const readCorpora = async (directory: string): Promise<readonly Read[]> => {
  const read: Read[] = [];
  for (const [name, { file, use, read: rowsIn }] of Object.entries(corpora)) {
    const text = await readFile(join(directory, file), "utf8").catch(() => undefined);
    if (text === undefined) console.error(`${file} is not there: nothing of “${name}”`);
    else read.push({ name, use, rows: rowsIn(text) });
  }
  return read;
};

const learnFrom = async (read: readonly Read[], seed: string): Promise<Uint8Array> => {
  const taught = read.filter(({ use }) => use === "train").flatMap(({ rows }) => rows);
  return trainOn([...taught, ...(await bankRows()), ...(await dictionaryRows())], { seed });
};

type Group = { readonly name: string; readonly rows: readonly Labelled[] };

const print = (model: Learned, groups: readonly Group[]): void => {
  console.log(`threshold ${model.threshold.toFixed(3)}\n\n${tableHead}`);
  for (const { name, rows } of groups) console.log(tableRow(name, figuresOf(model, rows)));
  const texts = groups.flatMap(({ rows }) => rows.slice(0, 1000).map(({ text }) => text));
  if (texts.length > 0) console.log(`\n${costOf(model, texts, () => performance.now()).toFixed(1)} µs a line`);
};

/** What the model adds to the filter: recall / false alarms of each and of both. */
const printBeside = ({ score, threshold }: Learned, groups: readonly Group[]): void => {
  const isCoarse = (text: string) => judge(text, { level: "standard", purpose: "chat" }).action !== "allow";
  const isFound = (text: string) => score(text) >= threshold;
  console.log("\n| lines | filter | model | either |\n| --- | --- | --- | --- |");
  for (const { name, rows } of groups) {
    const either = sharesOf((text) => isCoarse(text) || isFound(text), rows);
    console.log(`| ${name} | ${sharesOf(isCoarse, rows)} | ${sharesOf(isFound, rows)} | ${either} |`);
  }
};

const across = async (read: readonly Read[], seed: string): Promise<void> => {
  console.log(tableHead);
  for (const left of read.filter(({ use }) => use === "train")) {
    const others = read.filter((one) => one !== left);
    const model = learnedOf(await learnFrom(others, seed));
    console.log(tableRow(left.name, figuresOf(model, left.rows)));
  }
};

const lineFormat = z.object({ text: z.string(), label: z.enum(["ok", "abusive"]), kind: z.string() });

const readLines = async (file: string): Promise<readonly Group[]> => {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const parsed = lines.map((line) => lineFormat.parse(JSON.parse(line)));
  const groups = Map.groupBy(parsed, ({ kind }) => kind);
  return [...groups].map(([name, some]) => ({
    name,
    rows: some.map(({ text, label }) => ({ text, label: label === "abusive" ? 1 : 0 })),
  }));
};

const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [directory] = positionals;
if (values.help || (directory === undefined && values.lines === undefined)) {
  console.log(usage);
} else {
  const read = directory === undefined ? [] : await readCorpora(directory);
  if (values.out !== undefined) await writeFile(values.out, await learnFrom(read, values.seed));
  const file = values.out === undefined ? await readShipped() : await readFile(values.out);
  const decided = read.find(({ name }) => name === values.retrain);
  if (values.retrain !== undefined && decided === undefined) {
    console.error(`there is no corpus “${values.retrain}” in that folder`);
    process.exitCode = 1;
  } else if (values.across) {
    await across(read, values.seed);
  } else if (decided !== undefined) {
    console.log(decidingOn(file, decided.rows, await bankRows(), values.seed));
  } else {
    const tests = read.filter(({ use }) => use === "test");
    const model = learnedOf(file);
    for (const groups of [tests, values.lines === undefined ? [] : await readLines(values.lines)]) {
      if (groups.length > 0) print(model, groups);
      if (groups.length > 0 && values.beside) printBeside(model, groups);
    }
  }
}
