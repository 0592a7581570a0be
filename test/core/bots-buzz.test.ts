import assert from "node:assert/strict";
import type { Ask, Plan, Situation } from "../../src/bots/moves/move.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import { personas } from "../../src/bots/personas.ts";
import { seededRandom } from "../../src/core/random.ts";

const choices = ["north", "south", "east", "left"];
const key = 3;
const press: Ask = { id: "buzz-0-0", what: "press", purpose: "buzz", prompt: "" };
const say: Ask = { id: "respond-0-0", what: "choose", purpose: "respond", prompt: "", choices };

type Out = readonly { readonly player: string; readonly choice: number | null }[];

/** What a bot of this skill knows, with a chance of its own; `out` is what others have tried. */
const situationOf = (seed: string, skill: number, isKnown = true) => {
  const random = seededRandom(seed);
  return (out: Out = [], leftMs = 20_000, id = "q1"): Situation => ({
    me: "bot-a",
    persona: personas[0] as Situation["persona"],
    skill,
    state: {
      game: {
        question: { id, prompt: "Which of these is odd?", choices, category: "", difficulty: "easy", image: "" },
        more: new Map([["buzz", JSON.stringify({ player: null, among: 0, out })]]),
      },
    } as unknown as Situation["state"],
    own: null,
    told: [],
    leftMs,
    times: 0,
    recall: () => (isKnown ? { key } : undefined),
    random,
    compose: () => Promise.resolve(undefined),
  });
};

const plan = async (ask: Ask, situation: Situation): Promise<Plan | undefined> =>
  plannerFor(ask.purpose, ask.what)?.(ask, situation);

/** How many of 300 bots buzz, and of those how many are right then. */
const played = async (skill: number, isKnown = true, out: Out = []) => {
  let [buzzes, right] = [0, 0];
  for (let n = 0; n < 300; n++) {
    const at = situationOf(`bot ${n}`, skill, isKnown);
    if ((await plan(press, at(out))) === undefined) continue;
    buzzes += 1;
    const answer = await plan(say, at(out, 8000));
    assert(out.every(({ choice }) => choice !== answer?.choice));
    if (answer?.choice === key) right += 1;
  }
  return { buzzes, right };
};

describe("bots that buzz", () => {
  it("do so the more, and are right the more often, the better they are", async () => {
    const [good, poor, lost] = [await played(1), await played(0), await played(1, false)];
    assert(good.buzzes > poor.buzzes && poor.buzzes > lost.buzzes, `${good.buzzes} ${poor.buzzes} ${lost.buzzes}`);
    assert(good.right / good.buzzes > 0.9);
    assert(lost.right / lost.buzzes < 0.5);
  });

  it("answer what they buzzed for, and nothing that was wrong", async () => {
    const out = [{ player: "ana", choice: key }];
    const { buzzes, right } = await played(1, true, out);
    assert(buzzes > 30 && buzzes < 200 && right === 0, `${buzzes} of 300`);
  });

  it("leave time to others, and are quick when buzzing opens again", async () => {
    const at = situationOf("bot 1", 1);
    const first = await plan(press, at());
    const next = await plan(press, at([{ player: "ana", choice: (key + 1) % 4 }]));
    assert((first?.afterMs ?? 0) >= 1200 && (next?.afterMs ?? 9999) <= 1800);
    assert.equal(await plan(press, at([], 1000, "q2")), undefined);
    assert(((await plan(say, at([], 1000)))?.afterMs ?? 9999) <= 600);
  });
});
