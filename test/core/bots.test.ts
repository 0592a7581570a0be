import assert from "node:assert/strict";
import { personaFor } from "../../src/bots/personas.ts";
import { sceneOf } from "../../src/bots/scene.ts";
import { pause, typingMs } from "../../src/bots/typing.ts";

describe("a bot", () => {
  it("types as long as a person would, but never for long", () => {
    assert.equal(typingMs("Hi!"), 705);
    assert.equal(typingMs("x".repeat(160)), 4000);
  });

  it("stops waiting when nobody is there any more", async () => {
    const controller = new AbortController();
    const waiting = pause(60_000, controller.signal);
    controller.abort();
    await waiting;
    await pause(60_000, controller.signal);
  });

  it("has the persona of a name, or the next in turn", () => {
    assert.equal(personaFor("GPT-Muse", 2).id, "muse");
    assert.equal(personaFor("QUILL", 0).id, "quill");
    assert.deepEqual(
      [0, 1, 2, 3].map((nth) => personaFor(null, nth).id),
      ["muse", "quill", "rae", "drizzle"],
    );
  });

  it("knows the ranking and the company, and nothing of the question that is open", () => {
    const player = (id: string, rank: number) => ({
      id,
      name: id.toUpperCase(),
      kind: "human",
      score: 100 * rank,
      rank,
      connected: true,
      muted: false,
      skill: 0,
      talk: 0,
      brain: "",
      team: "",
    });
    const players = new Map([player("b", 2), player("a", 1), player("c", 0)].map((one) => [one.id, one]));
    const secret = "a choice that nobody may say";
    const question = { id: "q", prompt: secret, choices: [secret], category: "", difficulty: "easy", image: "" };
    const game = {
      id: "g",
      mode: "quiz",
      hushed: false,
      more: new Map(),
      number: 2,
      total: 5,
      phase: "question",
      phaseEndsAt: 0,
      paused: false,
      question,
    };
    const scene = sceneOf(
      {
        title: "T",
        topic: "x",
        prompt: "be kind",
        status: "in-progress",
        slowMode: 0,
        offer: { id: "" },
        evening: {
          number: 0,
          total: 0,
          mode: "",
          topic: "",
          nextAt: 0,
          over: false,
          leader: "",
          scores: new Map<string, number>(),
        },
        game,
        players,
      },
      "a",
      [],
      { type: "lull" },
    );
    assert.deepEqual(scene.game, {
      phase: "question",
      number: 2,
      total: 5,
      ranking: [
        { name: "A", score: 100, isMe: true },
        { name: "B", score: 200, isMe: false },
      ],
    });
    assert.deepEqual(scene.others, ["B", "C"]);
    assert(!JSON.stringify(scene).includes(secret));
  });
});
