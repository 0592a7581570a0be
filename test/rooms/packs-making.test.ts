import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import type { Pack } from "../../src/packs/packs.ts";
import type { QuestionRequest, QuestionSource } from "../../src/questions/source.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { call } from "../support/http.ts";
import { draft, packQuestion } from "../support/packs.ts";
import { guest, type Person } from "../support/people.ts";
import { until } from "../support/until.ts";

/** What a source does when it is asked next, for ever when it is told nothing else. */
type Doing = (request: QuestionRequest, signal: AbortSignal) => Promise<readonly Question[]>;

describe("packs that are made", function () {
  this.timeout(120_000);
  let app: TestApp;
  let ann: Person;
  let doing: Doing;
  const asked: QuestionRequest[] = [];

  const source: QuestionSource = {
    name: "bank",
    supply: () => Promise.resolve(0),
    async *make(request, signal) {
      asked.push(request);
      yield { questions: await doing(request, signal) };
    },
  };
  const numbered = (from: number, count: number): Question[] =>
    Array.from({ length: count }, (_, n) => packQuestion(`${from + n}`));
  const plenty: Doing = ({ count }) => Promise.resolve(numbered(1, count));

  before(async () => {
    app = await startApp({ source });
    ann = await guest(app, "Ann");
  });
  after(() => app.close());
  beforeEach(() => {
    doing = plenty;
    asked.length = 0;
  });
  afterEach(() => assert.deepEqual(app.errors, []));

  const ask = (person: Person, path: string, body?: object, method = "POST") =>
    call(app, method, `/api/packs${path}`, { token: person.token, ...(body && { body }) });
  const count = async (person: Person) => ((await ask(person, "", undefined, "GET")).json["packs"] as Pack[]).length;
  const make = async (...words: readonly string[]) => {
    const body = { title: "Words", questions: words.map((word) => draft(word, { category: "Pets" })) };
    return (await ask(ann, "", body)).json as unknown as Pack;
  };
  const anew = ({ id, questions }: Pack, body?: object, index = 0) =>
    ask(ann, `/${id}/questions/${questions[index]?.id}/anew`, body);

  it("are kept with ids of their own, the right choice in any place", async () => {
    const made = await ask(ann, "/make", { topic: "numbers", count: 20, source: "bank" });
    assert.equal(made.status, 201, made.text);
    const pack = made.json as unknown as Pack;
    assert.deepEqual([pack.title, pack.owner, pack.visibility, pack.size], ["numbers", ann.id, "private", 20]);
    assert.deepEqual([asked[0]?.topic, asked[0]?.count], ["numbers", 20]);
    assert.ok(pack.questions.every(({ id }) => /^[\w-]{22}$/.test(id)));
    assert.ok(pack.questions.every(({ choices, key }) => choices[key] === "Three"));
    assert.ok(new Set(pack.questions.map(({ key }) => key)).size > 1);
    assert.deepEqual((await ask(ann, `/${pack.id}`, undefined, "GET")).json["questions"], pack.questions);
    const named = await ask(ann, "/make", { topic: "", count: 1, title: "My own" });
    assert.deepEqual([named.status, named.json["title"]], [201, "My own"]);
  });

  it("are not there when nothing comes, or not from that source, and nothing is stored", async () => {
    const before = await count(ann);
    const none = { topic: "x", count: 3 };
    for (const [name, does] of [
      ["bank", () => Promise.resolve([])],
      ["bank", () => Promise.reject(new Error("no"))],
      ["model", plenty],
      ["pack", plenty],
    ] as readonly [string, Doing][]) {
      doing = does;
      const refused = await ask(ann, "/make", { ...none, source: name });
      assert.equal(refused.code, "not_available", name);
      assert.equal(refused.status, name === "bank" ? 503 : 409);
    }
    for (const [body, field] of [
      [{ topic: "x".repeat(81) }, "topic"],
      [{ topic: "x", count: 51 }, "count"],
      [{ topic: "x", source: "../x" }, "source"],
    ] as const)
      assert.deepEqual(Object.keys((await ask(ann, "/make", body)).fields), [field]);
    assert.equal(await count(ann), before);
  });

  it("are given up when whoever asked has gone", async () => {
    const before = await count(ann);
    let stopped = false;
    doing = (_request, signal) =>
      new Promise((resolve) =>
        signal.addEventListener("abort", () => {
          stopped = true;
          resolve(numbered(1, 3));
        }),
      );
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${ann.token}`, "content-type": "application/json" };
    const body = JSON.stringify({ topic: "slow", count: 3, source: "bank" });
    const request = fetch(`${app.url}/api/packs/make`, { method: "POST", headers, body, signal: leaving.signal });
    await until("the making", () => asked.length > 0);
    leaving.abort();
    await assert.rejects(request);
    await until("its end", () => stopped);
    assert.equal(await count(ann), before);
  });

  it("have a question made anew that is not in them yet, in the place of the old one", async () => {
    const pack = await make("1", "2", "3");
    // The first tries give what the pack has, in other clothes.
    doing = ({ count: wanted }) =>
      Promise.resolve(numbered(1, Math.min(wanted, 5)).map((one) => ({ ...one, prompt: one.prompt.toUpperCase() })));
    const made = await anew(pack, { source: "bank" }, 1);
    assert.equal(made.status, 200, made.text);
    const { question, version } = made.json as unknown as { question: Question; version: number };
    assert.deepEqual([question.prompt, version], ["WHAT ABOUT 4?", 2]);
    const { questions } = (await ask(ann, `/${pack.id}`, undefined, "GET")).json as unknown as Pack;
    assert.deepEqual(questions, [pack.questions[0], question, pack.questions[2]]);
    assert.deepEqual([asked[0]?.topic, asked[0]?.played.length], ["Pets", 3]);

    doing = () => Promise.resolve([packQuestion("9")]);
    assert.equal((await anew(pack, { topic: "birds" })).status, 200);
    assert.equal(asked.at(-1)?.topic, "birds");
    assert.equal((await anew(pack, {}, 2)).code, "not_available");
    assert.equal((await anew(pack, {})).status, 404);
    assert.equal((await anew(pack, { topic: 5 }, 2)).code, "malformed");
  });

  it("are not changed by a question made for one that has gone meanwhile", async () => {
    const pack = await make("1", "2");
    doing = async () => {
      await ask(ann, `/${pack.id}/questions/${pack.questions[0]?.id}`, undefined, "DELETE");
      return [packQuestion("9")];
    };
    assert.equal((await anew(pack)).status, 404);
    const { questions } = (await ask(ann, `/${pack.id}`, undefined, "GET")).json as unknown as Pack;
    assert.deepEqual(questions, pack.questions.slice(1));
  });

  it("are so many in an hour", async () => {
    const bob = await guest(app, "Bob");
    const body = { topic: "x", count: 1, source: "bank" };
    for (let n = 0; n < 30; n++) assert.equal((await ask(bob, "/make", body)).status, 201);
    const refused = await ask(bob, "/make", body);
    assert.deepEqual([refused.status, refused.code], [429, "too_fast"]);
    assert.equal(await count(bob), 30);
  });
});
