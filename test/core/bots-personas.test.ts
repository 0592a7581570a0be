import assert from "node:assert/strict";
import { type Persona, personas } from "../../src/bots/personas.ts";
import * as common from "../../src/bots/script/common.ts";
import * as company from "../../src/bots/script/company.ts";
import { filled } from "../../src/bots/script/pick.ts";
import { genres } from "../../src/bots/script/story-genres.ts";
import { judge } from "../../src/moderation/judge.ts";
import { messages } from "../../src/protocol/messages.ts";
import { topicWords } from "../../src/questions/text.ts";

/** As long as names, topics and words get in a line. */
const values = {
  name: "N".repeat(24),
  winner: "W".repeat(24),
  topic: "t".repeat(40),
  word: "w".repeat(16),
  thing: "one of the lanternmakers",
  Thing: "One of the lanternmakers",
};

const each = (check: (persona: Persona, kind: string, lines: readonly string[]) => void) => {
  for (const persona of personas) {
    for (const [kind, lines] of Object.entries(persona.lines)) check(persona, kind, lines);
  }
};

describe("personas", () => {
  it("are at least eight, each with an id, a name, a prompt and quirks of its own", () => {
    assert(personas.length >= 8);
    for (const part of ["id", "name", "prompt"] as const) {
      assert.equal(new Set(personas.map((persona) => persona[part])).size, personas.length);
    }
    for (const { id, prompt, name, skill, talk, quirks } of personas) {
      assert.match(id, /^[a-z]+$/);
      assert(prompt.length <= 500 && prompt.includes(name) && /\bAI bot\b/.test(prompt), `${id}: ${prompt.length}`);
      assert(skill >= 0 && skill <= 1 && talk >= 0 && talk <= 1 && quirks.length >= 2, id);
    }
  });

  it("are strong and weak at topics, in the words that topics are cut into", () => {
    for (const { id, strengths } of personas) {
      const offsets = Object.values(strengths);
      assert(offsets.every((offset) => offset >= -1 && offset <= 1) && offsets.some((offset) => offset < 0), id);
      for (const word of Object.keys(strengths)) assert.deepEqual(topicWords(word), [word], `${id}: ${word}`);
    }
  });

  it("have six lines or more for every moment, none of them twice", () => {
    each(({ id }, kind, lines) => assert(lines.length >= 6, `${id} ${kind}: ${lines.length}`));
    const all = personas.flatMap(({ lines }) => Object.values(lines).flat()).filter((line) => line.length > 25);
    assert.deepEqual(
      all.filter((line, at) => all.indexOf(line) !== at),
      [],
    );
  });

  it("say one line of at most 160 characters, with no link, call or command, whatever is put in", () => {
    each((persona, kind, lines) => {
      for (const template of lines) {
        const line = filled(template, values) ?? "";
        assert(line !== "" && line.length <= 160, `${persona.id} ${kind}: ${template}`);
        assert(messages.chat.safeParse({ text: line }).success, line);
        assert.doesNotMatch(line, /[@\n]|:\/\/|\p{L}\.\p{L}|^\s*(?:\/|trivia\b)|[{}]/iu);
      }
    });
  });

  it("say nothing that the chat would refuse or mask, and nor do the lines they share", () => {
    const fill = {
      ...values,
      a: "a snail",
      who: "Mona",
      hero: "Mona",
      word: "jazz",
      yours: "your cat",
      trade: "a nurse",
    };
    const shared = [
      ...Object.values(common),
      ...Object.values(company),
      ...genres.flatMap((one) => Object.values(one)),
    ];
    for (const template of [...personas.flatMap(({ lines }) => Object.values(lines)), ...shared].flat()) {
      const line =
        filled(template, { ...fill, name: "Ana", winner: "Ana", topic: "space", thing: "the lamp" }) ?? template;
      for (const level of ["standard", "strict"] as const)
        assert.equal(judge(line, { level, purpose: "bot" }).action, "allow", line);
    }
  });

  it("have enough to say when nothing can be put in, and nothing to put in during a game", () => {
    each((persona, kind, lines) => {
      const bare = lines.filter((line) => !/\{(?!name|winner|thing|Thing)/.test(line));
      if (kind !== "favourite") assert(bare.length >= 6, `${persona.id} ${kind}`);
      if (/^(?:right|wrong|missed|streak|won|ended|deflect|aside|offer)$/.test(kind)) {
        assert(!lines.some((line) => line.includes("{")), `${persona.id} ${kind}`);
      }
    });
  });

  it("say that they are bots in every line about themselves", () => {
    for (const { lines } of personas) for (const line of lines.self) assert.match(line, /\b(?:AI|bot)\b/i, line);
  });
});
