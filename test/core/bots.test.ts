import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { lineFor, typingMs } from "../../src/bots/banter.ts";
import { personaFor, personas } from "../../src/bots/personas.ts";
import { chanceOfRight, planAnswer } from "../../src/bots/skill.ts";
import { messages } from "../../src/protocol/messages.ts";

const question = { prompt: "What is it, if it is not that?", choices: ["a", "b", "c", "d"], difficulty: "medium" };

describe("a bot's answers", () => {
  it("are right as often as its skill and the difficulty say", () => {
    for (const skill of [0, 0.35, 0.6, 0.85, 1]) {
      for (const difficulty of ["easy", "medium", "hard"]) {
        const random = seededRandom(`${skill} ${difficulty}`);
        let answered = 0;
        let right = 0;
        for (let n = 0; n < 5000; n++) {
          const plan = planAnswer({ ...question, difficulty }, skill, 2, 20_000, random);
          if (plan === undefined) continue;
          answered++;
          if (plan.choice === 2) right++;
        }
        const expected = chanceOfRight(skill, difficulty, 4);
        assert(
          Math.abs(right / answered - expected) < 0.025,
          `${skill} ${difficulty}: ${right / answered}, not ${expected}`,
        );
        assert(answered / 5000 > 0.95 && answered < 5000, "a few are never given");
      }
    }
  });

  it("come in a human time, within the limit, the same for the same seed", () => {
    const times: number[] = [];
    const random = seededRandom("times");
    for (let n = 0; n < 2000; n++) {
      const plan = planAnswer(question, 0.6, 0, 10_000, random);
      if (plan !== undefined) times.push(plan.afterMs);
    }
    assert(Math.min(...times) >= 1200 && Math.max(...times) <= 9700, `${Math.min(...times)} ${Math.max(...times)}`);
    assert(new Set(times).size > 500, "times vary");
    const plans = (seed: string) => {
      const chance = seededRandom(seed);
      return Array.from({ length: 10 }, () => planAnswer(question, 0.6, 0, 10_000, chance));
    };
    assert.deepEqual(plans("a"), plans("a"));
    assert.notDeepEqual(plans("a"), plans("b"));
  });

  it("are guesses when the question is not known", () => {
    const random = seededRandom("guess");
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 4000; n++) {
      const plan = planAnswer(question, 1, undefined, 20_000, random);
      if (plan !== undefined) counts[plan.choice] = (counts[plan.choice] ?? 0) + 1;
    }
    for (const count of counts) assert(Math.abs(count / 4000 - 0.2425) < 0.03, String(counts));
  });
});

describe("a bot's lines", () => {
  it("come now and then, and can be said", () => {
    const random = seededRandom("lines");
    for (const persona of personas) {
      let said = 0;
      for (let n = 0; n < 1000; n++) {
        const line = lineFor(
          persona,
          { type: "result", right: n % 2 === 0, answered: n % 3 > 0, streak: n % 4 },
          random,
        );
        if (line !== undefined) said++;
      }
      assert(said > 30 && said < 400, `${persona.id} said ${said} lines`);
      for (const line of Object.values(persona.lines).flat()) {
        assert(messages.chat.safeParse({ text: line }).success && line.length <= 160, line);
        assert(typingMs(line) >= 600 && typingMs(line) <= 4000);
      }
    }
  });

  it("belong to a persona found by name, or in turn", () => {
    assert.equal(personaFor("GPT-Muse", 2).id, "muse");
    assert.equal(personaFor("QUILL", 0).id, "quill");
    assert.deepEqual(
      [0, 1, 2, 3].map((nth) => personaFor(null, nth).id),
      ["muse", "quill", "rae", "muse"],
    );
  });
});
