import assert from "node:assert/strict";
import type { Ask, AskOptions, Model, ModelAnswer, ModelFault } from "../../src/model/model.ts";
import { SourceFault } from "../../src/questions/model/source-fault.ts";
import { openAiModel } from "../../src/model/openai.ts";
import type { Made } from "../../src/questions/source.ts";
import { silence } from "../support/openai-behaviours.ts";
import { type OpenAiScript, type OpenAiServer, startOpenAi } from "../support/openai-server.ts";
import { plants } from "../support/question-faults.ts";
import { questionRequest } from "../support/question-request.ts";
import { never, QuestionWorld } from "../support/question-world.ts";
import { QuestionWriter } from "../support/question-writer.ts";

const fatal = ["busy", "quota", "unauthorized", "unreachable", "too_slow", "stopped", "rejected"] as const;
const passing = ["refused", "truncated", "nonsense"] as const;

/** A model that fails so at requests of which `when` is true; `nth` counts from 1. */
const failing = (fault: ModelFault, when: (nth: number, name: string) => boolean) => {
  const writer = new QuestionWriter();
  const asked: Ask<unknown>[] = [];
  const model: Model = {
    ...writer.model,
    ask: async <T>(ask: Ask<T>, options: AskOptions): Promise<ModelAnswer<T>> => {
      asked.push(ask);
      return when(asked.length, ask.name) ? { ok: false, fault, message: "" } : writer.model.ask(ask, options);
    },
  };
  const countOf = ({ user }: Ask<unknown>): number => (JSON.parse(user) as { count?: number }).count ?? 0;
  return { model, asked, counts: () => asked.filter(({ name }) => name === "questions").map(countOf) };
};

describe("a model that fails", () => {
  for (const fault of fatal) {
    it(`gives what was ready and then its code: ${fault}`, async () => {
      // The first batch has been written and solved by then.
      const { model, asked } = failing(fault, (nth) => nth > 3);
      const world = new QuestionWorld({ model, parallel: 1 });
      const { questions, error } = await world.make({ count: 20 });
      assert.deepEqual([questions.length, error, asked.length], [9, `model_${fault}`, 4]);
      assert.equal(world.logged[0]?.["fault"], `model_${fault}`);
    });
  }

  it("is asked nothing more, and those under way are waited for", async () => {
    const { model, asked } = failing("busy", (nth) => nth === 1);
    const { questions, error } = await new QuestionWorld({ model }).make({ count: 50 });
    assert.deepEqual([questions.length, error], [10, "model_busy"]);
    // Two to write, and two to solve what one of them gave.
    assert.equal(asked.length, 4);
  });

  it("has said nonsense when no question it wrote has the form of one", async () => {
    const world = new QuestionWorld({ instead: () => ({ questions: [{}, "Who?", null, { question: "Who?" }] }) });
    assert.equal((await world.make()).error, "model_nonsense");
  });

  it("is left when it does not come to an end by itself, with what is kept if time is up", async () => {
    const before = new QuestionWorld();
    await before.make({ topic: "Rivers", count: 10 });
    const model: Model = { ...before.writer.model, ask: () => new Promise(() => {}) };
    const world = new QuestionWorld({ model, timeoutMs: 100 });
    await world.store.add(before.kept);
    const slow = await world.make({ topic: "Rivers", count: 16 });
    assert.deepEqual([slow.questions.length, slow.error], [14, "model_too_slow"]);

    const controller = new AbortController();
    const seen = ({ stage }: Made): void => void (stage === "writing" && setImmediate(() => controller.abort()));
    const stopped = await world.make({ topic: "Rivers", count: 16 }, { signal: controller.signal, seen });
    assert.deepEqual([stopped.questions.length, stopped.error], [8, ""]);
    assert.deepEqual((await world.make({}, { signal: controller.signal })).questions, []);
  });

  it("throws something that says the fault", async () => {
    const { model } = failing("quota", () => true);
    const { source } = new QuestionWorld({ model });
    await assert.rejects(
      async () => {
        for await (const step of source.make(questionRequest(), never)) void step;
      },
      (error) => error instanceof SourceFault && error.fault === "quota",
    );
  });

  for (const fault of passing) {
    it(`costs one batch when one answer is no use: ${fault}`, async () => {
      const { model } = failing(fault, (nth) => nth === 1);
      const { questions, error } = await new QuestionWorld({ model }).make({ count: 10 });
      assert.deepEqual([questions.length, error], [10, ""]);
    });

    it(`ends with its code when no answer is of use: ${fault}`, async () => {
      const { model, counts } = failing(fault, () => true);
      const { questions, error } = await new QuestionWorld({ model }).make({ count: 10 });
      assert.deepEqual([questions.length, error], [0, `model_${fault}`]);
      assert(counts().reduce((sum, count) => sum + count, 0) <= 30);
      // It is not asked again for what it does not want to say.
      assert.equal(counts().length, fault === "refused" ? 2 : fault === "truncated" ? 6 : 5);
    });

    it(`keeps nothing that one of the two solvers said nothing about: ${fault}`, async () => {
      const { model } = failing(fault, (nth, name) => name === "answers" && nth % 2 === 0);
      const world = new QuestionWorld({ model, parallel: 1 });
      const { questions, error } = await world.make({ count: 10 });
      assert.deepEqual([questions.length, error, world.kept.length], [0, `model_${fault}`, 0]);
    });
  }

  it("is made up for by what is kept, as far as that goes", async () => {
    const world = new QuestionWorld();
    await world.make({ topic: "Rivers", count: 10 });
    const { model } = failing("busy", () => true);
    const later = new QuestionWorld({ model });
    await later.store.add(world.kept);
    const enough = await later.make({ topic: "Rivers", count: 12 });
    assert.deepEqual([enough.questions.length, enough.error], [12, ""]);
    assert.equal(new Set(enough.questions).size, 12);
    const more = await later.make({ topic: "Rivers", count: 20 });
    assert.deepEqual([more.questions.length, more.error], [14, "model_busy"]);
  });

  it("is not asked about a topic that is not fit, nor for texts that are not", async () => {
    const isFit = (text: string): boolean => !/bado/iu.test(text);
    const world = new QuestionWorld({ isFit });
    const { error } = await world.make({ topic: "Bado & co" });
    assert.deepEqual([error, world.writer.heard.length], ["model_refused", 0]);
    for (let game = 0; game < 10; game++) await world.make({ topic: `${game}`, count: 40 });
    assert(world.kept.every(({ question }) => isFit(JSON.stringify(question))));
    assert((world.refused["unfit"] ?? 0) > 0);
  });

  it("makes one try again when the store could not be read", async () => {
    let tries = 0;
    const world = new QuestionWorld({
      store: {
        page: async () => {
          if (++tries === 1) throw new Error("no store");
          return [];
        },
      },
    });
    assert.equal((await world.make()).error, "no store");
    assert.equal((await world.make()).questions.length, 10);
    assert.equal((await world.make()).questions.length, 10);
    assert.equal(tries, 2);
  });
});

describe("a model behind OpenAI's protocol", () => {
  let server: OpenAiServer;
  const worldOver = async (script: OpenAiScript, timeoutMs = 5000): Promise<QuestionWorld> => {
    server = await startOpenAi(script);
    const nothing = (): void => {};
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    return new QuestionWorld({
      model: openAiModel({ baseUrl: server.url, model: "stand-in", log, pauseMs: 1 }),
      timeoutMs,
    });
  };
  afterEach(() => server.close());

  it("makes questions, and none of those that are planted", async () => {
    const kinds = Object.values(plants);
    const writer = new QuestionWriter({
      plant: (nth, random) => (random() < 0.4 ? kinds[nth % kinds.length] : undefined),
    });
    const world = await worldOver(writer);
    Object.assign(world.writer, { factOf: writer.factOf, keyOf: writer.keyOf, planted: writer.planted });
    const { questions, error } = await world.make({ topic: "Rivers", count: 40 });
    assert.deepEqual([questions.length, error], [40, ""]);
    world.check();
    assert(server.chats.every(({ structured }) => structured === "json_schema"));
    const wire = server.chats.map(({ body }) => JSON.stringify(body.response_format));
    assert.equal(new Set(wire).size, 2);
    assert(wire.every((one) => !/minLength|maxLength|pattern|minItems|maxItems/u.test(one)));
  });

  it("is waited for no longer than there is time", async () => {
    const world = await worldOver({ answer: () => silence }, 150);
    const started = performance.now();
    const { questions, error } = await world.make();
    assert.deepEqual([questions.length, error], [0, "model_too_slow"]);
    assert(performance.now() - started < 1000);
  });

  it("is left at once when nobody wants its questions any more", async () => {
    const heard = Promise.withResolvers<void>();
    const world = await worldOver({
      answer: () => {
        heard.resolve();
        return silence;
      },
    });
    const controller = new AbortController();
    const making = world.make({}, { signal: controller.signal });
    await heard.promise;
    controller.abort();
    const stopped = performance.now();
    assert.deepEqual((await making).error, "");
    assert(performance.now() - stopped < 200);
  });

  it("is asked nothing more once there are enough", async () => {
    const writer = new QuestionWriter();
    const gone = Promise.withResolvers<void>();
    const world = await worldOver({
      // All but the first batch hang, until they are given up.
      answer: (request, nth) =>
        request.schema === "questions" && nth > 1
          ? (_, response) => void response.on("close", gone.resolve)
          : writer.answer(request, nth),
    });
    for await (const { questions = [] } of world.source.make(questionRequest({ count: 10 }), never)) {
      if (questions.length > 0) break;
    }
    const left = performance.now();
    await gone.promise;
    assert(performance.now() - left < 1000);
    assert.equal(server.chats.length, 4);
  });
});
