import assert from "node:assert/strict";
import * as fc from "fast-check";
import { marker, quotesRules, solverRules, writerRules } from "../../src/questions/model/prompts.ts";
import { cleanTopic } from "../../src/questions/model/topic.ts";
import { draftFaults } from "../../src/questions/rules.ts";
import type { QuestionRequest } from "../../src/questions/source.ts";
import { folded } from "../../src/questions/text.ts";
import { hasUnseen } from "../../src/questions/unseen.ts";
import { type Attack, attacks } from "../support/question-attacks.ts";
import type { RawQuestion, WriterData } from "../support/question-writer.ts";
import { QuestionWorld } from "../support/question-world.ts";

/** A world in which a text was typed by somebody, and a model that does as it says in the first round. */
const attacked = async (
  { obeying, harmless = false }: Attack,
  wish: Partial<QuestionRequest>,
): Promise<QuestionWorld> => {
  const world = new QuestionWorld({
    instead: (questions, _, nth) => {
      if (nth > 1) return undefined;
      const said = obeying(questions as readonly RawQuestion[]);
      const before = new Set(questions.map((raw) => JSON.stringify(raw)));
      const changed = [Object(said).questions].flat().filter((raw) => !before.has(JSON.stringify(raw)));
      // What the text made of it must not be kept.
      if (!harmless) for (const raw of changed) world.writer.planted.add(folded(String(Object(raw).question)));
      return said;
    },
  });
  const { questions, error } = await world.make({ topic: "rivers", count: 12, ...wish });
  assert.equal(error, "");
  assert.equal(questions.length, 12);
  return world;
};

/** Nothing that was kept breaks a rule, has another key or more to it than a question has. */
const isClean = (world: QuestionWorld): void => {
  world.check();
  const fields = "id,prompt,choices,key,category,difficulty,explanation,image";
  for (const { question } of world.kept) {
    const { prompt, choices, key, explanation } = question;
    const draft = { prompt, correct: choices[key] ?? "", wrong: choices.toSpliced(key, 1), explanation };
    assert.deepEqual(
      draftFaults(draft, (text) => !quotesRules(text)),
      [],
      prompt,
    );
    assert.deepEqual([Object.keys(question).join(), question.image, question.id.slice(0, 3)], [fields, "", "ai-"]);
    assert(!JSON.stringify(question).includes(marker), prompt);
  }
};

/** Byte for byte the same rules in every request; what was typed is in the data of those for questions, where it belongs. */
const isApart = (world: QuestionWorld, text: string, carries: (data: WriterData) => boolean): void => {
  for (const { name, system, user } of world.writer.heard) {
    assert.equal(system, name === "questions" ? writerRules : solverRules);
    assert(!system.includes(text));
    assert(name === "answers" || carries(JSON.parse(user) as WriterData));
  }
};

describe("fifty texts that try to give orders to a model that obeys them", () => {
  assert.equal(attacks.length, 25);
  for (const attack of attacks) {
    const { text } = attack;
    it(`change nothing as a topic: ${cleanTopic(text)}`, async () => {
      const world = await attacked(attack, { topic: text });
      isClean(world);
      isApart(world, text, ({ topic }) => topic === cleanTopic(text));
    });

    it(`change nothing as a question that was played: ${cleanTopic(text)}`, async () => {
      const world = await attacked(attack, { played: ["Who built the bridge of Bado?", text] });
      isClean(world);
      isApart(world, text, ({ avoid }) => avoid.some((prompt) => prompt.includes(text.slice(-20))));
    });
  }
});

describe("a topic", () => {
  it("is one line of 80 characters at most, in NFKC, and without what can't be seen", () => {
    assert.equal(cleanTopic("  The\n\tRoman\u0000 Empire\u2028 "), "The Roman Empire");
    assert.equal(cleanTopic("ﬁlms №\u00a01"), "films No 1");
    assert.equal(cleanTopic("ca\u200bts\u202e and d\u00adogs\u{e0041}"), "cats and dogs");
    assert.equal(cleanTopic("می\u200cخواهم"), "می\u200cخواهم");
    assert.equal(cleanTopic("x".repeat(200)).length, 80);
    assert.equal(cleanTopic(`${"x".repeat(79)}🎸`), "x".repeat(79));
    assert.equal(cleanTopic("\ud800\u200b"), "");
  });

  it("is that whatever people type, and cleaning it again changes nothing", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const topic = cleanTopic(text);
        assert(topic.length <= 80 && topic.isWellFormed());
        assert.equal(topic, topic.trim());
        assert(!/[\r\n\p{Cc}]/u.test(topic) && !hasUnseen(topic));
        assert.equal(cleanTopic(topic), topic);
      }),
      { numRuns: 500 },
    );
  });
});
