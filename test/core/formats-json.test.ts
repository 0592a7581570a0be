import assert from "node:assert/strict";
import { importQuestions } from "../../src/questions/formats/import.ts";
import { bytesOf, lines, read } from "../support/formats.ts";

const api = (encode: (text: string) => string) => ({
  response_code: 0,
  results: [
    {
      type: encode("multiple"),
      difficulty: encode("hard"),
      category: encode("Art & Crafts"),
      question: encode(" Who painted “Nu\u00ADdes”, été 50%? "),
      correct_answer: encode("Élan+"),
      incorrect_answers: ["A&B", "C", "D d"].map(encode),
    },
    {
      type: encode("boolean"),
      difficulty: encode("easy"),
      category: encode("Maths"),
      question: encode("Is 1 < 2?"),
      correct_answer: encode("True"),
      incorrect_answers: [encode("False")],
    },
  ],
});
const html = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("“", "&ldquo;")
    .replaceAll("\u00AD", "&shy;")
    .replaceAll("é", "&eacute;")
    .replaceAll("É", "&#201;");
const legacy = (text: string): string => encodeURIComponent(text).replaceAll("%20", "+");
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("JSON of questions", () => {
  const expected = ["opentdb", "Who painted “Nudes”, été 50%? | *Élan+ | A&B | C | D d", "Is 1 < 2? | *True | False"];
  for (const encode of [html, encodeURIComponent, legacy, base64]) {
    it(`reads the Open Trivia DB's ${encode.name}`, async () => {
      assert.deepEqual(await read(JSON.stringify(api(encode))), expected);
      assert.deepEqual(await read(JSON.stringify(api(encode).results, undefined, 1)), expected);
    });
  }

  const shapes: readonly (readonly [json: unknown, expected: string])[] = [
    [[{ question: "Q?", options: ["a", "b"], answer: "B" }], "Q? | a | *b"],
    [{ title: "T", questions: [{ question: "Q?", choices: ["x", "y", "z"], correctIndex: 0 }] }, "Q? | *x | y | z"],
    [[{ question: "Q?", options: { A: "x", B: "y", C: null }, answer: "b" }], "Q? | x | *y"],
    [
      [
        {
          question: "Q?",
          answers: { answer_a: "x", answer_b: "y" },
          correct_answers: { answer_a_correct: "false", answer_b_correct: "true" },
        },
      ],
      "Q? | x | *y",
    ],
    [
      [
        {
          text: "Q?",
          options: [
            { id: 1, text: "x" },
            { id: 2, text: "y" },
          ],
          correctAnswer: 1,
        },
      ],
      "Q? | *x | y",
    ],
    [
      [
        {
          question: "Q?",
          choices: [
            { answer: "x", correct: false },
            { answer: "y", correct: true },
          ],
        },
      ],
      "Q? | x | *y",
    ],
    [
      [
        {
          question: "Q?",
          answers: [
            { text: "x", fraction: 100 },
            { text: "y", fraction: 0 },
          ],
        },
      ],
      "Q? | *x | y",
    ],
    [[{ question: "Q?", A: "x", B: "y", C: "", D: "", answer: "B" }], "Q? | x | *y"],
    [[{ question: "Q?", answerA: "x", answerB: "y", correct: "answerB" }], "Q? | x | *y"],
    [[{ question: { text: "Q?" }, correctAnswer: "x", incorrectAnswers: ["y"], tags: ["t"] }], "Q? | *x | y"],
    [[{ q: "Q?", o: ["x", "y"], a: 0, c: 9 }], "Q? | *x | y"],
    [[{ question: "Q?", options: ["A) x", "B) y"], correct_answer: "B) y" }], "Q? | x | *y"],
    [[{ question: "Q?", options: ["x", "y", "z"], answer: "z", correct_option: 3 }], "Q? | x | y | *z"],
    [[{ question: "Q?", answer: true }], "Q? | *True | False"],
    [[{ prompt: "Q?", choices: ["1", "2"], key: 1 }], "Q? | 1 | *2"],
    [{ History: { Easy: { q1: { question: "Q?", options: ["x", "y"], answer: "x" } } } }, "Q? | *x | y"],
  ];
  for (const [json, line] of shapes) {
    it(`reads ${JSON.stringify(json)}`, async () => {
      assert.deepEqual(await read(JSON.stringify(json)), ["json", line]);
    });
  }

  it("reads JSON lines, and goes on after one that is broken", async () => {
    const file = `{"question":"A?","options":["x","y"],"answer":"x"}\n\n{"question":"B?",\n{"question":"C?","options":["x","y"],"answer":"y"}`;
    assert.deepEqual(await read(file, true), [
      "json",
      "A? | *x | y",
      "C? | x | *y",
      "3 line: this is not JSON: a name in quotation marks was expected here",
    ]);
  });

  it("takes the title along, and what names on the way tell", async () => {
    const file = {
      name: " Sea\u202E life ",
      History: { Hard: [{ question: "Q?", options: ["x", "y"], answer: "x", time: 20, explanation: "So." }] },
    };
    const outcome = await importQuestions(bytesOf(JSON.stringify(file)), { partial: false });
    assert(outcome.ok);
    assert.equal(outcome.title, "Sea life");
    const [question] = outcome.questions;
    assert.deepEqual(
      [question?.category, question?.difficulty, question?.explanation, question?.seconds],
      ["History", "hard", "So.", 20],
    );
  });

  it("says in which line an item is wrong", async () => {
    const items = [
      { question: "A?", options: ["x", "x"], answer: "x" },
      { question: "B?", options: ["x", ""], answer: "x" },
      { question: "C?", options: ["2", "1", "3"], answer: 2 },
      { question: "D?", options: ["x", "y"], answer: ["x", "y"] },
      { question: "E?", options: ["x", "y"], correct: "z" },
      { question: "F?", answer: "x" },
      { options: ["x", "y"], answer: "x" },
      { question: "G?", type: "essay", answer: "x" },
      { question: "H?", options: "abcdefg".split(""), answer: "a" },
      { question: "I?", options: ["x", "y"], answer: "x", correct_option: 2 },
    ];
    assert.deepEqual(await read(`[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`), [
      "refused json",
      "2 choices: choices 1 and 2 are the same: “x”",
      "3 choices: choice 2 is empty",
      "4 key: “2” may be the choice “2”, or the place of “1”",
      "5 key: several right answers are not supported",
      "6 key: “z” is not among the choices",
      "7 choices: there is nothing to choose from",
      "8 prompt: there is no question text",
      "9 type: “essay” questions are not supported",
      "10 choices: there are 7 choices; at most 6 are allowed",
      "11 key: the answers given differ: “x”, “2”",
    ]);
  });

  const broken: readonly (readonly [file: string, reason: string])[] = [
    ['[\n{"a":1,}]', "2 file: this is not JSON: a name in quotation marks was expected here"],
    ['[{"a" 1}]', "1 file: this is not JSON: a : was expected here"],
    ['[{"a":1}\n{"b":2}]', "2 file: this is not JSON: a comma or ] was expected here"],
    ['[{"a":1', "1 file: this is not JSON: the file ends before its last }"],
    ['[{"a":"b\n"}]', "1 file: this is not JSON: a text is not closed with a quotation mark"],
    ['[{"a":"\\q"}]', "1 file: this is not JSON: a text has a \\ that JSON doesn't know"],
    ['[{"a":nil}]', "1 file: this is not JSON: this is no JSON value"],
    ['[{"a":1}]', "1 file: no questions were found in this JSON"],
  ];
  for (const [file, fault] of broken) {
    it(`refuses ${JSON.stringify(file)}`, async () => {
      assert.deepEqual(await read(file), ["refused json", fault]);
    });
  }

  it("minds no name that JavaScript minds", async () => {
    const file = '[{"__proto__":{"key":1},"constructor":"x","question":"Q\\u003F","options":["x","y"],"answer":"x"}]';
    assert.deepEqual(lines(await importQuestions(bytesOf(file), { partial: false })), ["json", "Q? | *x | y"]);
  });
});
