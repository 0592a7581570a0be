import assert from "node:assert/strict";
import type { Compose, Situation } from "../../src/bots/moves/move.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import { personas } from "../../src/bots/personas.ts";
import { seededRandom } from "../../src/core/random.ts";
import { type Language, openings } from "../../src/games/story/openings.ts";

type Line = { readonly player: string; readonly text: string };

const none: Compose = async () => undefined;
const silly: Compose = async <T>() => ({ sentence: "Then the moose sang." }) as T;

const situationOf = (language: string, lines: readonly Line[], ending: boolean, compose = none, seed = "seed") => {
  const opening = openings[language as Language][0];
  const more = { story: { language, opening, lines }, turn: { writer: "bot", ending } };
  const parts = new Map(Object.entries(more).map(([name, part]) => [name, JSON.stringify(part)]));
  const [persona] = personas;
  return {
    state: { game: { more: parts }, players: new Map([["ana", { kind: "human", name: "Ana" }]]) },
    persona,
    leftMs: 40_000,
    random: seededRandom(seed),
    compose,
    own: null,
  } as unknown as Situation;
};
const ask = { id: "sentence-1", what: "write", purpose: "sentence", prompt: "", most: 200, shown: true } as const;
const write = async (...given: Parameters<typeof situationOf>): Promise<string> => {
  const plan = await plannerFor("sentence", "write")?.(ask, situationOf(...given));
  assert(plan !== undefined && plan.afterMs > 0 && plan.afterMs <= 20_000);
  return plan.text ?? "";
};

describe("bots at a story", () => {
  it("write sentence after sentence in every language without a model, and an ending", async () => {
    for (const language of Object.keys(openings)) {
      const lines: Line[] = [{ player: "ana", text: "The end." }];
      for (let turn = 0; turn < 14; turn++) {
        const text = await write(language, lines, turn === 13, none, `${language} ${turn}`);
        assert(text.length > 10 && text.length <= 200 && !/[{}]/.test(text), text);
        lines.push({ player: "bot", text });
      }
      assert(new Set(lines.map(({ text }) => text)).size > 9, language);
    }
  });

  it("take a model's sentence where there is one that is fit", async () => {
    assert.equal(await write("de", [], false, silly), "Then the moose sang.");
    const spam: Compose = async <T>() => ({ sentence: "See https://example.com now" }) as T;
    assert(!(await write("de", [], false, spam)).includes("example"));
  });

  it("vote for others' sentences and never for their own", () => {
    const vote = plannerFor("vote", "choose");
    const choices = ["One.", "Two.", "Three."];
    const ballot = { id: "vote-1", what: "choose", purpose: "vote", prompt: "", choices } as const;
    const seen = new Set<number>();
    for (let nth = 0; nth < 40; nth++) {
      const own = { mine: [1] };
      const plan = vote?.(ballot, { own, leftMs: 9000, random: seededRandom(`${nth}`) } as unknown as Situation);
      seen.add((plan as { choice: number }).choice);
    }
    assert.deepEqual(seen, new Set([0, 2]));
    const random = seededRandom("");
    assert.equal(
      vote?.({ ...ballot, choices: ["Mine."] }, { own: { mine: [0] }, random } as unknown as Situation),
      undefined,
    );
  });
});
