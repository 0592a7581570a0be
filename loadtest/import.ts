import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { exportPack } from "../src/questions/formats/export.ts";
import { importQuestions } from "../src/questions/formats/import.ts";
import { type ImportedQuestion, LIMITS } from "../src/questions/formats/pack.ts";
import { randomOf } from "./chaos-random.ts";

/**
 * `node loadtest/import.ts`: the CPU time and memory that it takes to import the largest files that are taken, one of
 * each format, with as many questions as may be. Each is measured in a process of its own.
 */
const random = randomOf(1);
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.éß“”";

const text = (length: number): string =>
  Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");

const question = (index: number, explained: number): ImportedQuestion => ({
  prompt: `Question ${index}: ${text(80)}?`,
  choices: ["A", "B", "C", "D"].map((letter) => `${letter} ${text(20)}`),
  key: index % 4,
  category: `Topic ${index % 20}`,
  difficulty: "medium",
  explanation: text(explained),
  seconds: 20,
});

const pack = (explained: number): readonly ImportedQuestion[] =>
  Array.from({ length: LIMITS.questions }, (_, index) => question(index, explained));

const written = (render: (question: ImportedQuestion) => string): string => pack(900).map(render).join("\n");

const makers: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  csv: () => exported("csv"),
  json: () => exported("json"),
  gift: () => exported("gift"),
  // Of a workbook the limit is on the packed size.
  kahoot: async () => (await exportPack("kahoot", { title: "", questions: pack(0) })).bytes,
  opentdb: async () =>
    padded(
      JSON.stringify({
        response_code: 0,
        results: pack(0).map(({ prompt, choices, key }) => ({
          type: "multiple",
          difficulty: "easy",
          category: "Any",
          question: prompt.replaceAll("“", "&ldquo;").replaceAll("é", "&eacute;"),
          correct_answer: choices[key],
          incorrect_answers: choices.filter((_, place) => place !== key),
        })),
      }).replaceAll("{", "\n    {"),
    ),
  opentriviaqa: async () =>
    padded(written(({ prompt, choices, key }) => `#Q ${prompt}\n^ ${choices[key]}\n${lettered(choices, " ")}\n`)),
  aiken: async () =>
    padded(
      written(
        ({ prompt, choices, key, explanation }) =>
          `${prompt}\n${lettered(choices, ") ")}\nANSWER: ${"ABCD"[key]}\nFEEDBACK: ${explanation}\n`,
      ),
    ),
  moodle: async () =>
    padded(
      `<quiz>${written(
        ({ prompt, choices, key, explanation }) =>
          `<question type="multichoice"><questiontext format="html"><text><![CDATA[<p>${prompt}</p>]]></text></questiontext><generalfeedback format="html"><text><![CDATA[<p style="color: red">${explanation}</p>]]></text></generalfeedback>${choices
            .map(
              (choice, place) =>
                `<answer fraction="${place === key ? 100 : 0}"><text><![CDATA[<p>${choice}</p>]]></text></answer>`,
            )
            .join("")}</question>`,
      )}</quiz>`,
    ),
};

const exported = async (format: "csv" | "json" | "gift"): Promise<Uint8Array> =>
  padded(new TextDecoder().decode((await exportPack(format, { title: "", questions: pack(900) })).bytes));

const lettered = (choices: readonly string[], after: string): string =>
  choices.map((choice, place) => `${"ABCD"[place]}${after}${choice}`).join("\n");

/** Filled up with blank lines and spaces to the largest size. */
const padded = (file: string): Uint8Array => {
  const bytes = new TextEncoder().encode(file);
  const rest = Math.max(0, LIMITS.bytes - bytes.length);
  return Buffer.concat([bytes, Buffer.alloc(rest, `\n${" ".repeat(99)}`)]).subarray(
    0,
    Math.max(bytes.length, LIMITS.bytes),
  );
};

const measure = async (path: string): Promise<void> => {
  const bytes = new Uint8Array(await readFile(path));
  const before = process.resourceUsage();
  const outcome = await importQuestions(bytes, { partial: false });
  const after = process.resourceUsage();
  const cpu = (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1000;
  const grown = (after.maxRSS - before.maxRSS) / 1024;
  const found = outcome.ok ? `${outcome.questions.length} questions` : (outcome.faults[0]?.reason ?? "");
  console.log(
    `${(bytes.length / 1e6).toFixed(1)} MB | ${cpu.toFixed(0)} ms CPU | +${grown.toFixed(0)} MB | ${outcome.format}: ${found}`,
  );
};

const { values } = parseArgs({ options: { file: { type: "string" } } });
if (values.file !== undefined) await measure(values.file);
else {
  const folder = await mkdtemp(join(tmpdir(), "parlor-import-"));
  try {
    for (const [format, make] of Object.entries(makers)) {
      const path = join(folder, format);
      await writeFile(path, await make());
      const line = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--file", path], {
        encoding: "utf8",
      });
      console.log(`${format.padEnd(12)} | ${line.trim()}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
