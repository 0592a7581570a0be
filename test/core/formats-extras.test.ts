import assert from "node:assert/strict";
import { type ExportFormat, exportPack } from "../../src/questions/formats/export.ts";
import { importQuestions } from "../../src/questions/formats/import.ts";
import type { ImportedQuestion } from "../../src/questions/formats/pack.ts";

const question = (prompt: string, changes: Partial<ImportedQuestion> = {}): ImportedQuestion => ({
  prompt,
  choices: ["one", "two", "three", "four"],
  key: 1,
  category: "",
  difficulty: "easy",
  explanation: "",
  ...changes,
});

const pack: readonly ImportedQuestion[] = [
  question("Plain?"),
  question("Which are odd?", { key: 2, also: [0], points: 2 }),
  question("What is 2?", { accept: ["a pair", "deux"], points: 0 }),
  question("How high?", { choices: [], key: -1, number: { value: 8848.9, unit: "m", least: 0, most: 20_000 } }),
  question("How cold?", { choices: [], key: -1, number: { value: -40, unit: "" } }),
];

const again = async (format: ExportFormat, questions = pack): Promise<readonly ImportedQuestion[]> => {
  const { bytes } = await exportPack(format, { title: "Pack", questions });
  const outcome = await importQuestions(bytes, { partial: false });
  assert(outcome.ok, JSON.stringify(outcome));
  assert.deepEqual(outcome.warnings, []);
  return outcome.questions;
};

const imported = async (text: string) => {
  const outcome = await importQuestions(new TextEncoder().encode(text), { partial: false });
  return outcome.ok ? outcome.questions : outcome.faults.map(({ line, field }) => `${line} ${field}`);
};

describe("what few questions have", () => {
  it("is still there after an export and an import of our own JSON and CSV", async () => {
    assert.deepEqual(await again("json"), pack);
    assert.deepEqual(await again("csv"), pack);
  });

  it("adds no columns to a CSV that has nothing for them", async () => {
    const { bytes } = await exportPack("csv", { title: "Pack", questions: pack.slice(0, 1) });
    assert.equal(new TextDecoder().decode(bytes).split("\r\n")[0]?.split(",").at(-1), "seconds");
  });

  it("is kept by GIFT and Kahoot as far as they have it", async () => {
    const gift = await again("gift");
    assert.deepEqual(
      gift.map(({ also, number }) => also ?? number?.value),
      [undefined, [2], undefined, 8848.9, -40],
    );
    assert.deepEqual([gift[1]?.key, gift[3]?.choices], [0, []]);
    const kahoot = await again("kahoot", pack.slice(0, 2));
    assert.deepEqual([kahoot[1]?.key, kahoot[1]?.also], [2, [0]]);
    const { warnings } = await exportPack("kahoot", { title: "Pack", questions: pack });
    assert.deepEqual(
      warnings.map(({ line, field }) => `${line} ${field}`),
      ["2 points", "3 points", "4 number", "5 number"],
    );
  });

  it("is read from GIFT and Moodle, where several answers are right", async () => {
    const [several, numeric] = (await imported("Q1{=a =b ~c}\n\nQ2{#1969:2}")) as readonly ImportedQuestion[];
    assert.deepEqual([several?.key, several?.also, numeric?.number], [0, [1], { value: 1969, unit: "" }]);
    const answer = (fraction: number, text: string) => `<answer fraction="${fraction}"><text>${text}</text></answer>`;
    const xml = `<quiz><question type="multichoice"><questiontext><text>Q?</text></questiontext>${answer(100, "a")}${answer(0, "b")}${answer(100, "c")}</question></quiz>`;
    const [moodle] = (await imported(xml)) as readonly ImportedQuestion[];
    assert.deepEqual([moodle?.key, moodle?.also], [0, [2]]);
  });

  it("is refused where it makes no sense, whatever it is", async () => {
    const ours = (extra: object) =>
      imported(
        JSON.stringify({ format: "parlor-pack", version: 1, title: "", questions: [{ ...question("Q?"), ...extra }] }),
      );
    assert.deepEqual(await ours({ also: [9] }), ["1 also"]);
    assert.deepEqual(await ours({ choices: [], number: { value: 5, unit: "", least: 6 } }), ["1 number"]);
    assert.deepEqual(await ours({ accept: ["x".repeat(101)] }), ["1 accept"]);
    assert.deepEqual(await ours({ also: "x", points: 7, number: "?", accept: [{}] }), [question("Q?")]);
  });
});
