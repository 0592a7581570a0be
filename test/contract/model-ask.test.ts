import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  cutOff,
  failure,
  fenced,
  filtered,
  formatRefused,
  grammarFailed,
  inTurn,
  json,
  noChoices,
  raw,
  refusal,
  temperatureRefused,
  text,
  unknownParameter,
  usage,
  wrongType,
} from "../support/openai-behaviours.ts";
import type { Behaviour, OpenAiRequest } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, rome, secrets } from "../support/openai-world.ts";

/** A server that has only these ways of asking for JSON. */
const onlyWith =
  (...ways: readonly OpenAiRequest["structured"][]) =>
  ({ structured }: OpenAiRequest): Behaviour =>
    ways.includes(structured) ? json(rome) : formatRefused;

const another = json({ town: "Rome" });

describe("a model that is asked for JSON", () => {
  afterEach(closeWorlds);

  it("is given the schema, the rules and the data, and its answer is checked", async () => {
    const world = await ModelWorld.with(() => json(rome));
    assert.deepEqual(await world.ask(), {
      ok: true,
      value: rome,
      model: "stand-in",
      tokens: { input: usage.prompt_tokens, output: usage.completion_tokens },
    });
    const [{ headers, body } = assert.fail()] = world.server.chats;
    assert.equal(headers["authorization"], `Bearer ${secrets.key}`);
    assert.deepEqual(body, {
      model: "stand-in",
      messages: [
        { role: "system", content: secrets.system },
        { role: "user", content: secrets.user },
      ],
      response_format: {
        type: "json_schema",
        json_schema: {
          name: "capital",
          strict: true,
          schema: {
            $schema: "http://json-schema.org/draft-07/schema#",
            type: "object",
            properties: {
              city: { type: "string" },
              people: { type: ["number", "null"] },
            },
            required: ["city", "people"],
            additionalProperties: false,
          },
        },
      },
      temperature: 0.5,
      max_completion_tokens: 100,
    });
  });

  const lenient: readonly (readonly [string, Behaviour])[] = [
    ["prose and fences around it", fenced(rome)],
    ["a bare object in prose", text(`Well, {as they say}: ${JSON.stringify(rome)} - there.`)],
    ["thoughts before it", text(`<think>{"city": 1} or {"a": {}}?</think>${JSON.stringify(rome)}`)],
    ["a content type that is not JSON's", wrongType(rome)],
  ];
  for (const [name, behaviour] of lenient) {
    it(`is understood with ${name}`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      const answer = await world.ask();
      assert(answer.ok);
      assert.deepEqual(answer.value, rome);
      assert.equal(world.server.chats.length, 1);
    });
  }

  const given: readonly (readonly [string, Behaviour, string])[] = [
    ["declines", refusal(), "refused"],
    ["is stopped by a content filter", filtered('{"city":'), "refused"],
    ["is refused by a content filter", failure(400, { code: "content_policy_violation" }), "refused"],
    ["runs into its limit", cutOff('{"city": "Ro'), "truncated"],
    ["runs into its limit with an object that is whole", cutOff(JSON.stringify(rome)), "truncated"],
  ];
  for (const [name, behaviour, fault] of given) {
    it(`is not asked again when it ${name}`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      assert.equal(await world.fault(), fault);
      assert.equal(world.server.chats.length, 1);
    });
  }

  const nonsense: readonly (readonly [string, Behaviour])[] = [
    ["another form", another],
    ["no JSON", text("Rome, of course.")],
    ["no choice", noChoices],
    ["nothing", text("")],
    ["a body of another form", raw({ choices: "none" })],
    ["an error under a good status", raw({ error: { message: "upstream" } })],
  ];
  for (const [name, behaviour] of nonsense) {
    it(`is asked once more, one rung lower, when it gives ${name}`, async () => {
      const world = await ModelWorld.with((_, nth) => (nth === 1 ? behaviour : json(rome)));
      const answer = await world.ask();
      assert(answer.ok);
      assert.deepEqual(world.rungs, ["json_schema", "json_object"]);
      const [first, second = assert.fail()] = world.server.chats;
      assert.equal(first?.system, secrets.system);
      assert(second.system.startsWith(secrets.system));
      assert(second.system.includes('"additionalProperties":false'), "the schema is described");
      assert.equal(second.user, secrets.user);
    });

    it(`has given nonsense when it gives ${name} twice`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      assert.equal(await world.fault(), "nonsense");
      assert.equal(world.server.chats.length, 2);
    });
  }

  it("counts the tokens of all tries", async () => {
    const world = await ModelWorld.with((_, nth) => (nth === 1 ? another : json(rome)));
    const answer = await world.ask();
    assert(answer.ok);
    assert.deepEqual(answer.tokens, { input: 22, output: 14 });
  });

  describe("by a server that does not know every way", () => {
    it("is asked on the next rung, which is remembered", async () => {
      const world = await ModelWorld.with(onlyWith("json_object", "text"));
      assert.equal(await world.fault(), "none");
      assert.equal(await world.fault({ name: "other" }), "none");
      assert.deepEqual(world.rungs, ["json_schema", "json_object", "json_object"]);
    });

    it("is asked with words alone in the end", async () => {
      const world = await ModelWorld.with(onlyWith("text"));
      assert.equal(await world.fault(), "none");
      assert.equal(await world.fault(), "none");
      assert.deepEqual(world.rungs, ["json_schema", "json_object", "text", "text"]);
      assert.equal(world.server.chats[2]?.body.response_format, undefined);
      assert(world.server.chats[2]?.system.includes('"city"'));
    });

    it("is given up when every way is refused, and nothing is learned", async () => {
      const world = await ModelWorld.with(() => formatRefused);
      assert.equal(await world.fault(), "rejected");
      assert.equal(await world.fault(), "rejected");
      assert.deepEqual(world.rungs, ["json_schema", "json_object", "text", "json_schema", "json_object", "text"]);
    });

    it("is still asked with a schema when it could not make a grammar of another one", async () => {
      const world = await ModelWorld.with(({ schema }) => (schema === "capital" ? grammarFailed : json(rome)));
      for (const name of ["capital", "capital", "other"]) assert.equal(await world.fault({ name }), "none");
      assert.deepEqual(world.rungs, ["json_schema", "json_object", "json_object", "json_schema"]);
    });

    const complaints: readonly (readonly [string, Behaviour])[] = [
      ["in another form", raw({ detail: [{ loc: ["body", "response_format"], msg: "extra fields" }] }, 422)],
      ["as plain words", raw({ error: "guided decoding is not there" }, 400)],
      ["without a word", (_, response) => void response.writeHead(400).end()],
    ];
    for (const [name, complaint] of complaints) {
      it(`is asked on the next rung when it complains ${name}`, async () => {
        const world = await ModelWorld.with(({ structured }) => (structured === "text" ? json(rome) : complaint));
        assert.equal(await world.fault(), "none");
        assert.equal(await world.fault(), "none");
        assert.deepEqual(world.rungs, ["json_schema", "json_object", "text", "text"]);
      });
    }

    it("is not asked again when it complains about something else", async () => {
      const tooLong = failure(400, { message: "too many tokens", code: "context_length_exceeded" });
      const world = await ModelWorld.with(() => tooLong);
      assert.equal(await world.fault(), "rejected");
      assert.equal(world.server.chats.length, 1);
    });
  });

  describe("by a server that accepts a schema without holding the model to it", () => {
    it("begins a rung lower after three answers in a row that were no use", async () => {
      const world = await ModelWorld.with(({ structured }) => (structured === "json_schema" ? another : json(rome)));
      for (let times = 0; times < 4; times++) assert.equal(await world.fault(), "none");
      assert.deepEqual(world.rungs.slice(0, 6), Array.from({ length: 3 }, () => ["json_schema", "json_object"]).flat());
      assert.deepEqual(world.rungs.slice(6), ["json_object"]);
    });

    it("begins where it did when a good answer comes between", async () => {
      const bad = new Set([1, 3, 6, 8]);
      const world = await ModelWorld.with((_, nth) => (bad.has(nth) ? another : json(rome)));
      for (let times = 0; times < 5; times++) assert.equal(await world.fault(), "none");
      const tries = ["json_schema", "json_object"];
      assert.deepEqual(world.rungs, [...tries, ...tries, "json_schema", ...tries, ...tries]);
      assert.equal(await world.fault(), "none");
      assert.equal(world.rungs.at(-1), "json_schema");
    });

    it("begins where it did when lower rungs are no better", async () => {
      const world = await ModelWorld.with((_, nth) => (nth <= 8 ? another : json(rome)));
      for (let times = 0; times < 4; times++) assert.equal(await world.fault(), "nonsense");
      assert.equal(await world.fault(), "none");
      assert.equal(world.rungs.at(-1), "json_schema");
    });
  });

  describe("by a server that refuses a parameter", () => {
    it("is asked without a temperature from then on, by all who asked at once too", async () => {
      const world = await ModelWorld.with(({ body }) =>
        body.temperature === undefined ? json(rome) : temperatureRefused,
      );
      const faults = await Promise.all([world.fault(), world.fault(), world.fault()]);
      assert.deepEqual(faults, ["none", "none", "none"]);
      const before = world.server.chats.length;
      assert(before <= 6);
      assert.equal(await world.fault(), "none");
      assert.equal(world.server.chats.length, before + 1);
      assert(world.rungs.every((rung) => rung === "json_schema"));
    });

    it("is given the limit of length under its older name, and without one when it knows neither", async () => {
      const older = await ModelWorld.with(({ body }) =>
        body.max_completion_tokens === undefined ? json(rome) : unknownParameter("max_completion_tokens"),
      );
      for (const _ of [1, 2]) assert.equal(await older.fault(), "none");
      assert.deepEqual(
        older.server.chats.map(({ body }) => body.max_tokens),
        [undefined, 100, 100],
      );
      const neither = await ModelWorld.with(({ body }) => {
        if (body.max_completion_tokens !== undefined) return unknownParameter("max_completion_tokens");
        return body.max_tokens === undefined ? json(rome) : unknownParameter("max_tokens");
      });
      for (const _ of [1, 2]) assert.equal(await neither.fault(), "none");
      assert.equal(neither.server.chats.length, 4);
    });

    it("is understood when it names others beside the one that it refuses", async () => {
      const refused = "Unknown parameter 'max_completion_tokens'. Known are max_tokens, temperature, response_format.";
      const world = await ModelWorld.with(({ body }) =>
        body.max_completion_tokens === undefined ? json(rome) : failure(400, { message: refused }),
      );
      assert.equal(await world.fault(), "none");
      const { body, structured } = world.server.chats[1] ?? assert.fail();
      assert.deepEqual([structured, body.temperature, body.max_tokens], ["json_schema", 0.5, 100]);
    });

    it("is given up when it refuses what is not there", async () => {
      const world = await ModelWorld.with(() => temperatureRefused);
      assert.equal(await world.fault(), "rejected");
      assert.equal(world.server.chats.length, 2);
    });
  });

  it("gives data, whatever the server answers", async () => {
    let next: Behaviour = json(rome);
    const world = await ModelWorld.with(() => next, { pauseMs: 0 });
    const behaviours = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }).map((words) => text(words)),
      fc.json({ maxDepth: 3 }).map((words) => text(words)),
      fc
        .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(200, 202, 400, 422, 500))
        .map(([value, status]) => raw(value, status)),
      fc
        .tuple(fc.constantFrom(400, 401, 403, 404, 413, 418, 429, 500, 503), fc.constantFrom(...Object.values(secrets)))
        .map(([status, message]) => failure(status, { message, code: message, param: message })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(behaviours, { minLength: 1, maxLength: 3 }), async ([first = next, ...rest]) => {
        next = inTurn(first, ...rest);
        world.clock.advance(60_000);
        const answer = await world.ask();
        assert.equal(typeof answer.ok, "boolean");
      }),
      { numRuns: 60 },
    );
  });
});
