import assert from "node:assert/strict";
import * as fc from "fast-check";
import { distance, folded } from "../../web/src/voice/folding.ts";
import { languageOf, voiceFor } from "../../web/src/voice/language.ts";
import { matchAnswer } from "../../web/src/voice/match.ts";
import { meant, waitFor } from "../../web/src/voice/spoken-answer.ts";
import { answerAloud, questionAloud } from "../../src/protocol/spoken.ts";

const people = ["Nicolaus Copernicus", "Galileo Galilei", "Edmond Halley", "Johannes Kepler"];

/** What was heard, the choices, and what was meant: one, some of which somebody is asked, or none. */
const cases: readonly (readonly [heard: string, choices: readonly string[], meant: readonly number[]])[] = [
  ["B", people, [1]],
  ["bee", people, [1]],
  ["letter D", people, [3]],
  ["option c please", people, [2]],
  ["e", people, []],
  ["the second", people, [1]],
  ["the second one", people, [1]],
  ["number three", people, [2]],
  ["the last one", people, [3]],
  ["fifth", people, []],
  ["zwei", people, [1]],
  ["die dritte", people, [2]],
  ["la segunda", people, [1]],
  ["la deuxième", people, [1]],
  ["Kepler", people, [3]],
  ["johanes kepler", people, [3]],
  ["nicholas copernicus", people, [0]],
  ["the answer is Edmund Haley", people, [2]],
  ["I think it's Galileo", people, [1]],
  ["hello there", people, []],
  ["", people, []],
  ["…", people, []],
  ["sao paulo", ["São Paulo", "Rio de Janeiro"], [0]],
  ["koln", ["Köln", "Bonn"], [0]],
  ["strasse", ["Straße", "Weg"], [0]],
  ["Москва", ["Москва", "Минск"], [0]],
  ["東京", ["大阪", "東京"], [1]],
  // Numbers are never nearly right.
  ["1969", ["1968", "1969", "1970"], [1]],
  ["nineteen sixty nine", ["1968", "1969", "1970"], [1]],
  ["two hundred and five", ["205", "25"], [0]],
  ["1 000", ["100", "1,000"], [1]],
  ["twelve", ["Ten", "Eleven", "Twelve"], [2]],
  ["1967", ["1968", "1969", "1970"], []],
  // What can be meant in two ways is asked.
  ["two", ["3", "1", "2", "4"], [1, 2]],
  ["B", ["A", "AB", "B", "0"], [1, 2]],
  ["elisabeth", ["Elizabeth I", "Elizabeth II", "Mary"], [0, 1]],
  // Said in a way that leaves no doubt.
  ["letter b", ["A", "AB", "B", "0"], [1]],
  ["true", ["True", "False"], [0]],
];

const chosen = (heard: string, choices: readonly string[]): readonly number[] => {
  const match = matchAnswer(heard, choices);
  if (match.kind === "one") return [match.choice];
  return match.kind === "several" ? match.choices : [];
};

describe("a spoken answer", () => {
  for (const [heard, choices, expected] of cases) {
    it(`"${heard}" of ${choices.join(", ")}`, () => assert.deepEqual(chosen(heard, choices), expected));
  }

  it("is understood when a choice is read out, word for word", () => {
    const word = fc.stringMatching(/^[a-zà-ü]{4,12}$/);
    const choices = fc.uniqueArray(
      fc.tuple(word, word).map((words) => words.join(" ")),
      {
        minLength: 2,
        maxLength: 6,
        selector: folded,
      },
    );
    fc.assert(
      fc.property(choices, fc.nat(5), (texts, at) => {
        const which = at % texts.length;
        assert(chosen(texts[which] as string, texts).includes(which));
      }),
    );
  });

  it("is one of the choices, or none, whatever is heard", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string(), { maxLength: 6 }), (heard, choices) => {
        const match = chosen(heard, choices);
        assert(match.every((choice) => choice >= 0 && choice < choices.length));
        assert.equal(new Set(match).size, match.length);
      }),
    );
  });

  it("is taken from the likeliest reading that means anything", () => {
    assert.deepEqual(meant(["sea of", "see", "d"], people), { text: "see", match: { kind: "one", choice: 2 } });
    assert.deepEqual(meant(["hm"], people), { text: "hm", match: { kind: "none" } });
  });

  it("waits to be taken back, and never so long that the question closes over it", () => {
    assert.deepEqual([20_000, 2100, 1500, 600, 0].map(waitFor), [1500, 1500, 900, 0, 0]);
  });

  it("is compared by letters put in, taken out, changed and swapped", () => {
    for (const [one, other, expected] of [
      ["", "abc", 3],
      ["kitten", "sitting", 3],
      ["kelper", "kepler", 1],
      ["same", "same", 0],
    ] as const)
      assert.equal(distance(one, other), expected);
    fc.assert(fc.property(fc.string(), fc.string(), (one, other) => distance(one, other) === distance(other, one)));
  });
});

describe("reading aloud", () => {
  const question = { prompt: "Which planet is red", choices: ["Venus", "Mars!"] };

  it("reads a question with its letters, and its answer with why", () => {
    assert.equal(questionAloud(question), "Which planet is red. A: Venus. B: Mars!");
    const solved = { ...question, key: 1, explanation: "Rust" };
    assert.equal(answerAloud(solved), "B: Mars! Rust.");
    assert.equal(answerAloud({ ...solved, key: -1 }), "");
  });

  it("knows the language of a question", () => {
    const questions = {
      en: "What is the capital of Spain?",
      de: "Was ist die Hauptstadt der Schweiz?",
      es: "¿Cuál es la capital de España?",
      fr: "Quelle est la capitale de la France ?",
      pt: "Qual é a capital do Brasil?",
      ja: "日本の首都はどこですか",
      ru: "Какая столица России?",
      el: "Ποια είναι η πρωτεύουσα;",
      it: "2 + 2 = ?",
    };
    for (const [language, text] of Object.entries(questions)) assert.equal(languageOf(text, "it"), language);
  });

  it("takes a voice of this device that speaks the language, or none", () => {
    const voice = (lang: string, localService = true, isDefault = false) => ({
      lang,
      localService,
      default: isDefault,
    });
    const voices = [voice("en-US", false, true), voice("de_DE"), voice("en-GB"), voice("en-US", true)];
    assert.equal(voiceFor(voices, "en-GB"), voices[2]);
    assert.equal(voiceFor(voices, "de"), voices[1]);
    assert.equal(voiceFor(voices, "en-US"), voices[3]);
    assert.equal(voiceFor(voices, "fr"), undefined);
  });
});
