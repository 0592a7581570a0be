import assert from "node:assert/strict";
import fc from "fast-check";
import { type ComponentChildren, createElement, Fragment, isValidElement } from "preact";
import { inFigures, inList } from "../../web/src/text/figures.ts";
import { languageFor } from "../../web/src/text/languages.ts";
import { sayRich } from "../../web/src/text/rich.ts";
import { need, say, speak } from "../../web/src/text/say.ts";

/** The words of nodes, with what a part or a value was in brackets. */
const wordsOf = (node: ComponentChildren): string => {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (!isValidElement(node)) return typeof node === "string" || typeof node === "number" ? String(node) : "";
  const inner = wordsOf((node.props as { readonly children?: ComponentChildren }).children);
  return node.type === Fragment ? inner : `[${inner}]`;
};

describe("what the page says", () => {
  afterEach(() => speak("en"));

  it("is in the first language that is wished and spoken", () => {
    assert.equal(languageFor([null, "", "xx", "pt-BR", "de"]), "pt");
    assert.equal(languageFor(["DE_at"]), "de");
    assert.equal(languageFor(["toString", "constructor"]), "en");
  });

  it("changes with the language, with its plurals, figures and lists", async () => {
    assert.equal(say("play:choice.by", { count: 1 }), "1 player");
    assert.equal(say("play:rank.place", { rank: 22 }), "22nd");
    assert.equal(inFigures(1234.5), "1,234.5");
    await need("play");
    await speak("de");
    assert.equal(say("play:choice.by", { count: 1 }), "1 Spieler");
    assert.equal(say("play:rank.place", { rank: 22 }), "22.");
    assert.equal(inFigures(1234.5), "1.234,5");
    assert.equal(inList(["A", "B", "C"]), "A, B und C");
  });

  it("has what people write in it as they wrote it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (name) => {
        assert.equal(say("play:players.options", { name }), `Options for ${name}`);
        assert.equal(wordsOf(sayRich("play:players.options", { name })), `Options for ${name}`);
      }),
      { numRuns: 25, examples: [["<b>x</b>"], ["\\u202e\\x41"], ["\uE0000\uE001"], ["{name} # '{'"]] },
    );
  });

  it("has elements for its parts and values", () => {
    const b = (words: ComponentChildren) => createElement("b", null, words);
    assert.equal(wordsOf(sayRich("play:question.of", { number: 3, total: 10 }, { b })), "Question [3] of 10");
    assert.equal(wordsOf(sayRich("play:players.options", { name: b("<Ann>") })), "Options for [<Ann>]");
    assert.equal(wordsOf(sayRich("play:question.of", { number: 3, total: 10 })), "Question 3 of 10");
  });
});
