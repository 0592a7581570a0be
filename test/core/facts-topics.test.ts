import assert from "node:assert/strict";
import { countries } from "countries-list";
import { factsSource } from "../../src/questions/facts/source.ts";
import { gather } from "../../src/questions/gather.ts";
import { questionRequest } from "../support/question-request.ts";

const facts = factsSource();
const about = async (topic: string) =>
  (await gather(facts, questionRequest({ topic, count: 60 }), new AbortController().signal)).questions;
const categoriesOf = async (topic: string): Promise<string> =>
  [...new Set((await about(topic)).map(({ category }) => category))].toSorted().join();

describe("topics of facts", () => {
  before(function () {
    this.timeout(120_000);
    return facts.supply("");
  });

  it("choose the kind of question", async () => {
    assert.equal(await categoriesOf("chemistry"), "Chemistry");
    assert.equal(await categoriesOf("The Periodic Table!"), "Chemistry");
    assert.equal(await categoriesOf("capitals"), "Capitals");
    assert.equal(await categoriesOf("flags of the world"), "Flags");
    assert.equal(await categoriesOf("currencies"), "Currencies");
    assert.equal(await categoriesOf("land borders"), "");
    assert.equal(await categoriesOf("borders"), "Borders");
    assert.equal(await categoriesOf("languages"), "Languages");
    assert.equal(await categoriesOf("vocabulary"), "Vocabulary");
    assert.equal(await categoriesOf("music theory"), "Music");
    assert.equal(await categoriesOf("flags and capitals"), "Capitals,Flags");
    const synonyms = await about("synonyms");
    assert(synonyms.every(({ id }) => id.startsWith("facts-synonym-")));
  });

  it("choose the subject", async () => {
    const european = await about("capital cities of Europe");
    assert(european.length >= 50);
    // Russia lies in both.
    for (const code of european.map(({ id }) => id.slice(-2) as keyof typeof countries))
      assert(countries[code].continent === "EU" || code === "RU", code);
    for (const { id, prompt, choices } of await about("France"))
      assert.match([id, prompt, choices[0]].join(" "), /France|-FR|\bFR-|EUR/);
    for (const { id, prompt, choices } of await about("South Africa"))
      assert.match([id, prompt, choices[0]].join(" "), /South Africa|-ZA/);
    for (const { id } of await about("noble gases")) assert.match(id, /-(?:He|Ne|Ar|Kr|Xe|Rn)$/);
    assert((await categoriesOf("Africa")).includes("Flags"));
  });

  it("give nothing where they fit nothing, rather than something else", async () => {
    for (const topic of [
      "football in Brazil",
      "history",
      "French cinema",
      "new",
      "islands",
      "space",
      "x",
      "Österreich",
    ])
      assert.equal(await facts.supply(topic), 0, topic);
    assert.equal(await facts.supply("fun facts"), await facts.supply(""));
  });
});
