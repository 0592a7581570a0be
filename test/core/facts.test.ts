import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import { creditOf, factsSource } from "../../src/questions/facts/source.ts";
import { gather } from "../../src/questions/gather.ts";
import { checkedKinds, faultOf } from "../support/facts-recheck.ts";
import { questionRequest } from "../support/question-request.ts";

const signal = new AbortController().signal;
const facts = factsSource();
const make = async (...[wish]: Parameters<typeof questionRequest>): Promise<readonly Question[]> =>
  (await gather(facts, questionRequest(wish), signal)).questions;
const idsOf = (questions: readonly Question[]): readonly string[] => questions.map(({ id }) => id);
const kindOf = ({ id }: Question): string => id.split("-")[1] ?? "";
const kindsOf = (questions: readonly Question[]): readonly string[] => [...new Set(questions.map(kindOf))].toSorted();

describe("facts", () => {
  let many: readonly Question[];
  before(async function () {
    this.timeout(120_000);
    const special = ["http status codes", "music", "maths", "telephone codes", "internet domains", "currency codes"];
    const some = await Promise.all(special.map((topic) => make({ topic, count: 300 })));
    const all = [...some.flat(), ...(await make({ count: 10_000 }))];
    many = [...new Map(all.map((question) => [question.id, question])).values()];
  });

  it("are thousands of questions, each right by the data itself and its wrong choices wrong", () => {
    assert(many.length >= 10_000);
    const faults = many.flatMap((question) =>
      faultOf(question) === "" ? [] : [`${question.id}: ${faultOf(question)}`],
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(kindsOf(many), checkedKinds.toSorted());
    assert.equal(new Set(many.map(({ prompt, image }) => prompt + image)).size, many.length);
    for (const { id } of many) assert.notEqual(creditOf(id), undefined, id);
    for (const level of ["easy", "medium", "hard"])
      assert(many.filter(({ difficulty }) => difficulty === level).length > 1000, level);
    const longest = many.filter(({ choices: [right = "", ...wrong] }) =>
      wrong.every((one) => one.length < right.length),
    );
    assert(longest.length <= many.length * 0.35, `the longest choice is right in ${longest.length}`);
  });

  it("are checked by a check that finds faults of every kind of question", () => {
    for (const kind of checkedKinds) {
      const question = many.find((one) => kindOf(one) === kind);
      assert(question !== undefined, kind);
      const [right = "", first = "", ...others] = question.choices;
      assert.notEqual(faultOf({ ...question, choices: [first, right, ...others] }), "", `${question.id} turned round`);
      assert.notEqual(faultOf({ ...question, choices: [right, right.toUpperCase(), ...others] }), "", question.id);
    }
  });

  it("are the same for the same seed, and about the same things with other choices for another", async () => {
    const one = await make({ topic: "capitals" });
    assert.deepEqual(await make({ topic: "capitals" }), one);
    assert.notDeepEqual(await make({ topic: "capitals", seed: "other" }), one);
    const [first] = one;
    const again = await make({ topic: "capitals", count: 400, seed: "other" });
    const same = again.find(({ id }) => id === first?.id);
    assert.equal(same?.prompt, first?.prompt);
    assert.equal(same?.choices[0], first?.choices[0]);
  });

  it("mix categories when the topic is anything", async () => {
    for (const seed of ["a", "b", "c"]) {
      const questions = await make({ seed });
      assert.equal(questions.length, 10);
      const categories = new Set(questions.map(({ category }) => category));
      assert(categories.size >= 7, [...categories].join());
    }
    const supply = await facts.supply("");
    assert(supply >= 10_000, `${supply}`);
  });

  it("come unasked first, then those asked longest ago, and never hidden ones", async () => {
    const all = idsOf(await make({ topic: "flags", count: 500 }));
    const [hidden = "", ...rest] = all;
    const asked = new Set(rest.slice(0, -3));
    const next = idsOf(await make({ topic: "flags", count: 5, asked, hidden: new Set([hidden]), seed: "later" }));
    assert.deepEqual(new Set(next.slice(0, 3)), new Set(rest.slice(-3)));
    assert.deepEqual(next.slice(3), rest.slice(0, 2));
    assert.deepEqual(idsOf(await make({ topic: "flags", hidden: new Set(all) })), []);
  });

  it("stop when they are told to", async () => {
    const stopped = AbortSignal.abort();
    for await (const _ of facts.make(questionRequest(), stopped)) assert.fail("nothing more is wanted");
  });
});
