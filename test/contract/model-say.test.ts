import assert from "node:assert/strict";
import {
  brokenStream,
  cutOff,
  drip,
  failedStream,
  failure,
  filtered,
  flood,
  html,
  inTurn,
  redirect,
  refusal,
  reset,
  silence,
  temperatureRefused,
  text,
  wrongKey,
} from "../support/openai-behaviours.ts";
import type { Behaviour } from "../support/openai-server.ts";
import { closeWorlds, ModelWorld, secrets } from "../support/openai-world.ts";
import { until } from "../support/until.ts";

const words = "Once upon a time";
const pieces = ["Once ", "upon ", "a ", "time"];

describe("a model that says something", () => {
  afterEach(closeWorlds);

  it("says it piece by piece", async () => {
    const world = await ModelWorld.with(() => text(words));
    assert.deepEqual(await world.say(), [pieces, "none"]);
    const [{ headers, body } = assert.fail()] = world.server.chats;
    assert.equal(headers["authorization"], `Bearer ${secrets.key}`);
    assert.deepEqual(body, {
      model: "stand-in",
      messages: [
        { role: "system", content: secrets.system },
        { role: "user", content: secrets.user },
        { role: "assistant", content: "Go on." },
        { role: "user", content: "And then?" },
      ],
      stream: true,
      temperature: 0.5,
      max_completion_tokens: 60,
    });
  });

  const broken: readonly (readonly [name: string, behaviour: Behaviour, heard: readonly string[], fault: string])[] = [
    ["breaks off", brokenStream(pieces.slice(0, 2), "reset"), pieces.slice(0, 2), "unreachable"],
    ["ends without an end", brokenStream(pieces.slice(0, 2), "end"), pieces.slice(0, 2), "unreachable"],
    ["falls silent", brokenStream(pieces.slice(0, 2), "silence"), pieces.slice(0, 2), "too_slow"],
    ["says an error within", failedStream(pieces.slice(0, 1), "SERVER_WORDS"), pieces.slice(0, 1), "unreachable"],
    ["is stopped by a content filter", filtered("Once "), ["Once "], "refused"],
    ["declines", refusal(), [], "refused"],
    ["runs into its limit", cutOff("Once upon"), ["Once ", "upon"], "truncated"],
    ["says nothing", silence, [], "too_slow"],
    ["says a byte now and then", drip(5, "text/event-stream"), [], "too_slow"],
    ["says a comment now and then", drip(5, "text/event-stream", 200, ": wait\n\n"), [], "too_slow"],
    ["does not know the key", wrongKey, [], "unauthorized"],
    ["gives a page", html(200), [], "unreachable"],
    ["is out of order", failure(500), [], "unreachable"],
    ["has moved", redirect("http://127.0.0.1:9/v1"), [], "rejected"],
    ["gives a body without end", flood, [], "nonsense"],
  ];
  for (const [name, behaviour, heard, fault] of broken) {
    it(`and ${name} has given what it gave: ${fault}`, async () => {
      const world = await ModelWorld.with(() => behaviour);
      const timeoutMs = fault !== "too_slow" ? 2000 : heard.length === 0 ? 30 : 300;
      assert.deepEqual(await world.say({ timeoutMs }), [heard, fault]);
      await until("the connection to be free", () => world.server.open() === 0);
    });
  }

  it("is asked again when it failed before its first word, and without what it refuses", async () => {
    const behave = inTurn(reset, temperatureRefused, failure(503), text(words));
    const world = await ModelWorld.with(() => behave);
    assert.deepEqual(await world.say(), [pieces, "none"]);
    assert.deepEqual(
      world.server.chats.map(({ body }) => body.temperature),
      [0.5, 0.5, undefined, undefined],
    );
  });

  it("ends quietly when the asker stops", async () => {
    const world = await ModelWorld.with(() => brokenStream(pieces, "silence"));
    const asker = new AbortController();
    const heard = (piece: string): void => void (piece === "time" && setImmediate(() => asker.abort()));
    assert.deepEqual(await world.say({ signal: asker.signal, heard }), [pieces, "none"]);
    await until("the connection to be closed", () => world.server.open() === 0);
    assert.deepEqual(await world.say({ signal: asker.signal }), [[], "none"]);
    assert.equal(world.server.chats.length, 1);
  });

  it("is no longer connected to when nobody listens any more", async () => {
    const world = await ModelWorld.with(() => brokenStream(pieces, "silence"));
    const limits = { signal: new AbortController().signal, timeoutMs: 2000 };
    for (let times = 0; times < 6; times++) {
      for await (const piece of world.model.say({ system: "", messages: [] }, limits)) {
        assert.equal(piece, "Once ");
        break;
      }
    }
    await until("the connection to be closed", () => world.server.open() === 0);
    assert.equal(world.model.isOpen(), false);
  });

  it("keeps what it could not read to itself", async () => {
    const written: unknown[] = [];
    const { error } = console;
    console.error = (...line) => void written.push(...line);
    try {
      const world = await ModelWorld.with(() => (_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" }).end(`data: {"${secrets.user}\n\n`);
      });
      assert.deepEqual(await world.say(), [[], "unreachable"]);
    } finally {
      console.error = error;
    }
    assert.deepEqual(written, []);
  });

  const thoughtful: readonly (readonly [string, readonly string[], string])[] = [
    ["in pieces", ["<th", "ink>", "Hmm", "...</thi", "nk>\n\n", "Hi ", "you"], "Hi you"],
    ["in one", ["\n<think></think>Hi"], "Hi"],
    ["and nothing else", ["<think>Hmm"], ""],
    ["that are none", ["<thin ice>"], "<thin ice>"],
    ["that seem to begin", ["<thi"], "<thi"],
    ["later on", ["Use <think>", "x</think>"], "Use <think>x</think>"],
  ];
  for (const [name, said, heard] of thoughtful) {
    it(`keeps its thoughts to itself, ${name}`, async () => {
      const world = await ModelWorld.with(() => brokenStream(said, "stop"));
      const [spoken, fault] = await world.say();
      assert.deepEqual([spoken.join(""), fault], [heard, "none"]);
    });
  }
});
