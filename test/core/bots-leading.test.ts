import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { Leader } from "../../src/bots/leading.ts";
import type { SeenState } from "../../src/bots/lobby-feed.ts";

const scene = (status: string, evening: Partial<SeenState["evening"]>): SeenState =>
  ({
    status,
    evening: {
      number: 1,
      total: 2,
      mode: "quiz",
      topic: "",
      nextAt: 0,
      over: false,
      leader: "b",
      scores: new Map(),
      ...evening,
    },
    players: new Map([
      ["a", { id: "a", name: "Ana" }],
      ["b", { id: "b", name: "Bob" }],
    ]),
  }) as unknown as SeenState;

describe("a bot that leads an evening", () => {
  it("says a word before each game and at the end, each once", () => {
    const leader = new Leader(seededRandom("leader"));
    const begun = scene("building", { topic: "space" });
    assert.match(leader.look(begun) ?? "", /game 1 of 2: a quiz about space\.$/);
    assert.equal(leader.look(begun), undefined);
    assert.equal(leader.look(scene("in-progress", {})), undefined);
    const scores = new Map([
      ["a", 1000],
      ["b", 400],
    ]);
    const between = leader.look(scene("completed", { nextAt: 5, mode: "bluff", scores })) ?? "";
    assert.match(between, /Ana is ahead\. Now game 2 of 2: bluff\.$/);
    const over = leader.look(scene("completed", { number: 2, over: true, scores })) ?? "";
    assert.match(over, /The evening goes to Ana\. Congratulations!$/);
  });

  it("says nothing where there is no evening, and names nobody without points", () => {
    const leader = new Leader(seededRandom("leader"));
    assert.equal(leader.look(scene("completed", { total: 0 })), undefined);
    assert.doesNotMatch(leader.look(scene("completed", { over: true })) ?? "", /Ana|Bob/);
  });
});
