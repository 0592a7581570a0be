import assert from "node:assert/strict";
import type { Situation } from "../../src/bots/moves/move.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import { roughNumberOf } from "../../src/bots/moves/guess-knowledge.ts";
import { seededRandom } from "../../src/core/random.ts";
import { deal } from "../../src/games/higher-or-lower/deal.ts";
import { families, thingOf } from "../../src/games/higher-or-lower/facts.ts";

const ask = { id: "guess-1", what: "choose", purpose: "guess", prompt: "", choices: ["higher", "lower"] } as const;
const pairs = Array.from({ length: 50 }, (_, index) => deal(`seed ${index}`, 8)).flat();

/** The share of right guesses over many rounds, from what everybody is shown of them. */
const shareRight = async (skill: number): Promise<number> => {
  const random = seededRandom(`skill ${skill}`);
  let right = 0;
  for (const { known, asked } of pairs) {
    const [shown, sought] = [thingOf(known).thing, thingOf(asked).thing];
    const pair = JSON.stringify({ known: shown, asked: { id: sought.id, name: sought.name } });
    const state = { game: { more: new Map([["pair", pair]]) } };
    const plan = await plannerFor("guess", "choose")?.(ask, {
      state,
      skill,
      random,
      leftMs: 9000,
    } as unknown as Situation);
    assert(plan !== undefined && plan.afterMs <= 9000);
    if ((plan.choice === 0) === sought.value > shown.value) right++;
  }
  return right / pairs.length;
};

describe("bots at higher or lower", () => {
  it("are right the more often the better they are, and never always", async () => {
    const [poor, middling, good] = [await shareRight(0), await shareRight(0.5), await shareRight(1)];
    assert(poor > 0.45 && poor < 0.65, `${poor}`);
    assert(middling > poor + 0.08 && good > middling + 0.08 && good < 0.99, `${poor}, ${middling}, ${good}`);
  });

  it("have heard of all that is asked for, if only roughly", () => {
    const things = families.flatMap((family) => family.things);
    const rough = things.map(({ id, value }) => ({ value, known: roughNumberOf(id) ?? Number.NaN }));
    assert(rough.every(({ value, known }) => Math.abs(known - value) <= 0.7 * value));
    assert(rough.filter(({ value, known }) => value !== known).length > things.length / 2);
    assert.equal(roughNumberOf("nothing of this name"), undefined);
  });
});
