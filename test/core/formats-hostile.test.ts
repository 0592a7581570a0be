import assert from "node:assert/strict";
import { importInWorker } from "../../src/questions/formats/import-in-worker.ts";
import { importQuestions } from "../../src/questions/formats/import.ts";
import { LIMITS } from "../../src/questions/formats/pack.ts";
import { bytesOf, read, workbook, zip } from "../support/formats.ts";

const csv = "question,a,b,answer\n";
/** Enough that a reader which looks at every character twice for each of them would be at it for minutes. */
const full = (unit: string, head = "", tail = "", size = 1_500_000): string =>
  head + unit.repeat((size - head.length - tail.length) / unit.length) + tail;

const workbookParts = (sheet: string | Uint8Array, declared?: number) =>
  zip([
    ["xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'],
    ["xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'],
    ["xl/worksheets/s.xml", sheet, declared],
  ]);

describe("hostile question files", () => {
  /** Each is refused, or found to have no question, in less than this; most take a tenth of it. */
  const mostMs = 1000;

  const cases: readonly (readonly [name: string, file: () => string | Uint8Array, reason: string])[] = [
    ["5 MB and a byte", () => Buffer.alloc(LIMITS.bytes + 1, "a"), "the file is larger than 5 MB"],
    ["NULs", () => Buffer.alloc(1000), "this is not text: save it as UTF-8, or as UTF-16 with a byte order mark"],
    [
      "noise",
      () => Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7919 + index ** 2) % 251),
      "this is not text: save it as UTF-8, or as UTF-16 with a byte order mark",
    ],
    [
      "a line of 5 MB",
      () => full("a", "", "", LIMITS.bytes),
      "this is in no known format: CSV, JSON, GIFT, Aiken, Moodle XML, OpenTriviaQA or a spreadsheet",
    ],
    ["too many lines", () => "a\n".repeat(600_000), "the file has more than 500000 lines"],
    ["a million columns", () => ",".repeat(1e6), "a row has more than 1000 columns"],
    [
      "a million separators of another kind",
      () => `${csv}"${"\n,".repeat(400_000)}`,
      "this row is far too long: a quotation mark may not be closed",
    ],
    [
      "a list of a million",
      () => full('"b",', '[{"question":"x","options":[', '"c"],"answer":"b"}]'),
      "there are 50 or more choices; at most 6 are allowed",
    ],
    [
      "JSON a million deep",
      () => "[".repeat(1e6) + "]".repeat(1e6),
      "this is not JSON: JSON nested deeper than 64 levels is refused",
    ],
    [
      "5 MB of {",
      () => full("{", "", "", LIMITS.bytes),
      "this is in no known format: CSV, JSON, GIFT, Aiken, Moodle XML, OpenTriviaQA or a spreadsheet",
    ],
    [
      "JSON on one line that ends early",
      () => full('{"question":"a","options":["b","c"],"answer":"b"},', "["),
      "this is not JSON: this is no JSON value",
    ],
    [
      "broken JSON lines",
      () => full('{"a\n', '{"question":"a","options":["b","c"],"answer":"b"}\n').slice(0, 1e6),
      "there are more than 2000 questions; what follows is not read",
    ],
    ["a brace that never closes", () => full("\\~", "::a::{"), "the { has no } after it"],
    ["a million answers", () => full("~a", "Q{=b", "}"), "there are 50 or more choices; at most 6 are allowed"],
    ["nested HTML", () => full("<sup>1", "[html]Q", "{=a ~b}"), "the question has far more than 300 characters"],
    ["unfinished HTML", () => full("<p", "[html]Q", "{=a ~b}"), "the question has far more than 300 characters"],
    [
      "a choice that never ends",
      () => full("x", "Q\nA) ", "\nB) y\nANSWER: B"),
      "choice 1 has far more than 100 characters",
    ],
    [
      "billion laughs",
      () => `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(99)}">]><quiz>&b;</quiz>`,
      "XML with a document type (DOCTYPE) is refused",
    ],
    ["XML a million deep", () => `<quiz>${"<a>".repeat(1e6)}`, "XML nested deeper than 100 elements is refused"],
    ["XML that is none", () => full("<", "<quiz>"), "this is not well-formed XML: disallowed character in tag name"],
    [
      "a zip bomb",
      () => workbookParts(Buffer.alloc(1e8, "<row>")),
      "the spreadsheet is far too large once it is unpacked",
    ],
    [
      "a zip bomb that lies",
      () => workbookParts(Buffer.alloc(1e8, "<row>"), 100),
      "the spreadsheet is damaged: it can't be unpacked",
    ],
    [
      "a million cells",
      () => workbookParts(`<worksheet><row>${"<c/>".repeat(1e6)}</row></worksheet>`),
      "the sheet has more than 400000 cells",
    ],
    [
      "a document type in a sheet",
      () => workbookParts("<!DOCTYPE a><worksheet/>"),
      "XML with a document type (DOCTYPE) is refused",
    ],
    ["a zip of something else", () => zip([["a", "b"]]), "this zip file is no Excel workbook (.xlsx)"],
    [
      "a damaged zip",
      () => workbook({ S: [["question"]] }).subarray(0, 300),
      "the spreadsheet is damaged: it can't be unpacked",
    ],
    [
      "a sheet on another machine",
      () =>
        zip([
          ["xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'],
          [
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="r1" TargetMode="External" Target="http://localhost/"/></Relationships>',
          ],
        ]),
      "the workbook's sheet “S” is missing",
    ],
  ];
  for (const [name, file, reason] of cases) {
    it(`refuses ${name}`, async () => {
      const bytes = bytesOf(file());
      const start = process.cpuUsage();
      const outcome = await importQuestions(bytes, { partial: true });
      const { user, system } = process.cpuUsage(start);
      assert.equal(!outcome.ok && outcome.faults[0]?.reason, reason);
      assert((user + system) / 1000 < mostMs, `${(user + system) / 1000} ms`);
    });
  }

  it("takes the first 2,000 of too many questions where the good part is wanted, and says so", async () => {
    const many = bytesOf(csv + Array.from({ length: 2001 }, (_, index) => `Q${index}?,x,y,x\n`).join(""));
    const line = 2002;
    const fault = { line, field: "file", reason: "there are more than 2000 questions; what follows is not read" };
    assert.deepEqual(await importQuestions(many, { partial: false }), { ok: false, format: "csv", faults: [fault] });
    const outcome = await importQuestions(many, { partial: true });
    assert(outcome.ok);
    assert.deepEqual([outcome.questions.length, outcome.warnings], [2000, [fault]]);
  });

  it("reads no more than it may of 5 MB of rows", async () => {
    const start = process.cpuUsage();
    const outcome = await importQuestions(bytesOf(full("Q?,x,y,x\n", csv)), { partial: false });
    const { user, system } = process.cpuUsage(start);
    assert.match(outcome.ok ? "" : (outcome.faults[0]?.reason ?? ""), /more than 2000/);
    assert((user + system) / 1000 < mostMs);
  });

  it("keeps what turns text around out of it", async () => {
    assert.deepEqual(await read(`${csv}\u202Etxet\u2069?,\u200Fx,y,x`), ["csv", "txet? | *x | y"]);
  });
});

describe("imports in a thread of their own", () => {
  const good = bytesOf(`${csv}Q?,x,y,x`);
  const partial = { partial: false };
  const reasonOf = async (outcome: ReturnType<typeof importInWorker>): Promise<string | undefined> => {
    const settled = await outcome;
    return settled.ok ? undefined : settled.faults[0]?.reason;
  };

  it("give what the import gives, one after the other", async () => {
    const outcomes = await Promise.all([importInWorker(good, partial), importInWorker(bytesOf("?"), partial)]);
    assert.deepEqual(outcomes, [await importQuestions(good, partial), await importQuestions(bytesOf("?"), partial)]);
  });

  it("end at their deadline, and the next one goes on", async () => {
    const late = importInWorker(good, partial, { deadlineMs: 1 });
    const next = importInWorker(good, partial);
    assert.equal(await reasonOf(late), "the file takes too long to read");
    assert((await next).ok);
  });

  it("end when they take too much memory", async () => {
    const many = bytesOf(`[${'{"a":{}},'.repeat(500_000)}{}]`);
    assert.equal(
      await reasonOf(importInWorker(many, partial, { memoryMb: 20 })),
      "the file takes too much memory to read",
    );
  });

  it("are refused when too many wait, or the file is too large for any", async () => {
    const first = importInWorker(good, partial, { waiting: 0 });
    assert.equal(
      await reasonOf(importInWorker(good, partial, { waiting: 0 })),
      "too many files are being imported: try again in a minute",
    );
    assert.equal(
      await reasonOf(importInWorker(Buffer.alloc(LIMITS.bytes + 1), partial)),
      "the file is larger than 5 MB",
    );
    assert((await first).ok);
  });
});
