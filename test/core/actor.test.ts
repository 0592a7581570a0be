import assert from "node:assert/strict";
import { Actor, type Commit } from "../../src/core/actor.ts";
import { accept, type Decider, refuse } from "../../src/core/decider.ts";

/** A counter that takes numbers up to 100 and refuses to go beyond. */
const counter: Decider<number, number, number, "too_much"> = {
  initial: 0,
  decide: (sum, add) => (sum + add > 100 ? refuse("too_much") : accept(add === 0 ? [] : [add], { sum: sum + add })),
  evolve: (sum, added) => sum + added,
  nextDeadline: () => undefined,
};

/** An actor whose journal and turns of the loop are moved by hand. */
const rig = () => {
  const appended: (readonly number[])[] = [];
  const commits: Commit<number, number>[] = [];
  const failures: unknown[] = [];
  const settle: { ok: () => void; fail: (error: unknown) => void }[] = [];
  const turns: (() => void)[] = [];
  const actor = new Actor(counter, {
    append: (steps) => {
      appended.push(steps.map(({ event }) => event));
      return new Promise((ok, fail) => settle.push({ ok, fail }));
    },
    defer: (run) => turns.push(run),
    onCommit: (commit) => commits.push(commit),
    onFailure: (error) => failures.push(error),
  });
  const turn = () => turns.splice(0).forEach((run) => run());
  const calm = () => new Promise((resolve) => setImmediate(resolve));
  return { actor, appended, commits, failures, settle, turn, calm };
};

const state = (promise: Promise<unknown>): Promise<"waiting" | "done"> =>
  Promise.race([
    promise.then(() => "done" as const),
    new Promise<"waiting">((resolve) => setImmediate(resolve, "waiting")),
  ]);

describe("actor", () => {
  it("decides at once and answers when the events are durable", async () => {
    const { actor, commits, settle, turn } = rig();
    const answer = actor.handle(5, 0);
    assert.equal(actor.state, 5);
    turn();
    assert.equal(await state(answer), "waiting");
    assert.deepEqual(commits, []);
    settle[0]?.ok();
    assert.deepEqual(await answer, { ok: true, events: [5], reply: { sum: 5 } });
    assert.deepEqual(commits, [{ state: 5, steps: [{ event: 5, state: 5 }] }]);
  });

  it("appends what arrives in one turn, or during an append, as one batch", async () => {
    const { actor, appended, settle, turn, calm } = rig();
    void actor.handle(1, 0);
    void actor.handle(2, 0);
    turn();
    void actor.handle(3, 0);
    void actor.handle(4, 0);
    turn();
    assert.deepEqual(appended, [[1, 2]]);
    settle[0]?.ok();
    await calm();
    turn();
    assert.deepEqual(appended, [
      [1, 2],
      [3, 4],
    ]);
  });

  it("holds a refusal back until what it rests on is durable", async () => {
    const { actor, settle, turn } = rig();
    const first = actor.handle(100, 0);
    const refused = actor.handle(1, 0);
    turn();
    assert.equal(await state(refused), "waiting");
    settle[0]?.ok();
    assert.deepEqual(await refused, { ok: false, reason: "too_much" });
    await first;
    assert.deepEqual(await actor.handle(1, 0), { ok: false, reason: "too_much" }, "nothing to wait for any more");
  });

  it("stops for good when an append is refused, with nothing sent", async () => {
    const { actor, commits, failures, settle, turn } = rig();
    const first = actor.handle(1, 0);
    turn();
    const second = actor.handle(2, 0);
    const broken = new Error("conflict");
    settle[0]?.fail(broken);
    await assert.rejects(first, broken);
    await assert.rejects(second, broken);
    await assert.rejects(actor.handle(3, 0), broken);
    assert.deepEqual([commits, failures], [[], [broken]]);
  });
});
