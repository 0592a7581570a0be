import assert from "node:assert/strict";
import { modelOf } from "../../src/model/openai.ts";
import { logOf } from "../../src/telemetry/log.ts";
import { failure, html, inTurn, json, listed, raw, silence } from "../support/openai-behaviours.ts";
import type { Behaviour } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, rome } from "../support/openai-world.ts";
import { until } from "../support/until.ts";

const others = [
  "text-embedding-3-small",
  "nomic-embed-text:latest",
  "bge-m3",
  "whisper-1",
  "gpt-4o-mini-tts",
  "omni-moderation-latest",
  "jina-reranker-v2",
];

/** A server that is set with a URL alone. */
const local = (models: readonly string[] | Behaviour, answer: () => Behaviour = () => json(rome)) =>
  ModelWorld.with(answer, { apiKey: undefined, model: undefined, script: { models } });

const asked = (world: ModelWorld, path: string): number =>
  world.server.requests.filter((request) => request.path.endsWith(path)).length;

describe("a model's name", () => {
  afterEach(closeWorlds);

  it("is the first that the server lists and that can chat, looked up once", async () => {
    const world = await local([...others, "wattson:7b", "qwen3:8b"]);
    const answers = await Promise.all([world.ask(), world.ask(), world.ask()]);
    assert(answers.every((answer) => answer.ok && answer.model === "wattson:7b"));
    assert.equal(await world.fault(), "none");
    await world.say();
    assert.equal(asked(world, "/models"), 1);
    assert(world.server.chats.every(({ body }) => body.model === "wattson:7b"));
    assert.equal(world.server.requests[0]?.headers["authorization"], "Bearer none");
  });

  it("is not looked up when it is set", async () => {
    const world = await ModelWorld.with(() => json(rome), { model: "mine" });
    assert.equal(await world.fault(), "none");
    assert.equal(asked(world, "/models"), 0);
    assert.equal(world.server.chats[0]?.body.model, "mine");
  });

  it("is looked up again when the server does not know it any more", async () => {
    const models = inTurn(listed(["old"]), listed(["new"]));
    const answers = inTurn(json(rome), failure(404, { code: "model_not_found" }), json(rome));
    const world = await local(models, () => answers);
    assert.deepEqual([await world.fault(), await world.fault(), await world.fault()], ["none", "rejected", "none"]);
    assert.deepEqual(
      world.server.chats.map(({ body }) => body.model),
      ["old", "old", "new"],
    );
  });

  const without: readonly (readonly [string, readonly string[] | Behaviour, string])[] = [
    ["only models that can't chat", others, "rejected"],
    ["nothing", [], "rejected"],
    ["something else", raw({ data: "none" }), "rejected"],
    ["no list", failure(404), "rejected"],
    ["a page", html(200, "application/json"), "unreachable"],
    ["an error", failure(500), "unreachable"],
    ["a refusal", failure(401), "unauthorized"],
  ];
  for (const [name, models, fault] of without) {
    it(`is missing when the server gives ${name}: ${fault}`, async () => {
      const world = await local(models);
      const answer = await world.ask();
      assert(!answer.ok);
      assert.equal(answer.fault, fault);
      if (fault === "rejected") assert.match(answer.message, /OPENAI_MODEL/);
      assert.deepEqual(await world.say(), [[], fault]);
      assert.equal(world.server.chats.length, 0);
    });
  }

  it("is looked up again when that has failed", async () => {
    const world = await local(inTurn(failure(500), listed(["new"])));
    assert.deepEqual([await world.fault(), await world.fault()], ["unreachable", "none"]);
  });

  it("is waited for no longer than each asker has time", async () => {
    const world = await local(silence);
    const asker = new AbortController();
    const stopped = world.fault({ signal: asker.signal });
    assert.equal(await world.fault({ timeoutMs: 20 }), "too_slow");
    await until("the list to be asked for", () => asked(world, "/models") === 1);
    asker.abort();
    assert.equal(await stopped, "stopped");
    assert.equal(asked(world, "/models"), 1);
  });
});

describe("the settings of a model", () => {
  const log = logOf("silent");

  it("want a key or a server", () => {
    assert.equal(modelOf({}, log), undefined);
    assert.equal(modelOf({ OPENAI_MODEL: "mine" }, log), undefined);
    assert.equal(modelOf({ OPENAI_API_KEY: "sk-1" }, log)?.isOpen(), false);
    assert.equal(modelOf({ OPENAI_BASE_URL: "http://localhost:11434/v1" }, log)?.isOpen(), false);
  });
});
