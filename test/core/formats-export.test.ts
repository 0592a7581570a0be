import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type ExportFormat, exportPack } from "../../src/questions/formats/export.ts";
import { importQuestions } from "../../src/questions/formats/import.ts";
import type { ImportedQuestion } from "../../src/questions/formats/pack.ts";
import { alike, tidy, tidyLine } from "../../src/questions/formats/tidy.ts";

/** Pieces that mean something to some format. */
const pieces = [
  ...Array.from("~=#{}:\\%[]^$\"',;|<>&_-+@'`/ \n\t\r\0aZ1é＝＋－＠“”\u202E\u200D\u00AD\uFEFF\uFDD0\uD800🦆"),
  "::",
  "->",
  "####",
  "//",
  "{=a ~b}",
  "%50%",
  "%100%",
  "[html]",
  "[plain]",
  "<b>",
  "&amp;",
  "&lt;p&gt;",
  "]]>",
  "$CATEGORY: x",
  "#Q ",
  "ANSWER: A",
  "A) ",
  "A",
  "B",
  "1",
  "true",
  "FALSE",
  "True",
  "_x0041_",
  "\\n",
  '""',
  "'-1",
  "=1+1",
  "sep=;",
  "question,answer",
  "  ",
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const text = (most: number) => fc.array(piece, { maxLength: most }).map((parts) => parts.join(""));
const line = (most: number) => text(most).map(tidyLine);

const question: fc.Arbitrary<ImportedQuestion> = fc
  .record({
    prompt: text(12)
      .map(tidy)
      .filter((prompt) => prompt !== ""),
    choices: fc.uniqueArray(
      line(6).filter((choice) => choice !== ""),
      { minLength: 2, maxLength: 6, selector: alike },
    ),
    place: fc.nat(5),
    category: line(5),
    difficulty: fc.constantFrom("easy" as const, "medium" as const, "hard" as const),
    explanation: text(6).map(tidy),
    seconds: fc.option(fc.integer({ min: 3, max: 300 }), { nil: undefined }),
  })
  .map(({ place, seconds, choices, ...rest }) => ({
    ...rest,
    choices: isTruth(choices) ? ["True", "False"] : choices,
    key: place % choices.length,
    ...(seconds === undefined ? {} : { seconds }),
  }));

const isTruth = (choices: readonly string[]): boolean => choices.map(alike).toSorted().join() === "false,true";

const pack = fc.uniqueArray(question, { minLength: 1, maxLength: 6, selector: ({ prompt }) => alike(prompt) });

describe("exported packs", () => {
  const back = async (format: ExportFormat, questions: readonly ImportedQuestion[], title = "") => {
    const { bytes } = await exportPack(format, { title, questions });
    return importQuestions(bytes, { partial: false });
  };

  for (const format of ["csv", "json", "gift"] as const) {
    it(`come back the same as ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(pack, async (questions) => {
          const outcome = await back(format, questions);
          assert(outcome.ok, JSON.stringify(outcome));
          assert.deepEqual([outcome.format, outcome.questions, outcome.warnings], [format, questions, []]);
        }),
        { numRuns: 150 },
      );
    });
  }

  it("come back from Kahoot's spreadsheet, as far as it has room", async () => {
    const fitting = pack
      .map((questions) => questions.filter(({ choices }) => choices.length <= 4))
      .filter(({ length }) => length > 0);
    await fc.assert(
      fc.asyncProperty(fitting, async (questions) => {
        const outcome = await back("kahoot", questions);
        assert(outcome.ok, JSON.stringify(outcome));
        const kept = (all: readonly ImportedQuestion[]) =>
          all.map(({ prompt, choices, key }) => ({ prompt, choices, key }));
        assert.deepEqual([outcome.format, kept(outcome.questions)], ["kahoot", kept(questions)]);
      }),
      { numRuns: 60 },
    );
  });

  const plain = {
    prompt: "Q?",
    choices: ["x", "y"],
    key: 0,
    category: "",
    difficulty: "medium",
    explanation: "",
  } as const;

  it("keep their title in JSON", async () => {
    const outcome = await back("json", [plain], "Sea & sky");
    assert.equal(outcome.ok && outcome.title, "Sea & sky");
  });

  it("have no cell in CSV that a spreadsheet would run", async () => {
    const starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'=", "''+"];
    const questions = starts.map((start) => ({
      ...plain,
      prompt: `${start}1+1`,
      choices: [`${start}a`, `${start}b`],
      category: `${start}c`,
      explanation: `\t${start}d`,
    }));
    const { bytes, type, extension } = await exportPack("csv", { title: "=1", questions });
    assert.deepEqual([type, extension], ["text/csv; charset=utf-8", "csv"]);
    const cells = parse(Buffer.from(bytes), { bom: true }).flat();
    assert(cells.some((cell) => cell === "'=1+1"));
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)),
      [],
    );
    const outcome = await importQuestions(bytes, { partial: false });
    assert.equal(outcome.ok && outcome.questions[2]?.choices[0], "-a");
  });

  it("take the guard off nobody else's CSV", async () => {
    const outcome = await importQuestions(Buffer.from("question,a,b,answer\n'-ing' is,'-5,-5,-5\n"), {
      partial: false,
    });
    assert.deepEqual(outcome.ok && [outcome.questions[0]?.prompt, outcome.questions[0]?.choices], [
      "'-ing' is",
      ["'-5", "-5"],
    ]);
  });

  it("say what Kahoot has no room for", async () => {
    const six = { ...plain, choices: ["a", "b", "c", "d", "e", "f".repeat(80)], key: 5, seconds: 50 };
    const { bytes, warnings } = await exportPack("kahoot", {
      title: "T",
      questions: [plain, { ...six, prompt: "q".repeat(130) }],
    });
    assert.deepEqual(
      warnings.map((fault) => `${fault.line} ${fault.field}: ${fault.reason}`),
      [
        "2 prompt: the question has 130 characters; Kahoot takes 120",
        "2 choices: choice 4 has 80 characters; Kahoot takes 75",
        "2 choices: Kahoot takes 4 choices: of 6, wrong ones are left out",
        "2 seconds: Kahoot has no limit of 50 seconds: 60 are given",
      ],
    );
    const outcome = await importQuestions(bytes, { partial: false });
    assert(outcome.ok);
    assert.deepEqual(
      outcome.questions.map(({ choices, key, seconds }) => [choices.join(), key, seconds]),
      [
        ["x,y", 0, 20],
        [`a,b,c,${"f".repeat(80)}`, 3, 60],
      ],
    );
  });
});
