import assert from "node:assert/strict";
import { memoryReviews } from "../../src/conduct/reviews-memory.ts";
import { sqlReviews } from "../../src/conduct/reviews-sql.ts";
import { writeReviews } from "../../src/conduct/reviews-write.ts";
import { type NewReview, type Reviews, reviewKinds, type ReviewState } from "../../src/conduct/reviews.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { ana, ben, cy, matter, mod, now } from "../support/conduct.ts";
import { staffWorlds } from "../support/staff-worlds.ts";

const decision = { state: "allowed", by: mod, why: "harmless", at: now + 10, learn: false } as const;
const reported = (id: string, player: string, changes: Partial<NewReview> = {}) =>
  matter(id, { report: { player: player as PlayerId, reason: `says ${player}` }, ...changes });

for (const { name, fresh } of staffWorlds) {
  describe(`the queue in ${name}`, function () {
    this.timeout(120_000);
    let reviews: Reviews;
    let write: (all: readonly NewReview[]) => Promise<void>;
    beforeEach(async () => {
      const db = await fresh();
      if (db === undefined) {
        const memory = memoryReviews();
        reviews = memory;
        write = async (all) => memory.write(all);
        return;
      }
      reviews = sqlReviews(db);
      write = (all) => db.transaction().execute((trx) => writeReviews(trx, all));
    });
    const ids = async (query: Partial<Parameters<Reviews["list"]>[0]> = {}) =>
      (await reviews.list({ state: "open", limit: 10, ...query })).map(({ id }) => id);
    const reporters = async (id: string): Promise<readonly string[] | undefined> =>
      (await reviews.find(id))?.reports.map(({ player }) => player);
    const decide = (id: string, changes: Partial<Parameters<Reviews["decide"]>[1]> = {}) =>
      reviews.decide(id, { ...decision, ...changes });

    it("gives back what was put in, newest first", async () => {
      await write([matter("a"), reported("b", "ben", { message: "m2", at: now + 1 }), matter("c", { kind: "flag" })]);
      const open = { state: "open", reports: [], decidedAt: null, decidedBy: "", why: "" } as const;
      assert.deepEqual(await reviews.find("a"), { ...matter("a"), ...open });
      assert.deepEqual((await reviews.find("b"))?.reports, [{ player: ben, reason: "says ben", at: now + 1 }]);
      assert.deepEqual(await ids(), ["b", "c", "a"]);
      assert.deepEqual(await ids({ limit: 2 }), ["b", "c"]);
      assert.deepEqual(await ids({ after: "c" }), ["a"]);
      assert.deepEqual(await ids({ after: "none" }), []);
      assert.deepEqual(await ids({ kind: "flag" }), ["c"]);
      assert.equal(await reviews.openCount(), 3);
      assert.equal(await reviews.find("none"), undefined);
    });

    it("is searched for the very signs that are looked for", async () => {
      await write([
        matter("a", { text: "100% oaf\\" }),
        matter("b", { message: "m2", name: "Ben", player: ben, lobby: "OTHER" }),
      ]);
      for (const search of ["0%", "OAF", "oaf\\", "abcd"])
        assert.deepEqual(await ids({ search }), search === "OAF" ? ["b", "a"] : ["a"], search);
      assert.deepEqual(await ids({ search: "_" }), []);
      assert.deepEqual(await ids({ search: "ben", player: ben }), ["b"]);
      assert.deepEqual(await ids({ player: cy }), []);
    });

    it("takes reports of one line for one matter, and one report a person", async () => {
      await write([reported("a", "ben"), reported("b", "cy", { at: now + 1 }), reported("c", "ben", { at: now + 2 })]);
      await write([reported("d", "dan", { lobby: "OTHER" }), reported("e", "dan", { kind: "flag" })]);
      assert.deepEqual(await ids(), ["e", "d", "a"]);
      assert.deepEqual(await reporters("a"), ["ben", "cy"]);
    });

    it("shows twenty reports at most", async () => {
      await write(Array.from({ length: 25 }, (_, nth) => reported(`r${nth}`, `p${nth}`, { at: now + nth })));
      assert.equal((await reporters("r0"))?.length, 20);
    });

    it("takes the same batch twice without change, even when it was decided in between", async () => {
      const batch = [reported("a", "ben"), reported("b", "cy"), matter("c", { kind: "hold" })];
      const person = { kind: "person", message: "" } as const;
      const about = [reported("p", "ben", person), reported("q", "cy", person)];
      await write([...batch, ...about]);
      const before = await reviews.list({ state: "open", limit: 10 });
      await write([...batch, ...about]);
      assert.deepEqual(await reviews.list({ state: "open", limit: 10 }), before);
      await decide("p");
      await write([...batch, ...about]);
      assert.deepEqual(
        await ids(),
        before.map(({ id }) => id).filter((id) => id !== "p"),
      );
    });

    it("holds one open matter a person and lobby", async () => {
      const person = { kind: "person", message: "", text: "" } as const;
      await write([reported("a", "ben", person), reported("b", "cy", person)]);
      await write([
        reported("c", "ben", { ...person, lobby: "OTHER" }),
        reported("d", "ben", { ...person, player: cy }),
      ]);
      assert.deepEqual((await ids()).toSorted(), ["a", "c", "d"]);
      assert.deepEqual(await reporters("a"), ["ben", "cy"]);
      await decide("a", { state: "denied" });
      await write([reported("e", "cy", person)]);
      assert.deepEqual((await ids()).toSorted(), ["c", "d", "e"]);
    });

    it("is decided once", async () => {
      await reviews.add(matter("a"));
      const decided = await decide("a", { state: "denied" });
      assert.ok(typeof decided === "object");
      const { state, decidedAt, decidedBy, why } = decided;
      assert.deepEqual([state, decidedAt, decidedBy, why], ["denied", now + 10, mod, "harmless"]);
      assert.equal(await decide("a"), "conflict");
      assert.equal(await decide("none"), undefined);
      assert.deepEqual(await ids({ state: "denied" }), ["a"]);
      assert.equal(await reviews.openCount(), 0);
    });

    it("is decided by who has taken it, until it is given back or half a minute has passed", async () => {
      await reviews.add(matter("a"));
      const taken = await reviews.take("a", mod, now);
      assert.ok(typeof taken === "object");
      assert.deepEqual([taken.state, taken.decidedAt, taken.decidedBy], ["open", null, ""]);
      assert.deepEqual(await reviews.find("a"), taken);
      assert.deepEqual(await ids(), ["a"]);
      assert.equal(await reviews.take("a", mod, now + 1), "conflict");
      assert.equal(await reviews.take("a", cy, now + 29_999), "conflict");
      assert.equal(await decide("a", { by: cy }), "conflict");
      await reviews.giveBack("a", cy);
      assert.equal(await reviews.take("a", cy, now + 1), "conflict");
      await reviews.giveBack("a", mod);
      assert.equal(typeof (await reviews.take("a", cy, now + 1)), "object");
      assert.equal(typeof (await reviews.take("a", mod, now + 30_001)), "object");
      assert.equal(await decide("a", { by: cy, at: now + 30_002 }), "conflict");
      assert.equal(typeof (await decide("a", { at: now + 30_002 })), "object");
      await reviews.giveBack("a", mod);
      assert.deepEqual(await ids({ state: "allowed" }), ["a"]);
      assert.deepEqual(
        [await reviews.take("a", cy, now + 90_000), await reviews.take("none", cy, now)],
        ["conflict", undefined],
      );
    });

    for (const [state, later] of [
      ["allowed", "open"],
      ["denied", "denied"],
    ] as const)
      it(`is ${later} when three people report again what was ${state}`, async () => {
        await write([reported("a", "ben"), reported("b", "cy")]);
        await decide("a", { state });
        const stateOf = async (): Promise<ReviewState | undefined> => (await reviews.find("a"))?.state;
        await write(["ben", "dan", "eve"].map((who) => reported(`again ${who}`, who, { at: now + 20 })));
        assert.equal(await stateOf(), state);
        await write([reported("f", "fay", { at: now + 21 })]);
        assert.equal(await stateOf(), later);
        assert.deepEqual(await reporters("a"), ["ben", "cy", "dan", "eve", "fay"]);
      });

    it("keeps decisions about words for training where that is wanted, and the last one of a line", async () => {
      for (const kind of reviewKinds) await reviews.add(matter(kind, { kind, message: kind, text: `${kind} text` }));
      await reviews.add(matter("empty", { message: "e", text: "" }));
      await reviews.add(matter("unasked", { message: "u" }));
      for (const [nth, id] of [...reviewKinds, "empty"].entries())
        await decide(id, { state: id === "hold" ? "allowed" : "denied", learn: true, at: now + nth });
      await decide("unasked");
      assert.deepEqual(await reviews.decisions(), [
        { text: "report text", label: 1 },
        { text: "flag text", label: 1 },
        { text: "hold text", label: 0 },
        { text: "block text", label: 1 },
      ]);
    });

    it("knows exceptions, each once", async () => {
      const exception = { text: "scunthorpe", by: mod, at: now };
      await reviews.addException(exception);
      await reviews.addException({ ...exception, at: now + 5 });
      await reviews.addException({ text: "dick", by: mod, at: now + 1 });
      assert.deepEqual(await reviews.exceptions(), [{ text: "dick", by: mod, at: now + 1 }, exception]);
      assert.equal(await reviews.removeException("dick"), true);
      assert.equal(await reviews.removeException("dick"), false);
    });

    it("forgets somebody's words, also where others are quoted, and what was learned from them", async () => {
      const quoting = { player: ben, name: "Ben", message: "m2" };
      const lines = [ana, ben].map((player) => ({ id: `by ${player}`, player, name: "N", text: "words", at: now }));
      await write([matter("a"), reported("b", "ana", { ...quoting, context: lines }), reported("c", "cy", quoting)]);
      for (const id of ["a", "b"]) await decide(id, { learn: true });
      await reviews.erase(ana);
      const own = await reviews.find("a");
      assert.deepEqual([own?.name, own?.text, own?.rule, own?.why, own?.player], ["", "", "", "harmless", ana]);
      const other = await reviews.find("b");
      assert.deepEqual(other?.context, [{ ...lines[0], name: "", text: "" }, lines[1]]);
      assert.deepEqual([other?.text, await reporters("b")], ["you oaf", ["cy"]]);
      assert.deepEqual(await reviews.decisions(), [{ text: "you oaf", label: 0 }]);
    });

    it("removes what was decided long ago, and what nobody decided", async () => {
      for (const id of ["old", "decided late", "new"])
        await reviews.add(matter(id, { message: id, at: id === "new" ? now : now - 100 }));
      await decide("decided late", { at: now });
      assert.equal(await reviews.removeOlder(now), 1);
      assert.deepEqual([await ids(), await ids({ state: "allowed" })], [["new"], ["decided late"]]);
    });
  });
}
