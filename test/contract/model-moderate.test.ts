import assert from "node:assert/strict";
import { failure, html, json, listed, moderated, raw, silence, wrongKey } from "../support/openai-behaviours.ts";
import type { Behaviour } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, rome, secrets } from "../support/openai-world.ts";

const moderating = (moderation: Behaviour) => ModelWorld.with(() => json(rome), { script: { moderation } });

describe("a model that judges texts", () => {
  afterEach(closeWorlds);

  it("gives a verdict for each, in their order", async () => {
    const world = await moderating(moderated((text) => ({ harassment: text === secrets.user ? 0.9 : 0.1 })));
    assert.deepEqual(await world.moderate(["hello", secrets.user, "bye"]), {
      ok: true,
      verdicts: [
        { flagged: false, scores: { harassment: 0.1 } },
        { flagged: true, scores: { harassment: 0.9 } },
        { flagged: false, scores: { harassment: 0.1 } },
      ],
    });
    const [{ body, path } = assert.fail()] = world.server.requests;
    assert.equal(path, "/v1/moderations");
    assert.deepEqual(body, { model: "omni-moderation-latest", input: ["hello", secrets.user, "bye"] });
  });

  it("is not asked about nothing", async () => {
    const world = await moderating(failure(500));
    assert.deepEqual(await world.moderate([]), { ok: true, verdicts: [] });
    assert.equal(world.server.requests.length, 0);
  });

  const failing: readonly (readonly [string, Behaviour, string])[] = [
    ["too few verdicts", raw({ results: [{ flagged: false, category_scores: {} }] }), "nonsense"],
    ["verdicts of another form", raw({ results: [{ flagged: "no" }, {}] }), "nonsense"],
    ["no such route, as local servers do", failure(404), "rejected"],
    ["a page", html(200), "unreachable"],
    ["an error", failure(500), "unreachable"],
    ["a refusal", wrongKey, "unauthorized"],
    ["a list of models", listed(["a"]), "nonsense"],
    ["nothing", silence, "too_slow"],
  ];
  for (const [name, behaviour, fault] of failing) {
    it(`fails when it is given ${name}: ${fault}`, async () => {
      const world = await moderating(behaviour);
      const answer = await world.moderate(["a", secrets.user], { timeoutMs: fault === "too_slow" ? 20 : 2000 });
      assert(!answer.ok);
      assert.equal(answer.fault, fault);
    });
  }

  it("is judged by its own failures, and waits for nobody who asks for questions", async () => {
    const moderation = { now: wrongKey };
    const world = await ModelWorld.with(() => silence, {
      atOnce: 1,
      script: { moderation: (request, response) => moderation.now(request, response) },
    });
    for (let times = 0; times < 6; times++) await world.moderate(["a"]);
    assert.equal(world.server.requests.length, 5);
    assert.equal(world.model.isOpen(), false);
    moderation.now = moderated(() => ({}));
    world.clock.advance(30_100);
    const asker = new AbortController();
    const asking = world.fault({ signal: asker.signal });
    assert((await world.moderate(["a"])).ok);
    asker.abort();
    assert.equal(await asking, "stopped");
  });
});
