import assert from "node:assert/strict";
import type { Budget } from "../../src/model/budget.ts";
import { configuredSpeech } from "../../src/speech/configured.ts";
import { openAiEars, openAiVoice } from "../../src/speech/openai.ts";
import { silence, type SpeechFault, type SpeechServer, startSpeech } from "../support/speech-server.ts";

const key = "sk-secret-of-the-tests";
const signal = new AbortController().signal;
const limits = { signal, timeoutMs: 10_000 };
const recording = { bytes: new Uint8Array(silence()), type: "audio/webm", language: "en" };

describe("speech by OpenAI's protocol", () => {
  let server: SpeechServer;
  let said: string[];

  beforeEach(async () => {
    server = await startSpeech();
    said = [];
  });
  afterEach(async () => {
    await server.close();
    for (const line of said)
      for (const secret of [key, "SERVER_WORDS", server.url]) assert(!line.includes(secret), line);
  });

  const note = (...words: readonly unknown[]) => void said.push(JSON.stringify(words));
  const log = { debug: note, info: note, warn: note, error: note };
  const voice = () => openAiVoice({ apiKey: key, baseUrl: server.url, model: "tts", voice: "nova", log });
  const ears = () => openAiEars({ apiKey: key, baseUrl: server.url, model: "stt", log });

  it("reads a text with the model and the voice that were named", async () => {
    const audio = await voice().read("Which planet? A: Mars.", limits);
    assert.ok(audio.ok);
    assert.deepEqual([audio.type, audio.bytes.byteLength], ["audio/wav", silence().byteLength]);
    const [{ path, authorization, body } = assert.fail("nothing was asked")] = server.requests;
    assert.deepEqual([path, authorization], ["/v1/audio/speech", `Bearer ${key}`]);
    assert.deepEqual(body, { model: "tts", voice: "nova", input: "Which planet? A: Mars.", response_format: "mp3" });
  });

  it("understands a recording, told of its language, on one line", async () => {
    server.heard = " the\nsecond ";
    const heard = await ears().hear(recording, limits);
    assert.deepEqual(heard, { ok: true, text: "the second", tokens: 33 });
    const [{ file, form } = assert.fail("nothing was asked")] = server.requests;
    assert.deepEqual(file, { name: "speech.webm", bytes: recording.bytes.byteLength });
    for (const part of [/name="model"\r\n\r\nstt\r\n/, /name="language"\r\n\r\nen\r\n/]) assert.match(form, part);
  });

  const outcomes: readonly (readonly [SpeechFault, string, string])[] = [
    ["hang", "too_slow", "too_slow"],
    ["500", "unreachable", "unreachable"],
    ["401", "unauthorized", "unauthorized"],
    ["html", "nonsense", "nonsense"],
    ["wrong_type", "nonsense", "nonsense"],
    ["nonsense", "nonsense", "nonsense"],
    ["empty", "nonsense", "nonsense"],
    ["reset", "unreachable", "unreachable"],
  ];
  for (const [fault, read, heard] of outcomes) {
    it(`says what it is when the server's answer is: ${fault}`, async () => {
      server.fault = fault;
      const within = fault === "hang" ? { signal, timeoutMs: 150 } : limits;
      const [audio, words] = [await voice().read("Hello.", within), await ears().hear(recording, within)];
      assert.deepEqual([audio.ok || audio.fault, words.ok || words.fault], [read, heard]);
    });
  }

  it("takes no more than a megabyte", async () => {
    server.fault = "huge";
    const words = await ears().hear(recording, { signal, timeoutMs: 3000 });
    assert.equal(words.ok || words.fault, "nonsense");
  });

  it("stops when nobody waits any more, at whatever moment that is", async () => {
    server.fault = "hang";
    const unheard: unknown[] = [];
    const take = (reason: unknown) => void unheard.push(reason);
    process.on("unhandledRejection", take);
    for (let ticks = 0; ticks < 12; ticks++) {
      const asking = new AbortController();
      const hearing = ears().hear(recording, { signal: asking.signal, timeoutMs: 3000 });
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      asking.abort();
      const words = await hearing;
      assert.equal(words.ok || words.fault, "stopped");
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", take);
    assert.deepEqual(unheard, []);
  });
});

describe("speech within its budget", () => {
  let server: SpeechServer;
  let wishes: Parameters<Budget["take"]>[0][];
  let settled: number[];
  let isSpent: boolean;
  let outcomes: string[];

  beforeEach(async () => {
    server = await startSpeech();
    [wishes, settled, isSpent, outcomes] = [[], [], false, []];
  });
  afterEach(() => server.close());

  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const take: Budget["take"] = (wish) => {
    wishes.push(wish);
    if (isSpent) return Promise.resolve({ ok: false, what: "server_day" });
    return Promise.resolve({ ok: true, settle: (tokens) => void settled.push(tokens) });
  };
  const speech = (models: object = { SPEECH_MODEL: "tts", TRANSCRIPTION_MODEL: "stt" }) =>
    configuredSpeech(
      { OPENAI_BASE_URL: server.url, SPEECH_VOICE: "alloy", ...models },
      take,
      quiet,
      (kind, outcome, seconds) => outcomes.push(`${kind} ${outcome}${seconds === undefined ? "" : " timed"}`),
    );

  it("makes once what many want at once, and what is wanted again", async () => {
    const { read } = speech();
    const sounds = await Promise.all([1, 2, 3].map(() => read("ABCDE", "Which planet?")));
    assert.ok(sounds.every((sound) => sound?.ok));
    await read("FGHJK", "Which planet?");
    assert.equal(server.requests.length, 1);
    assert.deepEqual(wishes, [{ lobby: "ABCDE voice", person: "", tokens: 23 }]);
    await read("ABCDE", "Which star?");
    assert.equal(server.requests.length, 2);
    assert.deepEqual(outcomes, ["read done timed", "read kept", "read done timed"], "each asking of the server once");
  });

  it("asks again for what failed", async () => {
    const { read } = speech();
    server.fault = "500";
    assert.equal(await read("ABCDE", "Which planet?"), undefined);
    server.fault = undefined;
    assert.ok(await read("ABCDE", "Which planet?"));
    assert.deepEqual(outcomes, ["read unreachable timed", "read done timed"]);
  });

  it("counts what somebody says to them, and settles what it really was", async () => {
    const heard = await speech().hear("ABCDE", "ana", { ...recording, seconds: 3 }, signal);
    assert.deepEqual(heard, { text: "B" });
    assert.deepEqual(wishes, [{ lobby: "ABCDE voice", person: "ana voice", tokens: 51 }]);
    assert.deepEqual(settled, [33]);
  });

  it("asks nobody when the budget is spent, or the text is too long", async () => {
    isSpent = true;
    const { read, hear } = speech();
    assert.equal(await read("ABCDE", "Which planet?"), undefined);
    assert.equal(await hear("ABCDE", "ana", { ...recording, seconds: 3 }, signal), undefined);
    assert.deepEqual(outcomes, ["read spent", "hear spent"]);
    isSpent = false;
    assert.equal(await read("ABCDE", "x".repeat(2000)), undefined);
    assert.equal(server.requests.length, 0);
  });

  it("is not there unless it was named", async () => {
    const { canRead, canHear, read } = speech({});
    assert.deepEqual([canRead, canHear, await read("ABCDE", "Hello.")], [false, false, undefined]);
  });
});
