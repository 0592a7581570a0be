import assert from "node:assert/strict";
import {
  drip,
  failure,
  html,
  inTurn,
  json,
  listed,
  moderated,
  rateLimited,
  raw,
  reset,
  silence,
  wrongKey,
} from "../support/openai-behaviours.ts";
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
    ["a broken connection", reset, "unreachable"],
    ["nothing", silence, "too_slow"],
    ["a byte now and then", drip(), "too_slow"],
  ];
  for (const [name, behaviour, fault] of failing) {
    it(`fails when it is given ${name}: ${fault}`, async () => {
      const world = await moderating(behaviour);
      const answer = await world.moderate(["a", secrets.user], { timeoutMs: fault === "too_slow" ? 30 : 2000 });
      assert(!answer.ok);
      assert.equal(answer.fault, fault);
    });
  }

  it("asks the model that is named for it, and leaves out what that has no score for", async () => {
    const result = { flagged: false, category_scores: { hate: 0.25, illicit: null } };
    const script = { moderation: raw({ results: [result] }) };
    const world = await ModelWorld.with(() => json(rome), { script, moderationModel: "guard" });
    assert.deepEqual(await world.moderate(["a"]), {
      ok: true,
      verdicts: [{ flagged: false, scores: { hate: 0.25 } }],
    });
    assert.equal(world.server.requests[0]?.body.model, "guard");
  });

  it("asks once, whatever comes of it", async () => {
    for (const passing of [failure(500), rateLimited({ "retry-after-ms": "1" }), reset, html(503)]) {
      const world = await moderating(
        inTurn(
          passing,
          moderated(() => ({})),
        ),
      );
      assert.equal((await world.moderate(["a"])).ok, false);
      assert.equal(world.server.requests.length, 1);
    }
  });

  it("tells nothing about the model for questions, and waits for nobody who asks for some", async () => {
    const moderation = { now: wrongKey };
    const world = await ModelWorld.with(() => silence, {
      atOnce: 1,
      script: { moderation: (request, response) => moderation.now(request, response) },
    });
    for (let times = 0; times < 6; times++) await world.moderate(["a"]);
    assert.equal(world.model.isOpen(), false);
    moderation.now = moderated(() => ({}));
    const asker = new AbortController();
    const asking = world.fault({ signal: asker.signal });
    assert((await world.moderate(["a"])).ok);
    asker.abort();
    assert.equal(await asking, "stopped");
  });

  it("stops when the asker says so", async () => {
    const world = await moderating(silence);
    const asker = new AbortController();
    const asking = world.moderate(["a"], { signal: asker.signal });
    asker.abort();
    const answer = await asking;
    assert(!answer.ok);
    assert.equal(answer.fault, "stopped");
  });
});
