import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import { bankSource, readBank } from "../../src/questions/bank.ts";
import type { QuestionSource } from "../../src/questions/source.ts";
import { gatherFrom, mixWith } from "../support/mix.ts";
import { questionRequest } from "../support/question-request.ts";
import { questions } from "../support/quiz.ts";
import { SlowSource } from "../support/slow-source.ts";

const { signal } = new AbortController();
const named = (name: string, all: readonly Question[]): QuestionSource => ({
  name,
  supply: () => Promise.resolve(all.length),
  async *make({ count }) {
    yield { questions: all.slice(0, count) };
  },
});
const prefixed = (prefix: string, count: number): readonly Question[] =>
  questions(count).map((question) => ({
    ...question,
    id: `${prefix}-${question.id}` as Question["id"],
    prompt: `${prefix}: ${question.prompt}`,
  }));
const ids = (all: readonly Question[]) => all.map(({ id }) => id as string);

describe("a game's questions from several sources", () => {
  const space = questionRequest({ topic: "space", count: 10 });
  let bank: QuestionSource;
  before(async () => {
    bank = bankSource(await readBank());
  });

  it("are those of the slow source when it gives them, and nothing is said", async () => {
    const model = new SlowSource("model");
    model.give(prefixed("model", 10));
    const made = await gatherFrom(mixWith([bank, model])("model", space, signal));
    assert.deepEqual(ids(made.questions), ids(prefixed("model", 10)));
    assert.equal(made.note, "");
    assert.equal(model.stopped, true, "it is not left running");
  });

  it("begin with others while the slow source hangs, and end with others, said in words", async () => {
    const model = new SlowSource("model");
    const steps: number[] = [];
    const notes: string[] = [];
    for await (const made of mixWith([bank, model], { playableMs: 20, patienceMs: 40 })("model", space, signal)) {
      if (made.questions !== undefined) steps.push(made.questions.length);
      if (made.note !== undefined) notes.push(made.note);
    }
    assert.deepEqual(steps, [3, 7]);
    assert.match(notes.join(" "), /takes its time.*took too long/);
    assert.equal(model.stopped, true);
  });

  it("go on with the slow source after others had to begin", async () => {
    const model = new SlowSource("model");
    const all: Question[] = [];
    for await (const { questions: some = [] } of mixWith([bank, model], { playableMs: 20, patienceMs: 60_000 })(
      "model",
      space,
      signal,
    )) {
      all.push(...some);
      if (all.length === 3) model.give(prefixed("model", 7));
    }
    assert.deepEqual(ids(all.slice(3)), ids(prefixed("model", 7)));
  });

  it("come from others when the slow source fails, and what it gave stands", async () => {
    const model = new SlowSource("model");
    const failed: string[] = [];
    model.give(prefixed("model", 2), { stage: "checking" });
    model.fail();
    const mix = mixWith([bank, model], { onFailure: (source) => failed.push(source) });
    const made = await gatherFrom(mix("model", space, signal));
    assert.equal(made.questions.length, 10);
    assert.deepEqual(ids(made.questions.slice(0, 2)), ids(prefixed("model", 2)));
    assert.deepEqual(failed, ["model"]);
    assert.match(made.note, /can't be used just now/);
  });

  it("say what is not there, and how few a source had", async () => {
    assert.match((await gatherFrom(mixWith([bank])("model", space, signal))).note, /has no AI model/);
    const model = new SlowSource("model");
    model.give(prefixed("model", 4));
    model.end();
    assert.match((await gatherFrom(mixWith([bank, model])("model", space, signal))).note, /gave 4 of 10/);
  });

  it("are, of whatever fits best, the model's for a topic and the bank's for none", async () => {
    const model = new SlowSource("model");
    model.give(prefixed("model", 10));
    const mix = mixWith([bank, model]);
    assert.match(ids((await gatherFrom(mix("auto", space, signal))).questions).join(), /^model/);
    assert.doesNotMatch(ids((await gatherFrom(mix("auto", questionRequest(), signal))).questions).join(), /model/);
  });

  it("are never hidden, never twice the same, and asked before only when nothing else is left", async () => {
    const few = named("bank", prefixed("bank", 6));
    const facts = named("facts", [...prefixed("facts", 4), ...prefixed("bank", 6)]);
    const request = questionRequest({ count: 12, hidden: new Set(["bank-q1"]), asked: new Set(["bank-q2"]) });
    const { questions: made } = await gatherFrom(mixWith([few, facts])("auto", request, signal));
    assert.equal(new Set(ids(made)).size, made.length);
    assert.equal(made.length, 9);
    assert(!ids(made).includes("bank-q1"));
    assert.equal(ids(made).at(-1), "bank-q2");
  });

  it("are a pack's alone when a pack is asked for", async () => {
    const pack = named("pack", prefixed("pack", 2));
    const made = await gatherFrom(mixWith([bank, pack])("pack", questionRequest({ pack: "p" }), signal));
    assert.deepEqual(ids(made.questions), ["pack-q1", "pack-q2"]);
    await assert.rejects(gatherFrom(mixWith([bank])("pack", questionRequest({ pack: "p" }), signal)));
  });

  it("stop when nobody wants them any more", async () => {
    const model = new SlowSource("model");
    const controller = new AbortController();
    const made = gatherFrom(mixWith([bank, model], { playableMs: 60_000 })("model", space, controller.signal));
    controller.abort();
    assert.deepEqual((await made).questions, []);
  });
});
