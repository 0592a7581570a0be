import assert from "node:assert/strict";
import * as fc from "fast-check";
import { answerKey, duplicateIndex } from "../../src/questions/duplicates.ts";
import { folded } from "../../src/questions/text.ts";

const indexOf = (...questions: readonly (readonly [prompt: string, answer?: string])[]) => {
  const index = duplicateIndex();
  for (const [prompt, answer] of questions) index.add(prompt, answer);
  return index;
};

describe("an index of duplicates", () => {
  it("finds the same text whatever its case, accents and punctuation, and whatever the answer", () => {
    const index = indexOf(["Which river flows through São Paulo?", "Tietê"]);
    assert.equal(index.find("WHICH river flows\u00a0through Sao Paulo", "Pinheiros"), "exact");
    assert.equal(index.find("Which river flows through Rio?", "Tietê"), undefined);
  });

  it("finds questions that share three fifths of their words and the answer", () => {
    const index = indexOf(["Which English king signed Magna Carta in 1215?", "King John"]);
    assert.equal(index.find("In 1215, Magna Carta was signed by which king?", "king JOHN"), "near");
    assert.equal(index.find("Which of the English kings had to sign the Magna Carta?", "the king John"), undefined);
    assert.equal(index.find("Which English king signed Magna Carta in the year 1215?", "the King John"), "near");
  });

  it("leaves those apart that have another answer, however alike they are", () => {
    const index = indexOf(["What do you call a hybrid of a male lion and a female tiger?", "Liger"]);
    assert.equal(index.find("What do you call a hybrid of a female lion and a male tiger?", "Tigon"), undefined);
    assert.equal(index.find("What do you call the hybrid of a female lion and a male tiger?", "A liger"), "near");
  });

  it("leaves those apart whose answer is one that many have", () => {
    for (const answer of ["True", "false", "YES", "No", "All of the above", "none"]) {
      const index = indexOf(["Is the capital of Australia called Sydney?", answer]);
      assert.equal(index.find("Is Sydney called the capital of Australia?", answer), undefined);
      assert.equal(index.find("is the capital of australia called sydney", answer), "exact");
    }
  });

  it("takes a question without its answer for the same only when most words are", () => {
    const index = indexOf(["Which two metals make up the alloy brass?"]);
    assert.equal(index.find("Brass: the alloy of which two metals?", "Copper and zinc"), undefined);
    assert.equal(index.find("Which two metals, then, make up the alloy brass?", "Copper and zinc"), "near");
    assert.equal(index.find("which two metals make up the alloy brass", "Copper and zinc"), "exact");
  });

  it("says nothing of questions without a word of content", () => {
    const index = indexOf(["Who is it?", "Ana"], ["???", "Ana"]);
    assert.equal(index.find("What is it?", "Ana"), undefined);
    assert.equal(indexOf(["Who is it?"]).find("What is that?", "Ana"), undefined);
  });

  it("agrees with a comparison of each with each", () => {
    const words = "alpha beta gamma delta".split(" ");
    const prompts = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }).map((some) => some.join(" "));
    const answers = fc.constantFrom("x", "y", "true");
    const alike = (a: string, b: string): boolean => {
      const [one, other] = [a.split(" "), b.split(" ")];
      return one.filter((word) => other.includes(word)).length / new Set([...one, ...other]).size >= 0.6;
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(prompts, answers)), prompts, answers, (before, prompt, answer) => {
        const exact = before.some(([text]) => text === prompt);
        const near = before.some(([text, key]) => key === answer && key !== "true" && alike(text, prompt));
        assert.equal(indexOf(...before).find(prompt, answer), exact ? "exact" : near ? "near" : undefined);
      }),
    );
  });
});

describe("the key of an answer", () => {
  it("is the same for spellings of one answer, and another where a sign makes a difference", () => {
    for (const [one, other] of [
      ["The Nile", "nile!"],
      ["Élan", "elan"],
      ["a  b", "A-B"],
      ["½", "1/2"],
    ] as const) {
      assert.equal(answerKey(one), answerKey(other));
    }
    const apart = ["C", "C++", "C#", "5", "-5", "−6", "$5", "£5", "<", ">", "❤", "🎸", "The", "A"];
    assert.equal(new Set(apart.map(answerKey)).size, apart.length);
    assert.equal(answerKey(""), "");
  });

  it("is a folded text, so that it can be stored as one", () => {
    for (const text of ["C++", "The Nile", "-5 €"]) assert.equal(folded(answerKey(text)), answerKey(text));
  });
});
