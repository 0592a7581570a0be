import assert from "node:assert/strict";
import { importQuestions } from "../../src/questions/formats/import.ts";
import { bytesOf, read } from "../support/formats.ts";

const gift = String.raw`// a comment
$CATEGORY: $course$/top/Sea \: and//or shore

// question: 7  name: Depth
// [tag:hard] [tag:deep]
::Depth::[html]<p>How deep is the <b>Mariana</b> Trench?&nbsp;</p><p>About 10<sup>4</sup>&thinsp;m, H<sub>2</sub>O</p>{
	~<p>100 m</p>#too little
	~%-50%<p>500 m</p>
	=<p>11 km</p>#yes
	####<p>Deeper than Everest is high.</p>
}

A dolphin is {~a fish =a mammal#warm blood ~%50%a bird} of the sea.

Whales \{all of them\} sing \= hum\: 50\% \~ at night \\ or day.{T#no#yes indeed}

[plain]Is &amp; <b>plain</b>?{~=&amp; ~%0%%50% off
~c}
`;

const moodle = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0 -->
  <question type="category"><category><text>$course$/top/Rivers</text></category></question>
  <question type="multichoice">
    <name><text>q1</text></name>
    <questiontext format="html"><text><![CDATA[<p>Which river is <i>longest</i> &amp; &lt;wide&gt;?<br></p>]]></text>
      <file name="a.png" encoding="base64">aGk=</file></questiontext>
    <generalfeedback format="html"><text><![CDATA[<p>6,650&nbsp;km</p>]]></text></generalfeedback>
    <single>true</single>
    <answer fraction="0" format="html"><text>Rhine</text><feedback><text>no</text></feedback></answer>
    <answer fraction="100" format="html"><text>&lt;p&gt;Nile&lt;/p&gt;</text></answer>
    <tags><tag><text>easy</text></tag></tags>
  </question>
  <question type="truefalse">
    <questiontext format="plain_text"><text>The &lt;b&gt; Volga ends in a lake</text></questiontext>
    <answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer>
  </question>
</quiz>`;

describe("question files of the teaching world", () => {
  const good: readonly (readonly [name: string, file: string, expected: readonly string[]])[] = [
    [
      "GIFT",
      gift,
      [
        "gift",
        "How deep is the Mariana Trench?\nAbout 10⁴\u2009m, H₂O | 100 m | 500 m | *11 km",
        "A dolphin is ____ of the sea. | a fish | *a mammal | a bird",
        "Whales {all of them} sing = hum: 50\\% ~ at night \\ or day. | *True | False",
        "Is &amp; <b>plain</b>? | *&amp; | %50% off | c",
        "13 key: choices that are right in part count as wrong",
      ],
    ],
    [
      "GIFT with braces that close after a blank line",
      "One?{\n=a\n\n~b\n}\n\n$CATEGORY: x\nTwo?{=c ~d}",
      ["gift", "One? | *a | b", "Two? | *c | d"],
    ],
    [
      "Aiken",
      "What is a group of crows?\nA) A murder\nB) A flock\nANSWER: A\n\nA. A. Milne wrote\nabout whom?\nA. A bear\n of little brain\nb. Nobody\nanswer: B.\nFEEDBACK: Not so.\n",
      [
        "aiken",
        "What is a group of crows? | *A murder | A flock",
        "A. A. Milne wrote\nabout whom? | A bear of little brain | *Nobody",
      ],
    ],
    [
      "OpenTriviaQA",
      "\n#Q Complete the song:\nA mole sings\r\n^ la la\nA lo lo\nB la la\r\n\n#Q Snow is\n^ white\nA black\nB\twhite\nC White as\nsnow\n",
      ["opentriviaqa", "Complete the song:\nA mole sings | lo lo | *la la", "Snow is | black | *white | White as snow"],
    ],
    [
      "Moodle XML",
      moodle,
      ["moodle", "Which river is longest & <wide>? | Rhine | *Nile", "The <b> Volga ends in a lake | *True | False"],
    ],
  ];
  for (const [name, file, expected] of good) {
    it(`reads ${name}`, async () => {
      assert.deepEqual(await read(file), expected);
    });
  }

  it("takes category, difficulty and explanation along", async () => {
    const about = async (file: string) => {
      const outcome = await importQuestions(bytesOf(file), { partial: false });
      assert(outcome.ok);
      return outcome.questions.map(({ category, difficulty, explanation }) => [category, difficulty, explanation]);
    };
    assert.deepEqual(await about(gift), [
      ["Sea : and/or shore", "hard", "Deeper than Everest is high."],
      ["Sea : and/or shore", "medium", "warm blood"],
      ["Sea : and/or shore", "medium", "yes indeed"],
      ["Sea : and/or shore", "medium", ""],
    ]);
    assert.deepEqual(await about(moodle), [
      ["Rivers", "easy", "6,650 km"],
      ["Rivers", "medium", ""],
    ]);
  });

  const bad: readonly (readonly [name: string, file: string, expected: readonly string[]])[] = [
    [
      "GIFT that has no one right choice",
      [
        "When?{#1822:5}",
        "Match{=a -> b =c -> d}",
        "Write{}",
        "Who?{=one =two}",
        "Both{=a =b ~c}",
        "Half{~%50%a ~%50%b ~c}",
        "None{~a ~b}",
        "A heading",
        "Open{=a ~b",
        "Two {=a ~b} and {=c ~d}",
        "Odd{a =b ~c}",
        "Bare } here",
        "Shut } {",
        "Last{=a ~b ~B}",
      ].join("\n\n"),
      [
        "refused gift",
        "3 type: matching questions are not supported",
        "5 type: essay questions are not supported",
        "7 type: short answer questions are not supported",
        "11 key: several answers that are right in part are not supported",
        "13 key: no answer is marked as right",
        "15 type: text without answers in braces is no question",
        "17 choices: the { has no } after it",
        "19 choices: a second part in braces is not supported",
        "21 choices: the answers are to begin with ~ or =",
        "23 choices: there is a } without its {",
        "25 choices: the { has no } after it",
        "27 choices: choices 2 and 3 are the same: “B”",
      ],
    ],
    [
      "Aiken",
      "No choices\n\nLost\nA) x\nB) y\n\nGood\nA) x\nB) y\nANSWER: A\nSeveral\nA) x\nB) y\nANSWER: A, B\nAbsent\nA) x\nB) y\nANSWER: C\nBare\nANSWER: A\nMore\nA) x\nA) X\nB) y\nANSWER: y",
      [
        "refused aiken",
        "1 choices: there are no choices: they are to begin with A), B), …",
        "3 key: no right answer is given",
        "14 key: several right answers are not supported: “A, B”",
        "18 key: “C” is not among the choices",
        "19 choices: there are no choices; 2 to 6 are needed",
        "20 key: “A” is not among the choices",
      ],
    ],
    [
      "OpenTriviaQA",
      "#Q One?\n^ a\nA a\nB a \nC\nD d\n#Q Two?\n^ Z\nA a\nB b\n#Q\n^ a\nA a\nB b\n#Q Three?\nA a\nB b",
      [
        "refused opentriviaqa",
        "4 choices: choices 1 and 2 are the same: “a”",
        "5 choices: choice 3 is empty",
        "8 key: “Z” is not among the choices",
        "11 prompt: there is no question text",
        "15 choices: there are no choices; 2 to 6 are needed",
        "15 key: no right answer is given",
      ],
    ],
    [
      "Moodle XML",
      `<quiz>
<question type="shortanswer"/>
<question type="multichoice"><questiontext><text>Q</text></questiontext><answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer></question>
<question type="multichoice"><questiontext><text><![CDATA[<img src="a">]]></text></questiontext>
<answer fraction="100"><text>a</text></answer>
<answer fraction="0"><text></text></answer></question>
</quiz>`,
      [
        "refused moodle",
        "2 type: “shortanswer” questions are not supported",
        "3 key: several answers that are right in part are not supported",
        "4 prompt: there is no question text",
        "6 choices: choice 2 is empty",
      ],
    ],
    [
      "XML of another kind",
      "<?xml version='1.0'?>\n<html/>",
      ["refused moodle", "2 file: of XML, only Moodle's (<quiz>) is read"],
    ],
    ["a web page", "<!DOCTYPE html><p>", ["refused unknown", "1 file: this is a web page, not a file of questions"]],
    [
      "a text",
      "Dear diary",
      [
        "refused unknown",
        "1 file: this is in no known format: CSV, JSON, GIFT, Aiken, Moodle XML, OpenTriviaQA or a spreadsheet",
      ],
    ],
    ["nothing", " \n", ["refused unknown", "1 file: the file is empty"]],
  ];
  for (const [name, file, expected] of bad) {
    it(`says what is wrong with ${name}`, async () => {
      assert.deepEqual(await read(file), expected);
    });
  }

  it("leaves out what repeats, and refuses what contradicts", async () => {
    const block = (prompt: string, right: string, wrong: string) => `${prompt}{=${right} ~${wrong}}\n\n`;
    const file = [
      block("A fruit?", "pear", "leek"),
      block("A  FRUIT?", "Pear", "chard"),
      block("A fruit?", "plum", "kale"),
      block("A fruit?", "leek", "cress"),
    ].join("");
    assert.deepEqual(await read(file, true), [
      "gift",
      "A fruit? | *pear | leek",
      "A fruit? | *plum | kale",
      "3 prompt: the same question as in line 1; it is left out",
      "7 key: the same question in line 1 has another right answer",
    ]);
  });

  it("takes all or nothing, or what is good", async () => {
    const file = `Good?{=a ~b}\n\nBad?{=a}\n\n${"Long".repeat(80)}{=a ~${"b".repeat(101)}}`;
    const faults = [
      "3 type: short answer questions are not supported",
      "5 prompt: the question has 320 characters; at most 300 are allowed",
      "5 choices: choice 2 has 101 characters; at most 100 are allowed",
    ];
    assert.deepEqual(await read(file), ["refused gift", ...faults]);
    assert.deepEqual(await read(file, true), ["gift", "Good? | *a | b", ...faults]);
    assert.deepEqual((await read("Bad?{=a}", true))[0], "refused gift");
  });

  it("tells of at most 200 faults", async () => {
    const told = await read("Q?{=a}\n\n".repeat(500));
    assert.equal(told.length, 201);
    assert.equal(told.at(-1), "399 file: there are 301 more of these");
  });
});
