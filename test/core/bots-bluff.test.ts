import assert from "node:assert/strict";
import { kindOf, madeUp } from "../../src/bots/moves/lie-kinds.ts";
import { lieWords } from "../../src/bots/moves/lie-words.ts";
import type { Ask, Compose, Situation } from "../../src/bots/moves/move.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import { personas } from "../../src/bots/personas.ts";
import { isNear } from "../../src/core/near.ts";
import { seededRandom } from "../../src/core/random.ts";
import { bankSource, readBank } from "../../src/questions/bank.ts";
import { strange } from "../support/bluff.ts";

const persona = personas[0] as Situation["persona"];
const silent: Compose = () => Promise.resolve(undefined);

const situationOf = (changes: Partial<Situation> = {}, prompt = strange.prompt): Situation => {
  const question = { ...strange, prompt, choices: [] };
  const state = { game: { id: "game", question }, players: new Map() } as unknown as Situation["state"];
  const usual = { me: "bot-a", persona, skill: 0.5, own: null, told: [], leftMs: 40_000, times: 0 };
  return { ...usual, state, recall: () => undefined, random: seededRandom("one"), compose: silent, ...changes };
};

const lieAsk: Ask = { id: "lie-1", what: "write", purpose: "lie", prompt: strange.prompt, most: 60, shown: true };
const choices = ["Dried figs", "Holy water", "Lamp oil", "My lie"];
const truthAsk: Ask = { id: "truth-1", what: "choose", purpose: "truth", prompt: strange.prompt, choices };
const lie = plannerFor("lie", "write");
const truth = plannerFor("truth", "choose");

describe("a bot that bluffs", () => {
  it("makes up an answer of the kind that is asked for", () => {
    const kinds = {
      "In which year was the Eiffel Tower opened?": "year",
      "How many hearts does an octopus have?": "count",
      "How long did the war last?": "while",
      "How tall is the tower?": "length",
      "What is a group of owls called?": "group",
      "Which country has the longest coast?": "country",
      "What is the capital of Peru?": "city",
      "Who painted this ceiling?": "person",
      "Which large bird can’t fly?": "animal",
      "What colour is a polar bear’s skin?": "colour",
      "What was the first mouse made of?": "material",
      "Why do wombats do that?": "reason",
      "What is the dot on an i called?": "word",
      "What did the machine sell?": "thing",
    };
    for (const [prompt, kind] of Object.entries(kinds)) assert.equal(kindOf(prompt), kind, prompt);
    const random = seededRandom("kinds");
    for (const kind of [...Object.keys(lieWords), "year", "count", "length", "while"]) {
      const made = new Set(Array.from({ length: 60 }, () => madeUp(kind as ReturnType<typeof kindOf>, random)));
      assert(made.size >= 8 && [...made].every((text) => text.length > 1 && text.length <= 40), kind);
    }
  });

  it("has a lie for every question of the bank, mostly different ones, never the truth as far as it knows", async () => {
    const bank = bankSource(await readBank());
    const told = new Set<string>();
    for (const { prompt, choices: all, key } of bank.questions) {
      const text = all[key] as string;
      const situation = situationOf({ recall: () => ({ key: -1, text }), random: seededRandom(prompt) }, prompt);
      const plan = await lie?.({ ...lieAsk, prompt }, situation);
      assert(plan?.text !== undefined && !isNear(plan.text, text), prompt);
      assert(plan.afterMs > 5000 && plan.afterMs < 40_000);
      told.add(plan.text.toLowerCase());
    }
    assert(told.size > 150, `${told.size} different lies`);
  });

  it("says what a model made up, if that is fit", async () => {
    const by = async (answer: string, truthIs = "Holy water") => {
      const compose = (async () => ({ answer })) as unknown as Compose;
      const recall = () => ({ key: -1, text: truthIs });
      const plans = Array.from({ length: 20 }, async (_, index) =>
        lie?.(lieAsk, situationOf({ compose, recall, random: seededRandom(`${index}`) })),
      );
      const said = (await Promise.all(plans)).map((plan) => plan?.text?.toLowerCase());
      return said.filter((text) => text === answer.toLowerCase()).length;
    };
    assert((await by("Roasted nuts")) > 10);
    assert.equal(await by("The holy water"), 0);
    assert.equal(await by("see https://example.com"), 0);
    assert.equal(await by("x".repeat(61)), 0);
  });

  it("tells a model nothing but the question", async () => {
    let seen: unknown;
    const compose = (async ({ data }: { readonly data: unknown }) => void (seen = data)) as unknown as Compose;
    await lie?.(lieAsk, situationOf({ compose, recall: () => ({ key: -1, text: "Holy water" }) }));
    assert.deepEqual(seen, { question: strange.prompt, longest: 60 });
  });

  it("finds the truth as often as its skill allows, and never votes for its own lie", async () => {
    const rightOf = async (skill: number, knows: boolean) => {
      let right = 0;
      for (let turn = 0; turn < 400; turn++) {
        const situation = situationOf({
          skill,
          own: { option: 3 },
          recall: () => (knows ? { key: 1 } : undefined),
          random: seededRandom(`${skill} ${turn}`),
        });
        const plan = await truth?.(truthAsk, situation);
        assert(plan?.choice !== undefined && plan.choice !== 3);
        if (plan.choice === 1) right++;
      }
      return right / 400;
    };
    const [weak, strong, ignorant] = [await rightOf(0, true), await rightOf(1, true), await rightOf(1, false)];
    assert(strong > weak + 0.2, `${weak} and ${strong}`);
    assert(Math.abs(ignorant - 1 / 3) < 0.08, `${ignorant}`);
  });
});
