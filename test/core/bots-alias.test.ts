import assert from "node:assert/strict";
import { answersTo } from "../../src/bots/moves/alias-answers.ts";
import { openings } from "../../src/bots/moves/alias-lines.ts";
import { plannerFor } from "../../src/bots/moves/planners.ts";
import type { Ask, Compose, Situation } from "../../src/bots/moves/move.ts";
import { personas } from "../../src/bots/personas.ts";
import { seededRandom } from "../../src/core/random.ts";
import { prompts } from "../../src/games/find-the-bot/prompts.ts";

const names = ["Kiwi", "Mango", "Opal", "Zebra"];
const aliases = names.map((name, index) => ({ id: `a${index + 1}`, name, colour: index }));
const persona = personas[0] as Situation["persona"];

type Told = {
  readonly type: string;
  readonly payload: { readonly round: number; readonly alias: string; readonly text: string };
};
const line = (alias: string, text: string): Told => ({ type: "line", payload: { round: 1, alias, text } });

const situationOf = (prompt: string, told: readonly Told[], changes: Partial<Situation> = {}): Situation => {
  const more = new Map([
    ["round", JSON.stringify({ prompt: { id: prompt, text: "A prompt?" }, aliases })],
    ["voted", "0"],
  ]);
  const game = { id: "game", number: 1, more };
  const players = new Map(["ann", "bob"].map((id) => [id, { id, name: id, kind: "human" }]));
  const state = { game, players } as unknown as Situation["state"];
  const compose: Compose = () => Promise.resolve(undefined);
  const usual = { me: "bot-a", persona, skill: 0.5, own: { aliases: ["a1"] }, leftMs: 100_000, times: 0 };
  return { ...usual, state, told, recall: () => undefined, random: seededRandom("one"), compose, ...changes };
};

const speak: Ask = { id: "speak-1-a1", what: "write", purpose: "alias", prompt: "Kiwi", most: 200, shown: true };
const planner = plannerFor("alias", "write");

/** What a bot says until it has nothing more to say, each line after so many looks. */
const talkOf = async (prompt: string, seed: string, told: readonly Told[] = [], changes: Partial<Situation> = {}) => {
  const random = seededRandom(seed);
  const said: string[] = [];
  const heard = [...told];
  const memory = new Map<string, unknown>();
  let leftMs = 120_000;
  for (let looks = 0; looks < 1000; looks++) {
    const times = said.length;
    const plan = await planner?.(
      speak,
      situationOf(prompt, heard, { me: seed, times, random, memory, leftMs, ...changes }),
    );
    if (plan === undefined) break;
    assert(plan.afterMs >= 250);
    leftMs -= plan.afterMs;
    if (plan.look === true) continue;
    const { text = "" } = plan;
    said.push(text);
    heard.push(line("a1", text), line("a2", `what about ${looks} then`));
  }
  return said;
};

describe("a bot under an alias", () => {
  it("has something to say to every prompt, in eight ways or more", () => {
    for (const { id } of prompts) {
      const known = answersTo(id);
      assert(known !== undefined && known.answers.length >= 2, id);
      assert(openings[known.kind].length >= 8);
    }
  });

  it("writes a few lines a round, and none twice", async () => {
    const first = new Set<string>();
    const counts: number[] = [];
    for (const [index, { id }] of prompts.entries()) {
      const said = await talkOf(id, `bot ${index}`);
      counts.push(said.length);
      assert.equal(new Set(said).size, said.length);
      assert(
        said.every((text) => text.length <= 200 && !/[{}]/.test(text)),
        said.join("\n"),
      );
      if (said[0] !== undefined) first.add(said[0]);
    }
    assert(first.size > prompts.length * 0.8, `${first.size} first lines`);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    assert(mean > 2.5 && mean < 8 && Math.max(...counts) < 25, counts.join());
    assert(counts.includes(0), "some say nothing, as among people");
  });

  it("says something to who is alone", async () => {
    const state = { ...situationOf("breakfast", []).state, players: new Map() } as unknown as Situation["state"];
    for (let index = 0; index < 40; index++) {
      const said = await talkOf("breakfast", `bot ${index}`, [], { state });
      assert(said.length > 0, `bot ${index}`);
    }
  });

  it("opens the same prompt differently from round to round", async () => {
    const lines = await Promise.all(Array.from({ length: 40 }, (_, index) => talkOf("breakfast", `seed ${index}`)));
    assert(new Set(lines.map(([first]) => first)).size > 20);
    assert(lines.some(([first = ""]) => /^[A-Z]/.test(first)) && lines.some(([first = ""]) => /^[a-z]/.test(first)));
  });

  it("answers who names it, and never says what it is", async () => {
    const asked = [line("a1", "toast"), line("a3", "kiwi are you a bot or a human?")];
    for (let index = 0; index < 40; index++) {
      const [answer = ""] = await talkOf("breakfast", `seed ${index}`, asked);
      assert.doesNotMatch(answer, /\bI(?:'m| am) (?:not )?(?:an? )?(?:bot|ai|human|person)\b/i);
      assert.doesNotMatch(answer, /pancakes|porridge/, "no answer to the prompt, but to who has asked");
    }
  });

  it("is kind where the game stops being one", async () => {
    const [answer = ""] = await talkOf("breakfast", "care", [
      line("a1", "toast"),
      line("a2", "honestly i want to die"),
    ]);
    assert.match(answer, /talk to|tell a person|call somebody/i);
  });

  it("says what a model writes, when it is fit to be said", async () => {
    const composed = (text: string): Partial<Situation> => ({
      compose: ({ schema }) => Promise.resolve(schema.parse({ line: text })),
    });
    const lines = await talkOf("breakfast", "model", [], composed("the crust is the best bit"));
    assert(lines.some((text) => /the crust is the best bit/i.test(text)));
    const links = await talkOf("breakfast", "model", [], composed("see https://example.org/x"));
    assert(links.length > 0 && links.every((text) => !text.includes("example")));
  });

  it("leaves a line that would come too late, and a round it is not in", async () => {
    const late = await planner?.(speak, situationOf("breakfast", [], { leftMs: 900 }));
    assert.equal(late, undefined);
    assert.equal(await planner?.({ ...speak, prompt: "Nobody" }, situationOf("breakfast", [])), undefined);
  });

  it("marks others than itself, in time", async () => {
    const ask: Ask = { id: "suspects-1", what: "number", purpose: "suspects", prompt: "", least: 0, most: 15 };
    const seen = new Set<number>();
    for (let index = 0; index < 60; index++) {
      const changes = { random: seededRandom(`seed ${index}`), leftMs: 30_000 };
      const plan = await plannerFor("suspects", "number")?.(ask, situationOf("breakfast", [line("a2", "hm")], changes));
      assert(plan?.number !== undefined && plan.number % 2 === 0 && plan.number <= 14 && plan.afterMs < 16_000);
      seen.add(plan.number);
    }
    assert(seen.size >= 4);
  });
});
