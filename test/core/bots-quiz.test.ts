import assert from "node:assert/strict";
import fc from "fast-check";
import { isNear } from "../../src/core/near.ts";
import { seededRandom } from "../../src/core/random.ts";
import type { Ask, Situation } from "../../src/bots/moves/move.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import { mistyped } from "../../src/bots/moves/quiz-moves.ts";
import { knowledgeOf } from "../../src/questions/knowledge.ts";
import type { Question } from "../../src/core/game.ts";
import { questions } from "../support/quiz.ts";

const [plain] = questions(1) as [Question];
const capital: Question = { ...plain, prompt: "Capital of Brazil?", choices: ["Brasília", "Rio", "Salvador"] };
const height: Question = { ...plain, prompt: "How high?", choices: [], key: -1, number: { value: 8849, unit: "m" } };

const knowing = (question: Question, seed: string, skill: number): Situation => {
  const { learn, recall } = knowledgeOf();
  learn([question]);
  const { id, prompt, category, difficulty, image } = question;
  const game = { question: { id, prompt, choices: [], category, difficulty, image } };
  return {
    me: "bot",
    skill,
    persona: { strengths: {} },
    state: {
      game,
      players: new Map([
        ["bot", { score: 400 }],
        ["ana", { score: 1000 }],
      ]),
    },
    leftMs: 20_000,
    recall,
    random: seededRandom(seed),
  } as unknown as Situation;
};
const planOf = async (ask: Omit<Ask, "id" | "prompt">, situation: Situation) => {
  const plan = await plannerFor(ask.purpose, ask.what)?.({ id: "a", prompt: "", ...ask }, situation);
  assert(plan !== undefined && plan.afterMs >= 0 && plan.afterMs <= situation.leftMs);
  return plan;
};
const seeds = Array.from({ length: 200 }, (_, index) => `seed ${index}`);

describe("bots in a quiz with settings", () => {
  it("type what they know the more often the better they are, with a slip now and then", async () => {
    const typed = async (skill: number) => {
      const plans = await Promise.all(
        seeds.map((seed) => planOf({ what: "write", purpose: "answer", most: 100 }, knowing(capital, seed, skill))),
      );
      return plans.map(({ text = "" }) => text);
    };
    const [good, poor] = [await typed(0.9), await typed(0.1)];
    const knew = (texts: readonly string[]) => texts.filter((text) => isNear(text, "Brasília")).length;
    assert(knew(good) > 150 && knew(poor) < 110 && knew(poor) > 10, `${knew(good)} and ${knew(poor)}`);
    assert(
      good.some((text) => isNear(text, "Brasília") && !/^brasília$/i.test(text)),
      "a slip",
    );
  });

  it("slip by what is forgiven in a word of some length", () => {
    fc.assert(
      fc.property(fc.string(), (seed) =>
        assert(isNear(mistyped("Vancouver Island", seededRandom(seed)), "Vancouver Island")),
      ),
      { numRuns: 50 },
    );
  });

  it("guess numbers nearer the better they are, and within the bounds", async () => {
    const offs = async (skill: number) => {
      const ask = { what: "number", purpose: "closest", least: 0, most: 20_000 } as const;
      const plans = await Promise.all(seeds.map((seed) => planOf(ask, knowing(height, seed, skill))));
      const all = plans.map(({ number = -1 }) => (assert(number >= 0 && number <= 20_000), Math.abs(number - 8849)));
      return all.toSorted((one, other) => one - other)[100] ?? 0;
    };
    assert((await offs(0.9)) < (await offs(0.1)) / 3);
    const unknown = { ...knowing(height, "x", 0.5), recall: () => undefined };
    await planOf({ what: "number", purpose: "closest" }, unknown);
  });

  it("stake what they have", async () => {
    for (const seed of seeds.slice(0, 50)) {
      const { number = -1 } = await planOf(
        { what: "number", purpose: "wager", least: 0, most: 400 },
        knowing(capital, seed, 0.5),
      );
      assert(Number.isInteger(number) && number >= 0 && number <= 400, String(number));
    }
  });
});
