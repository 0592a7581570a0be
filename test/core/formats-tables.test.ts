import assert from "node:assert/strict";
import { importQuestions } from "../../src/questions/formats/import.ts";
import { bytesOf, read, workbook } from "../support/formats.ts";

type Case = readonly [name: string, file: string | Uint8Array, expected: readonly string[]];

const four = [
  "Answer 1 - max 75 characters",
  "Answer 2 - max 75 characters",
  "Answer 3 - max 75 characters (optional)",
  "Answer 4 - max 75 characters (optional)",
];
const kahootHeader = [
  "",
  "Question - max 120 characters",
  ...four,
  "Time limit (sec) – 5, 10, 20, 30",
  "Correct answer(s) - choose at least one",
];
const kahoot = (...rows: readonly (readonly (string | number | boolean)[])[]) =>
  workbook({ Sheet1: [[], ["", "Quiz template"], ["", "Fill it in!"], [], [], [], [], kahootHeader, ...rows] });

describe("tables of questions", () => {
  const good: readonly Case[] = [
    [
      "CSV with keys by text",
      'Question,Option A,Option B,Option C,Correct Answer\n"Who said ""Eureka!"", in the bath?",Archimedes,Plato,,archimédes\n',
      ["csv", 'Who said "Eureka!", in the bath? | *Archimedes | Plato'],
    ],
    [
      "CSV with letters, a byte order mark and quoted line ends",
      '\uFEFFquestion,A,B,C,D,answer\r\n"One\r\nor two?",1,2,3,4,B\r\n"""Help!"" is by",x,y,z,w,(d)\r\n',
      ["csv", "One\nor two? | 1 | *2 | 3 | 4", '"Help!" is by | x | y | z | *w'],
    ],
    [
      "semicolons",
      "frage;antwort 1;antwort 2;richtige antwort\nJa, oder?;Ja;Nein;ja\n",
      ["csv", "Ja, oder? | *Ja | Nein"],
    ],
    ["a separator that Excel is told", "sep=|\nq|a|b|key\nIs, it;?|1|x|a", ["csv", "Is, it;? | *1 | x"]],
    ["tabs", "Question\tWrong answer\tAnswer\nWater is\tdry\twet", ["csv", "Water is | *wet | dry"]],
    [
      "numbers that can only count from 0",
      "question,opt1,opt2,opt3,correct\nA?,a,b,c,1\nB?,a,b,c,0",
      ["csv", "A? | a | *b | c", "B? | *a | b | c"],
    ],
    [
      "numbers that can only count from 1",
      "question,option1,option2,option3,correct\nA?,a,b,c,1\nB?,a,b,c,3",
      ["csv", "A? | *a | b | c", "B? | a | b | *c"],
    ],
    [
      "a count that a blank choice gives away",
      "question,option1,option2,option3,correct\nA?,a,b,c,1\nB?,a,b,,2",
      ["csv", "A? | *a | b | c", "B? | a | *b"],
    ],
    [
      "names of columns as keys",
      "question,option_1,option_2,answer\nA?,a,b,option_2\nB?,a,b,Option 1",
      ["csv", "A? | a | *b", "B? | *a | b"],
    ],
    [
      "lists in a cell",
      `question,options,answer\nA?,"[""a, b"",""c""]",c\nB?,"['it\\'s', 'on']",on\nC?,x|y|z,x`,
      ["csv", "A? | a, b | *c", "B? | it's | *on", "C? | *x | y | z"],
    ],
    [
      "choices with their letters",
      "question,option 1,option 2,answer\nA?,A) yes,B) no,B) no",
      ["csv", "A? | yes | *no"],
    ],
    [
      "statements",
      "statement,answer\nIce is hot.,FALSE\nIce is cold.,TRUE",
      ["csv", "Ice is hot. | True | *False", "Ice is cold. | *True | False"],
    ],
    [
      "no header, where it can be only one thing",
      "1;Colour of grass?;green;red;blue;pink;A\n2;Colour of blood?;black;maroon;white;grey;B",
      ["csv", "Colour of grass? | *green | red | blue | pink", "Colour of blood? | black | *maroon | white | grey"],
    ],
    [
      "a template with rows of advice",
      '"Blooket\nImport Template",,,,\nQuestion #,Question Text,Answer 1,Answer 2,"Answer 3\n(Optional)","Time Limit (sec)\n(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"\n1,Two?,1,2,3,20,2\n2,,,,,20,\n',
      ["csv", "Two? | 1 | *2 | 3"],
    ],
    [
      "Kahoot's spreadsheet",
      kahoot(
        [1, "Which is a metal?", "Wood", "Iron", "", "Glass", 20, 4],
        [2, "Ice floats.", true, false, "", "", 30, 1],
        [3, "", "", "", "", "", 20],
        [4],
      ),
      ["kahoot", "Which is a metal? | Wood | Iron | *Glass", "Ice floats. | *True | False"],
    ],
    [
      "a spreadsheet, past hidden sheets and advice",
      workbook({
        "hidden one": [["question", "answer"]],
        Advice: [["Read me"]],
        Data: [
          [],
          ["Question", "A", "B", "Correct"],
          ["Half is?", { raw: ' s="1"><v>0.5</v>' }, 0.1 + 0.2, "50%"],
          ["R&D <b> is_x000D_", "x", { raw: ' t="str"><v>y_x0021_</v>' }, "y!"],
        ],
      }),
      ["spreadsheet", "Half is? | *50% | 0.3", "R&D <b> is | x | *y!"],
    ],
  ];
  for (const [name, file, expected] of good) {
    it(`reads ${name}`, async () => {
      assert.deepEqual(await read(file), expected);
    });
  }

  const bad: readonly Case[] = [
    [
      "keys that may be read in two ways",
      'question,a,b,c,answer\nOne?,2,1,3,1\nA?,x,y,z,1\nB?,C,D,A,a\nC?,x,y,z,q\nD?,x,y,z,\nE?,x,y,z,"a,b"',
      [
        "refused csv",
        "2 key: “1” may be the choice “1”, or the place of “2”",
        "3 key: “1” may count from 0 or from 1: nothing in the file tells; write the letter or the text of the choice",
        "4 key: “a” may be the choice “A”, or the place of “C”",
        "5 key: “q” is not among the choices",
        "6 key: no right answer is given",
        "7 key: several right answers are not supported: “a,b”",
      ],
    ],
    [
      "keys that count from 0 and from 1",
      "question,a,b,c,answer\nA?,x,y,z,0\nB?,x,y,z,3\nC?,x,y,z,C",
      [
        "refused csv",
        "2 key: “0” may count from 0 or from 1: the file counts from 0 in line 2, from 1 in line 3",
        "3 key: “3” may count from 0 or from 1: the file counts from 0 in line 2, from 1 in line 3",
      ],
    ],
    [
      "choices",
      `question,a,b,c,d,e,f,answer\nA?,x,X,y,,,,y\nB?,x,,,,,,x\n,x,y,,,,,x\nC?,é,e,ﬁ,,,,é\n"L\nong?",x,${"y".repeat(101)},,,,,x`,
      [
        "refused csv",
        "2 choices: choices 1 and 2 are the same: “X”",
        "3 choices: there is 1 choice; 2 to 6 are needed",
        "4 prompt: there is no question text",
        "5 choices: choices 1 and 2 are the same: “e”",
        "6 choices: choice 2 has 101 characters; at most 100 are allowed",
      ],
    ],
    [
      "cells without quotation marks",
      "question,a,b,answer\nOne, or two?,x,y,x",
      ["refused csv", "2 row: there are more cells than the header names: quote a text that holds the separator"],
    ],
    [
      "a quotation mark that is not closed",
      'question,a,b,answer\nA?,x,y,x\n\nB?,"x,y,x\nC?,x,y,x',
      ["refused csv", "4 row: a quotation mark is opened here and never closed"],
    ],
    [
      "kinds of question",
      "question,type,a,b,answer\nA?,Multiple Choice,x,y,x\nB?,Poll,x,y,x",
      ["refused csv", "3 type: “Poll” questions are not supported"],
    ],
    [
      "no header",
      "Capital of Peru?,Lima,Quito\nCapital of Chile?,Santiago,Lima",
      ["refused csv", "1 header: no row names the columns, such as: question, option 1, option 2, answer"],
    ],
    [
      "a topic that could be a choice",
      "A?,Sport,a,b,c,a\nB?,Sport,d,e,f,f",
      ["refused csv", "1 header: no row names the columns, such as: question, option 1, option 2, answer"],
    ],
    [
      "two questions in a row",
      "Question,Text,a,b,answer\nA?,B?,x,y,x",
      ["refused csv", "1 header: more than one column may be the question: name one of them otherwise"],
    ],
    [
      "no column for the key",
      "question,a,b\nA?,x,y",
      ["refused csv", "1 header: no column says which choice is right"],
    ],
    [
      "no columns for choices",
      "question,answer\nA?,x",
      ["refused csv", "1 header: no columns hold what there is to choose from"],
    ],
    [
      "wrong answers that run together",
      'question,answer,incorrect answers\nA?,x,"Washington, D.C., Rome"',
      ["refused csv", "2 choices: the wrong answers are to be separated with | or ;"],
    ],
    [
      "Kahoot's spreadsheet",
      kahoot([1, "A?", "x", "y", "", "", 20, "1,2"], [2, "B?", "x", "y", "", "", 20, 3]),
      ["refused kahoot", "10 key: “3” is not among the choices"],
    ],
    [
      "cells that are no text",
      workbook({
        S: [
          ["question", "a", "b", "answer"],
          ["A?", { raw: ' s="2"><v>45000</v>' }, "x", "x"],
          ["B?", { raw: "><f>1+1</f><v>2</v>" }, "x", "x"],
          ["C?", { raw: ' t="e"><v>#REF!</v>' }, "x", "x"],
        ],
      }),
      [
        "refused spreadsheet",
        "2 choices: a cell holds a date: make it text",
        "3 choices: a cell holds a formula: put its text in its place",
        "4 choices: a cell holds an error: #REF!",
      ],
    ],
    [
      "an old spreadsheet",
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      ["refused unknown", "1 file: this is an old Excel file (.xls): save it as .xlsx or as CSV"],
    ],
  ];
  for (const [name, file, expected] of bad) {
    it(`says what is wrong with ${name}`, async () => {
      assert.deepEqual((await read(file)).slice(0, expected.length), expected);
    });
  }

  it("takes a number for a text where all other keys are texts", async () => {
    const rows = Array.from({ length: 5 }, (_, index) => `Which ${index}?,left,right,up,right`);
    const told = await read(["question,a,b,c,answer", ...rows, "Wheels of a cart?,1,2,4,2"].join("\n"));
    assert.equal(told.at(-1), "Wheels of a cart? | 1 | *2 | 4");
  });

  it("takes category, difficulty, explanation and time along, and says what it can't", async () => {
    const file =
      "question,a,b,answer,topic,level,feedback,time limit,points\nA?,x,y,x,Maps,Difficult,Because.,30 sec,5\nB?,x,y,x,,7,,2 days,5";
    const outcome = await importQuestions(bytesOf(file), { partial: false });
    assert(outcome.ok);
    const [first, second] = outcome.questions;
    assert.deepEqual(first, {
      prompt: "A?",
      choices: ["x", "y"],
      key: 0,
      category: "Maps",
      difficulty: "hard",
      explanation: "Because.",
      seconds: 30,
    });
    assert.deepEqual(second, {
      prompt: "B?",
      choices: ["x", "y"],
      key: 0,
      category: "",
      difficulty: "medium",
      explanation: "",
    });
    assert.deepEqual(
      outcome.warnings.map(({ line, field, reason }) => `${line} ${field}: ${reason}`),
      [
        "1 header: columns that mean nothing here are left out: “points”",
        "3 seconds: “2 days” is no time from 3 to 300 seconds",
        "3 difficulty: “7” is not easy, medium or hard: taken as medium",
      ],
    );
  });
});
