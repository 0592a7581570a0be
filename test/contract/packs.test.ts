import assert from "node:assert/strict";
import { openDatabase } from "../../src/database/database.ts";
import { packFor } from "../../src/packs/access.ts";
import { editPack } from "../../src/packs/edit.ts";
import { memoryPacks } from "../../src/packs/memory.ts";
import type { NewPack, Packs } from "../../src/packs/packs.ts";
import { sqlPacks } from "../../src/packs/sql.ts";
import { packSource } from "../../src/questions/pack-source.ts";
import { gather } from "../../src/questions/gather.ts";
import { adapters } from "../support/database.ts";
import { idOf, packQuestion } from "../support/packs.ts";
import { questionRequest } from "../support/question-request.ts";

const start = 1_800_000_000_000;
let time = start;
const now = () => time;

const kinds: readonly { readonly name: string; readonly open: () => Promise<[Packs, () => Promise<void>]> }[] = [
  { name: "memory", open: () => Promise.resolve([memoryPacks(now), () => Promise.resolve()]) },
  ...adapters.map(({ name, newPlace }) => ({
    name,
    open: async (): Promise<[Packs, () => Promise<void>]> => {
      const { db, close } = await openDatabase(await newPlace());
      return [sqlPacks(db, now), close];
    },
  })),
];

let made = 0;
const fresh = (changes: Partial<NewPack> = {}): NewPack => ({
  id: idOf(`pack${++made}`),
  owner: `owner${made}`,
  title: "Words",
  description: "",
  visibility: "private",
  questions: ["a", "b", "c"].map((id) => packQuestion(id)),
  ...changes,
});
const never = new AbortController().signal;

for (const { name, open } of kinds) {
  describe(`packs in ${name}`, function () {
    this.timeout(120_000);
    let packs: Packs;
    let close: () => Promise<void>;
    before(async () => ([packs, close] = await open()));
    after(() => close());
    beforeEach(() => (time = start));

    const add = async (changes: Partial<NewPack> = {}) => {
      const pack = await packs.add(fresh(changes), 200);
      assert.ok(pack);
      return pack;
    };

    it("are found as they were made, with and without their questions", async () => {
      const evil = `'); drop table pack; --" \\ $1 %00 ‮ \u{1F600} <b>`;
      const questions = [packQuestion("x", { prompt: evil, choices: [evil, "{1,2}", "[]"] }), packQuestion("y")];
      const given = fresh({ title: evil, description: evil, visibility: "link", questions });
      const at = new Date(start).toISOString();
      const pack = { ...given, size: 2, version: 1, createdAt: at, updatedAt: at };
      assert.deepEqual(await packs.add(given, 1), pack);
      assert.deepEqual(await packs.find(given.id), pack);
      const { questions: _questions, ...line } = pack;
      assert.deepEqual(await packs.line(given.id), line);
      assert.deepEqual(await packs.list(given.owner, 10), { packs: [line] });
      assert.equal(await packs.find(idOf("none")), undefined);
      assert.equal(await packs.line(idOf("none")), undefined);
    });

    it("are as many as an owner may have, even when more are made at once", async () => {
      const owner = `many${++made}`;
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => packs.add(fresh({ owner }), 4)));
      assert.equal(outcomes.filter((one) => one === undefined).length, 2);
      assert.equal((await packs.list(owner, 100)).packs.length, 4);
    });

    it("are listed newest first, page by page, also those made in one instant", async () => {
      const owner = `lists${++made}`;
      const ids: string[] = [];
      for (const at of [0, 0, 5, 5, 9]) {
        time = start + at;
        ids.push((await add({ owner })).id);
      }
      await add();
      const all = (await packs.list(owner, 100)).packs.map(({ id }) => id);
      assert.deepEqual(all.slice(0, 1), ids.slice(4));
      assert.deepEqual(all.slice(1, 3).toSorted(), ids.slice(2, 4));
      assert.deepEqual(all.slice(3).toSorted(), ids.slice(0, 2));
      const paged: string[] = [];
      let pages = 0;
      for (let cursor: string | undefined = ""; cursor !== undefined; pages++) {
        const page = await packs.list(owner, 2, cursor);
        paged.push(...page.packs.map(({ id }) => id));
        cursor = page.cursor;
        // A pack that goes meanwhile takes no place with it.
        if (pages === 0) await packs.remove(all[1] as string);
      }
      assert.deepEqual([paged, pages], [all, 3]);
      assert.equal((await packs.list(owner, 2, "x'; --")).packs.length, 2);
    });

    it("change by what is given, each change raising the version and the time", async () => {
      const { id, ...before } = await add();
      time += 1000;
      const updatedAt = new Date(time).toISOString();
      const renamed = { id, ...before, title: "Other", version: 2, updatedAt };
      assert.deepEqual(await packs.change(id, 1, { title: "Other" }), renamed);
      const questions = [packQuestion("z")];
      const rewritten = { ...renamed, questions, size: 1, version: 3 };
      assert.deepEqual(await packs.change(id, 2, { questions }), rewritten);
      assert.deepEqual(await packs.find(id), rewritten);
    });

    it("are not changed from a version that is over, nor when they are gone", async () => {
      const { id } = await add();
      const outcomes = await Promise.all(["A", "B", "C"].map((title) => packs.change(id, 1, { title })));
      assert.equal(outcomes.filter((one) => one === "conflict").length, 2);
      assert.equal((await packs.find(id))?.version, 2);
      await packs.remove(id);
      assert.equal(await packs.change(id, 2, { title: "D" }), undefined);
      assert.equal(await packs.find(id), undefined);
    });

    it("take edits of several people at once, unless these name the version they saw", async () => {
      const { id } = await add({ questions: [] });
      const addOne = (word: string, seen?: number) =>
        editPack(packs, id, seen, ({ questions }) => ({ questions: [...questions, packQuestion(word)] }));
      await Promise.all(["a", "b", "c"].map((word) => addOne(word)));
      const { questions, version } = (await packs.find(id)) ?? {};
      assert.deepEqual(questions?.map((one) => one.id).toSorted(), ["a", "b", "c"]);
      assert.equal(version, 4);
      assert.equal(await addOne("d", 3), "conflict");
      assert.equal(await editPack(packs, idOf("none"), undefined, () => ({})), undefined);
    });

    it("of one owner go together", async () => {
      const owner = `leaves${++made}`;
      const mine = [await add({ owner }), await add({ owner })];
      const other = await add();
      await packs.removeAllOf(owner);
      for (const { id } of mine) assert.equal(await packs.find(id), undefined);
      assert.ok(await packs.find(other.id));
    });

    it("may be played by their owners, and by anybody who has the id of one that is shared", async () => {
      const { id, owner } = await add();
      assert.equal((await packFor(packs, id, { id: owner }))?.id, id);
      assert.equal(await packFor(packs, id, { id: "other" }), undefined);
      await packs.change(id, 1, { visibility: "link" });
      assert.equal((await packFor(packs, id, { id: "other" }))?.size, 3);
      for (const text of ["", "\0".repeat(22), `${id}x`, "x".repeat(22)])
        assert.equal(await packFor(packs, text, { id: owner }), undefined);
    });

    it("are played in their order, under ids that no other pack has", async () => {
      const { id } = await add();
      const { questions } = await gather(packSource(packs), questionRequest({ pack: id, count: 3 }), never);
      assert.deepEqual(
        questions.map((question) => question.id),
        ["a", "b", "c"].map((word) => `pack-${id}-${word}`),
      );
      assert.deepEqual({ ...questions[0], id: "a" }, packQuestion("a"));
      assert.ok(`pack-${id}-${id}`.length <= 64);
      for (const pack of ["", "\0", idOf("none")])
        await assert.rejects(gather(packSource(packs), questionRequest({ pack }), never), /no pack/);
    });
  });
}

describe("the choice from a pack", () => {
  const packs = memoryPacks(now);
  const id = idOf("big");
  const words = Array.from({ length: 20 }, (_, n) => `q${String(n).padStart(2, "0")}`);
  const played = (word: string) => `pack-${id}-${word}`;
  before(() => packs.add(fresh({ id, questions: words.map((word) => packQuestion(word)) }), 1));

  const choose = async (wish: Parameters<typeof questionRequest>[0]) => {
    const { questions } = await gather(packSource(packs), questionRequest({ pack: id, ...wish }), never);
    return questions.map((question) => question.id as string);
  };

  it("is the seed's, and in the order of the pack", async () => {
    const one = await choose({ count: 5, seed: "one" });
    assert.deepEqual(await choose({ count: 5, seed: "one" }), one);
    assert.notDeepEqual(await choose({ count: 5, seed: "two" }), one);
    assert.deepEqual([one.length, one], [5, one.toSorted()]);
    const seen = new Set<string>();
    for (let n = 0; n < 40; n++) for (const question of await choose({ count: 5, seed: `${n}` })) seen.add(question);
    assert.equal(seen.size, 20);
  });

  it("has what was not asked before what was, and that in the order of asking", async () => {
    const asked = words.slice(3).map(played).toReversed();
    const chosen = await choose({ count: 5, asked: new Set(asked) });
    assert.deepEqual(chosen, [...words.slice(0, 3), "q18", "q19"].map(played));
  });

  it("never has what is hidden", async () => {
    const hidden = new Set(words.slice(0, 18).map(played));
    assert.deepEqual(await choose({ count: 5, hidden }), words.slice(18).map(played));
    assert.deepEqual(await choose({ count: 5, hidden: new Set(words.map(played)) }), []);
  });
});
