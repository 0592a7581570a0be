import assert from "node:assert/strict";
import { memoryPace } from "../../src/questions/pace-memory.ts";
import { gather } from "../../src/questions/gather.ts";
import { openTdbAttribution, type OpenTdbOptions, openTdbSource } from "../../src/questions/opentdb/source.ts";
import type { Made, QuestionRequest, QuestionSource } from "../../src/questions/source.ts";
import { memoryQuestionStore } from "../../src/questions/store-memory.ts";
import { Clock } from "../support/clock.ts";
import { type Fault, type OpenTdbServer, startOpenTdb, type StoredQuestion } from "../support/opentdb-server.ts";
import { questionRequest } from "../support/question-request.ts";
import { until } from "../support/until.ts";

const numbered = (category: number, count: number): readonly StoredQuestion[] =>
  Array.from({ length: count }, (_, nth) => ({
    type: "multiple",
    difficulty: "easy",
    category,
    question: `In category ${category}, what has number ${nth}?`,
    correct_answer: `This one ${nth}`,
    incorrect_answers: ["That one", "Another one", "None"],
  }));

const hour = 3_600_000;
const ids = (questions: readonly { readonly id: string }[]): readonly string[] => questions.map(({ id }) => id);

describe("Open Trivia DB", () => {
  let server: OpenTdbServer;
  let sources: ReturnType<typeof openTdbSource>[];
  let clock: Clock;
  let said: string[];
  let parts: Pick<OpenTdbOptions, "url" | "store" | "pace" | "log" | "now" | "everyMs">;

  beforeEach(async () => {
    server = await startOpenTdb([...numbered(23, 120), ...numbered(30, 12)]);
    sources = [];
    clock = new Clock();
    said = [];
    const say = (level: string) => (fields: object | string, message: unknown) =>
      void said.push(`${level}: ${typeof fields === "string" ? fields : JSON.stringify(fields)} ${message as string}`);
    const log = { debug: () => {}, info: say("info"), warn: say("warn"), error: say("error") };
    const { now } = clock;
    parts = { url: server.url, store: memoryQuestionStore(), pace: memoryPace(now), log, now, everyMs: 1 };
  });
  afterEach(async () => {
    await Promise.all(sources.map((source) => source.stop()));
    await server.close();
  });

  const opened = (options: Partial<OpenTdbOptions> = {}) => {
    const source = openTdbSource({ ...parts, ...options });
    sources.push(source);
    return source;
  };
  const history = (wish: Partial<QuestionRequest> = {}) => questionRequest({ topic: "history", ...wish });
  const ask = async (source: QuestionSource, wish: Partial<QuestionRequest> = {}) =>
    (await gather(source, history(wish), AbortSignal.timeout(8000))).questions;
  const kept = () => parts.store.count("opentdb", "history");
  const warnings = () => said.filter((line) => !line.startsWith("info"));
  const tokens = () => server.requests.map(({ query }) => query.get("token") ?? "");
  const commands = () => server.requests.flatMap(({ query }) => query.getAll("command"));
  /** Plays until so many are kept. */
  const stock = async (source: QuestionSource, count: number) => {
    for (let game = 0; game < 20 && (await kept()) < count; game++) await ask(source, { count: 200 });
    assert.ok((await kept()) >= count, `${await kept()} are kept`);
  };

  it("gives a game what it fetches at once, and fetches fifty a time", async () => {
    const source = opened();
    assert.equal(await source.supply("history"), 0);
    const steps: Made[] = [];
    for await (const step of source.make(history(), AbortSignal.timeout(5000))) steps.push(step);
    assert.deepEqual(
      steps.map(({ stage, questions, note }) => stage ?? note ?? questions?.length),
      ["fetching", 10],
    );
    const [{ path, query } = assert.fail("nothing was asked")] = server.requests;
    assert.equal(`${path}?${query}`, "/api.php?amount=50&category=23&encode=base64");
    assert.deepEqual([await source.supply("history"), await source.supply("")], [50, 50]);
    assert.deepEqual([await source.supply("gadgets"), await source.supply("Quetzalcoatlus")], [0, 0]);
  });

  it("keeps where they came from, and says to whom credit is due", async () => {
    const provenances: object[] = [];
    const { store } = parts;
    const add: typeof store.add = (questions) => {
      provenances.push(...questions.map(({ provenance }) => provenance));
      return store.add(questions);
    };
    await ask(opened({ store: { ...store, add } }));
    assert.equal(provenances.length, 50);
    assert.deepEqual(provenances[0], { licence: "CC BY-SA 4.0", address: server.url });
    for (const part of ["Open Trivia DB", "CC BY-SA 4.0", "https://opentdb.com"])
      assert.ok(openTdbAttribution.includes(part));
  });

  it("gives what is kept without asking, nothing asked or hidden, in the seed's order", async () => {
    await ask(opened());
    const { length } = server.requests;
    const off = opened({ url: "off" });
    const first = await ask(off, { count: 20 });
    assert.equal(first.length, 20);
    assert.deepEqual(await ask(off, { count: 20 }), first);
    assert.notDeepEqual(await ask(off, { count: 20, seed: "another" }), first);
    const [hidden, ...asked] = ids(first);
    const rest = await ask(off, { count: 50, asked: new Set(asked), hidden: new Set([hidden ?? ""]) });
    assert.equal(rest.length, 30);
    assert.ok(ids(rest).every((id) => !ids(first).includes(id)));
    assert.equal(server.requests.length, length, "it asked though it is off");
  });

  it("fetches what is wanted for later, until little more comes", async () => {
    const source = opened();
    await ask(source);
    assert.equal((await ask(source)).length, 10);
    await until("another fifty", () => server.requests.length === 3);
    await stock(source, 118);
    for (let game = 0; game < 10; game++) await ask(source, { count: 200 });
    const { length } = server.requests;
    await ask(source, { count: 200 });
    assert.equal(server.requests.length, length);
    assert.ok((await kept()) >= 118);
  });

  it("prefers questions that speak of what the category leaves open, and says so", async () => {
    server.stored.splice(49, Infinity, {
      ...(numbered(23, 1)[0] as StoredQuestion),
      question: "Which Roman was first in number?",
    });
    const { questions, note } = await gather(opened(), history({ topic: "Roman history" }), AbortSignal.timeout(5000));
    assert.match(questions[0]?.prompt ?? "", /Roman/);
    assert.equal(note, "Open Trivia DB knows “Roman history” only as a part of History.");
    const one = await gather(opened(), history({ topic: "Roman history", count: 1 }), AbortSignal.timeout(5000));
    assert.equal(one.note, "");
  });

  it("asks for less when it has not that many", async () => {
    const questions = await ask(opened(), { topic: "gadgets", count: 12 });
    assert.equal(questions.length, 7);
    assert.deepEqual(
      server.requests.map(({ query }) => query.get("amount")),
      ["50", "25", "13", "7"],
    );
  });

  it("asks nothing for a topic it has no category for", async () => {
    assert.deepEqual(await ask(opened(), { topic: "Quetzalcoatlus" }), []);
    assert.equal(server.requests.length, 0);
  });

  describe("with a session token", () => {
    it("gets one for all processes, and resets it when it has had everything", async () => {
      const [one, two] = [opened(), opened()];
      await ask(one);
      assert.deepEqual(tokens(), [""], "a game in a hurry waited for a token");
      await stock(one, 60);
      await stock(two, 110);
      await ask(two, { topic: "gadgets" });
      assert.deepEqual([...new Set(commands())], ["request", "reset"]);
      assert.equal(commands().filter((command) => command === "request").length, 1);
      const [, , token, ...more] = tokens();
      assert.match(token ?? "", /^[\da-f]{64}$/);
      assert.ok(more.every((other) => other === token));
    });

    it("goes on without, and then with another, when it lapses in the middle of a game", async () => {
      const source = opened();
      await stock(source, 60);
      const before = await parts.pace.recall("opentdb/token");
      server.lapse();
      assert.equal((await ask(source, { topic: "gadgets", count: 3 })).length, 3);
      assert.equal(await parts.pace.recall("opentdb/token"), "");
      await stock(source, 100);
      const after = await parts.pace.recall("opentdb/token");
      assert.ok(after !== before && after.length === 64, after);
      assert.deepEqual(warnings(), []);
    });

    it("takes the new one of another process when it has lapsed for all", async () => {
      const [one, two] = [opened({ everyMs: 80 }), opened({ everyMs: 80 })];
      await stock(one, 60);
      server.lapse();
      await Promise.all([ask(one, { count: 200 }), ask(two, { count: 200 })]);
      assert.equal(commands().filter((command) => command === "request").length, 2);
      await stock(two, 100);
      assert.deepEqual(warnings(), []);
    });

    it("asks for less when a reset is of no use", async () => {
      await ask(opened());
      await parts.pace.remember("opentdb/token", "");
      const source = opened();
      server.faults.push({ code: 4 }, { code: 4 });
      assert.ok((await ask(source, { count: 200 })).length > 50);
      assert.deepEqual(commands(), ["request", "reset"]);
      assert.deepEqual(
        server.requests.slice(1).flatMap(({ query }) => query.getAll("amount")),
        ["50", "50", "25"],
      );
    });
  });

  describe("when others on our address ask too", () => {
    it("asks again at its next turn", async () => {
      server.faults.push("too many requests");
      assert.equal((await ask(opened())).length, 10);
      assert.equal(server.requests.length, 2);
      server.faults.push({ code: 5 });
      assert.equal((await ask(opened(), { count: 60 })).length, 60);
      assert.deepEqual(warnings(), []);
    });

    it("keeps its pace over all processes", async () => {
      server.everyMs = 20;
      const everyMs = 120;
      const all = Array.from({ length: 4 }, () => opened({ everyMs }));
      await Promise.all(all.map((source, nth) => ask(source, nth % 2 === 0 ? {} : { topic: "" })));
      assert.ok(server.requests.length >= 4, `${server.requests.length} requests`);
      assert.equal(server.tooFast, 0);
    });

    it("does not keep a game waiting for a turn that is far off", async () => {
      await parts.pace.take("opentdb", hour / 120);
      const started = performance.now();
      assert.deepEqual(await ask(opened({ everyMs: hour / 120 })), []);
      assert.ok(performance.now() - started < 500);
    });
  });

  const faults: readonly (readonly [fault: Fault, reason: string, timeoutMs?: number])[] = [
    [{ code: 2 }, "it does not know what we asked for"],
    [{ code: 5 }, "it gave no questions"],
    [{ code: 7 }, "an answer of another form"],
    ["page", "no JSON but something else"],
    ["page with 503", "status 503"],
    ["silence", "no answer in time", 60],
    ["reset", "UND_ERR_SOCKET"],
    ["half", "no answer in time", 60],
    ["flood", "an answer that does not end"],
    ["not an answer", "an answer of another form"],
  ];
  for (const [fault, reason, timeoutMs = 5000] of faults) {
    it(`gives what is kept, says so once and asks seldom on ${JSON.stringify(fault)}`, async () => {
      await ask(opened());
      await parts.pace.remember("opentdb/token", "a".repeat(64));
      said.length = 0;
      server.fault = fault;
      const source = opened({ timeoutMs });
      for (let game = 0; game < 4; game++) assert.equal((await ask(source, { count: 60 })).length, 50);
      const { length } = server.requests;
      const word = "Open Trivia DB can't be used; it is asked again now and then";
      assert.deepEqual(said, [`warn: {"reason":"${reason}"} ${word}`]);

      // A second failure is not worth a word, and rests twice as long.
      clock.advance(31_000);
      await ask(source, { count: 60 });
      const second = server.requests.length;
      assert.ok(second > length);
      clock.advance(31_000);
      await ask(source, { count: 60 });
      assert.equal(server.requests.length, second);
      assert.equal(said.length, 1);

      server.fault = undefined;
      clock.advance(hour);
      assert.equal((await ask(source, { count: 60 })).length, 60);
      assert.match(said[1] ?? "", /can be used again/);
    });
  }

  it("does so when there is no session to be had, too", async () => {
    await ask(opened());
    server.fault = { code: 2 };
    assert.equal((await ask(opened(), { count: 60 })).length, 50);
    assert.match(warnings().join(), /no token \(code 2\)/);
    server.fault = undefined;
    server.faults.push({ code: 2 });
    assert.equal((await ask(opened(), { count: 60 })).length, 50);
    assert.match(warnings()[1] ?? "", /does not know what we asked for/);
  });

  it("keeps what is right of an answer that is partly broken", async () => {
    server.faults.push("broken results");
    assert.deepEqual(await ask(opened()), []);
    assert.deepEqual(warnings(), []);
  });

  it("ends with the game's patience or the caller's, and keeps what comes later", async () => {
    server.fault = "silence";
    const started = performance.now();
    assert.deepEqual(await ask(opened({ patienceMs: 30, timeoutMs: 100 })), []);
    const gone = AbortSignal.timeout(30);
    assert.deepEqual((await gather(opened(), history(), gone)).questions, []);
    await opened().stop();
    assert.ok(performance.now() - started < 1000);
  });

  it("asks no more in a day than it may", async () => {
    server.fault = "page";
    // Nine hours of one day, whenever the test is run.
    clock.advance(24 * hour - (clock.now() % (24 * hour)));
    const source = opened({ daily: 3 });
    for (let game = 0; game < 9; game++) {
      await ask(source);
      clock.advance(hour);
    }
    assert.equal(server.requests.length, 3);
    clock.advance(24 * hour);
    await ask(source);
    assert.equal(server.requests.length, 4);
  });

  it("asks nothing once it was stopped", async () => {
    const source = opened();
    await source.stop();
    assert.deepEqual(await ask(source), []);
    server.fault = "silence";
    const other = opened();
    const game = ask(other);
    await until("a request", () => server.requests.length > 0);
    await other.stop();
    assert.deepEqual(await game, []);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(said, []);
  });
});
