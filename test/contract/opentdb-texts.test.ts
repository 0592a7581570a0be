import assert from "node:assert/strict";
import * as fc from "fast-check";
import { categoryFor } from "../../src/questions/opentdb/categories.ts";
import { decode, type Encoding } from "../../src/questions/opentdb/decode.ts";
import { questionOf } from "../../src/questions/opentdb/question.ts";
import { memoryPace } from "../../src/questions/pace-memory.ts";
import { memoryQuestionStore } from "../../src/questions/store-memory.ts";
import { openTdbSource } from "../../src/questions/opentdb/source.ts";
import { gather } from "../../src/questions/gather.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { encoded, encoders, startOpenTdb, type StoredQuestion } from "../support/opentdb-server.ts";
import { questionRequest } from "../support/question-request.ts";

const encodings: readonly Encoding[] = ["html", "urlLegacy", "url3986", "base64"];

const stored = (of: Partial<StoredQuestion>): StoredQuestion => ({
  type: "multiple",
  difficulty: "medium",
  category: 23,
  question: "Who?",
  correct_answer: "One",
  incorrect_answers: ["Two", "Three", "Four"],
  ...of,
});

/** Each with something that went wrong somewhere: entities within, odd spaces, what can't be seen, parted accents. */
const odd = stored({
  category: 17,
  question: "  Who&#039;s the &quot;father&quot; of e\u0301lectricity &amp;amp; 100%+1 \u200elight\u00ad?\r\n",
  correct_answer: " Andr\u00e9\u00ad-Marie Ampe\u0300re ",
  incorrect_answers: ["R&amp;D", "50% + 2 = 52", "ge\u00ad\u00adne&shy;tics\u00a0lab &lrm;🙂"],
});

const fillers = Array.from({ length: 49 }, (_, nth) => stored({ category: 17, question: `Number ${nth}?` }));

/** As it comes, in entities. */
const made = (of: Partial<StoredQuestion>) => questionOf(encoded(stored(of), encoders["html"] ?? String), "html");

describe("texts of Open Trivia DB", () => {
  for (const encoding of encodings) {
    it(`are the same in every part, sent as ${encoding}`, async () => {
      const server = await startOpenTdb([odd, ...fillers]);
      const store = memoryQuestionStore();
      const now = () => Date.now();
      const parts = { store, now, pace: memoryPace(now), log: logOf("silent") };
      const source = openTdbSource({ ...parts, url: server.url, encoding, everyMs: 1 });
      const request = questionRequest({ topic: "science", count: 50 });
      const { questions } = await gather(source, request, AbortSignal.timeout(5000));
      await source.stop();
      await server.close();
      const { id, ...question } = questions.find(({ prompt }) => prompt.includes("light")) ?? { id: "" };
      assert.match(id, /^opentdb-/);
      assert.deepEqual(question, {
        prompt: 'Who\'s the "father" of électricity &amp; 100%+1 light?',
        choices: ["André-Marie Ampère", "R&D", "50% + 2 = 52", "genetics lab 🙂"],
        key: 0,
        category: "Science & Nature",
        difficulty: "medium",
        explanation: "",
        image: "",
      });
    });
  }

  it("are what was written, however they were sent", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const [first, ...others] = encodings.map((encoding) => decode(encoders[encoding]?.(text) ?? "", encoding));
        for (const other of others) assert.equal(other, first);
        if (/^[\w ]*$/.test(text)) assert.equal(first, text.replaceAll(/ +/g, " ").trim());
      }),
    ));

  it("are refused when they were sent as something else", () => {
    assert.equal(decode("not base64!", "base64"), undefined);
    assert.equal(decode(Buffer.from([0x63, 0x61, 0x66, 0xe9]).toString("base64"), "base64"), undefined);
    assert.equal(decode("100%", "url3986"), undefined);
    assert.equal(decode("%E9", "urlLegacy"), undefined);
    assert.equal(decode("broken \u{fffd} letter", "html"), undefined);
  });

  it("make no question when they could not be asked", () => {
    assert.ok(made({}));
    const refused: readonly Partial<StoredQuestion>[] = [
      { question: "" },
      { question: "?!" },
      { question: "a ".repeat(150) + "b?" },
      { question: "Who wrote number ONE first?" },
      { correct_answer: " &shy; " },
      { correct_answer: "x".repeat(101) },
      { incorrect_answers: [] },
      { incorrect_answers: ["Two", "Three", "óne "] },
      { incorrect_answers: ["Two", "Three", "TWO!"] },
      { incorrect_answers: "abcdef".split("") },
      { type: "boolean", incorrect_answers: ["Two"] },
      { type: "boolean", correct_answer: "True", incorrect_answers: ["True"] },
      { difficulty: "mild" as "hard" },
    ];
    for (const of of refused) assert.equal(made(of), undefined, JSON.stringify(of));
  });

  it("that are true or false have these two choices, in this order", () => {
    const asked = (right: string, wrong: string) => {
      const question = made({
        type: "boolean",
        question: "This is so.",
        correct_answer: right,
        incorrect_answers: [wrong],
      });
      return [question?.choices, question?.key];
    };
    assert.deepEqual(asked("True", "False"), [["True", "False"], 0]);
    assert.deepEqual(asked("False", "True"), [["True", "False"], 1]);
  });

  it("have the same id whenever they come, and no other has", () => {
    const id = (question: string) => made({ question })?.id;
    assert.equal(id("Who was the first?"), id(" who was THE first ?"));
    assert.notEqual(id("Who was the first?"), id("Who was the last?"));
  });
});

describe("categories of Open Trivia DB", () => {
  const cases: Readonly<Record<string, string>> = {
    "Video Games": "Video Games",
    "computer games": "Video Games",
    "video game music": "Video Games / music",
    anime: "Japanese Anime & Manga",
    "History quiz": "History",
    "the history of Rome": "History / rome",
    "World War 2": "History / world war 2",
    "computers!": "Computers",
    "computer science": "Computers",
    science: "Science & Nature",
    "board games": "Board Games",
    "card games": "Board Games / card game",
    "TV shows": "Television",
    "Star Wars": "Film / star war",
    FOOTBALL: "Sports / football",
    "art history": "Art / history",
    "comic books": "Comics",
    "famous people": "Celebrities",
    maths: "Mathematics",
    "science fiction": "Books / science fiction",
  };
  for (const [topic, expected] of Object.entries(cases)) {
    it(`for “${topic}”: ${expected}`, () => {
      const { category, open } = categoryFor(topic) ?? { category: undefined, open: [] };
      assert.equal([category?.name, ...(open.length === 0 ? [] : ["/", ...open])].join(" "), expected);
    });
  }

  it("are any for no topic, and none for what they do not know", () => {
    assert.deepEqual(categoryFor(""), { category: undefined, open: [] });
    assert.deepEqual(categoryFor("a trivia quiz about"), { category: undefined, open: [] });
    assert.equal(categoryFor("Quetzalcoatlus northropi"), undefined);
    assert.equal(categoryFor("__proto__"), undefined);
  });
});
