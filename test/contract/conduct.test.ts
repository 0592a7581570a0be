import assert from "node:assert/strict";
import type { Conduct, ConductNews } from "../../src/conduct/conduct.ts";
import { memoryConduct } from "../../src/conduct/memory.ts";
import { sqlConduct } from "../../src/conduct/sql.ts";
import { writeConduct } from "../../src/conduct/write-sql.ts";
import { ana, ban, ben, cy, dayMs, mod, news, now, strike } from "../support/conduct.ts";
import { staffWorlds } from "../support/staff-worlds.ts";

type World = { readonly conduct: Conduct; readonly write: (some: Partial<ConductNews>) => Promise<void> };

for (const { name, fresh } of staffWorlds) {
  describe(`conduct in ${name}`, function () {
    this.timeout(120_000);
    let world: World;
    beforeEach(async () => {
      const db = await fresh();
      if (db === undefined) {
        const conduct = memoryConduct(() => now);
        world = { conduct, write: async (some) => conduct.write(news(some)) };
        return;
      }
      world = {
        conduct: sqlConduct(db, () => now),
        write: (some) => db.transaction().execute((trx) => writeConduct(trx, news(some))),
      };
    });

    it("counts strikes that still count, and recent bans by the rules", async () => {
      const { conduct, write } = world;
      const strikes = [
        strike("old", { at: now - 9 * dayMs, expiresAt: now }),
        strike("two", { at: now - 1, weight: 2 }),
        strike("one", { at: now - 2 }),
        strike("gone"),
        strike("ben's", { player: ben }),
      ];
      const sanctions = [
        ban("long ago", { at: now - 30 * dayMs }),
        ban("by the rules", { at: now - 29 * dayMs, scope: "lobby", lobby: "ABCDE" }),
        ban("by a moderator", { by: mod }),
        ban("lifted", { at: now - 5, scope: "lobby", lobby: "OTHER" }),
        ban("mute", { kind: "mute" }),
      ];
      const lifted = [{ player: ana, lobby: "OTHER", owner: "", by: mod, at: now }] as const;
      await write({ strikes, sanctions, lifted, cleared: [{ strike: "gone", at: now + 5 }] });
      assert.deepEqual(await conduct.recordOf(ana, now), {
        strikes: [
          { id: "one", weight: 1, at: now - 2, expiresAt: now + 7 * dayMs },
          { id: "two", weight: 2, at: now - 1, expiresAt: now + 7 * dayMs },
        ],
        bans: [now - 29 * dayMs],
      });
      assert.deepEqual(
        (await conduct.strikesOf(ana)).map(({ id, clearedAt }) => [id, clearedAt]),
        [
          ["gone", now + 5],
          ["two", null],
          ["one", null],
          ["old", null],
        ],
      );
      assert.equal((await conduct.find("lifted"))?.liftedBy, mod);
    });

    it("takes the same news twice without change, and gives it back as it came", async () => {
      const { conduct, write } = world;
      const first = {
        strikes: [strike("s", { weight: 0.5 })],
        sanctions: [ban("b", { scope: "lobby", lobby: "ABCDE", device: "d", owner: ben, strike: "s", until: null })],
        lifted: [{ player: ana, lobby: "ABCDE", owner: "", by: ben, at: now + 1 }] as const,
        cleared: [{ strike: "s", at: now + 1 }],
      };
      await write(first);
      const all = async () => [await conduct.strikesOf(ana), await conduct.sanctionsOf(ana)];
      const once = await all();
      assert.deepEqual(once, [
        [{ ...first.strikes[0], clearedAt: now + 1 }],
        [{ ...first.sanctions[0], liftedAt: now + 1, liftedBy: ben, appeal: "none", appealText: "" }],
      ]);
      // A ban that came in between is none of those that were lifted.
      await write({ sanctions: [ban("later", { scope: "lobby", lobby: "ABCDE", at: now + 2 })] });
      await write({ ...first, cleared: [{ strike: "s", at: now + 9 }] });
      assert.equal((await conduct.find("later"))?.liftedAt, null);
      const [strikes, sanctions] = await all();
      assert.deepEqual([strikes, sanctions?.filter(({ id }) => id === "b")], once);
    });

    it("keeps out by person and by device, on the server and with an owner", async () => {
      const { conduct, write } = world;
      const nowhere = { owner: "", lobby: "" } as const;
      const here = { owner: ben, lobby: "ABCDE" } as const;
      const barred = async (id: string, device: string, place: { owner: typeof ben | ""; lobby: string }, at = now) =>
        (await conduct.barring({ id: id as typeof ana, device }, place, at))?.id;
      await write({
        sanctions: [
          ban("server", { player: "s" as typeof ana, device: "phone" }),
          ban("owner", { player: "o" as typeof ana, scope: "owner", owner: ben, device: "pad", until: null }),
          ban("lobby", { player: "l" as typeof ana, scope: "lobby", owner: ben, lobby: "ABCDE", device: "desk" }),
          ban("mute", { player: "m" as typeof ana, kind: "mute", device: "" }),
          ban("over", { player: "x" as typeof ana, until: now }),
        ],
      });
      assert.equal(await barred("s", "", nowhere), "server");
      assert.equal(await barred("s", "", nowhere, now + dayMs), undefined);
      assert.equal(await barred("new", "phone", nowhere), "server");
      assert.equal(await barred("new", "", nowhere), undefined);
      assert.equal(await barred("o", "", nowhere), undefined);
      assert.equal(await barred("o", "", here), "owner");
      assert.equal(await barred("o", "", { owner: mod, lobby: "ABCDE" }), undefined);
      assert.equal(await barred("new", "pad", { owner: ben, lobby: "OTHER" }), "owner");
      // A lobby has its own bans in its state, and may have lifted them; only another id is barred from here.
      assert.equal(await barred("l", "desk", here), undefined);
      assert.equal(await barred("new", "desk", here), "lobby");
      assert.equal(await barred("new", "desk", { owner: ben, lobby: "OTHER" }), undefined);
      assert.equal(await barred("m", "", here), undefined);
      assert.equal(await barred("x", "", here), undefined);
      await write({ sanctions: [ban("also", { scope: "lobby", lobby: "ABCDE", device: "phone", until: null })] });
      const following = async (device: string, at = now) =>
        (await conduct.bansOfDevice(device, at)).map(({ id }) => id);
      assert.deepEqual(await following("phone"), ["server", "also"]);
      assert.deepEqual(await following("phone", now + dayMs), ["also"]);
      assert.deepEqual([await following(""), await following("other")], [[], []]);
    });

    it("says the longest ban of several", async () => {
      const { conduct, write } = world;
      const person = { id: ana, device: "d" };
      await write({
        sanctions: [
          ban("short"),
          ban("endless", { until: null, device: "d" }),
          ban("long", { until: now + 9 * dayMs }),
        ],
      });
      assert.equal((await conduct.barring(person, { owner: "", lobby: "" }, now))?.id, "endless");
    });

    it("notices its own bans and pardons at once", async () => {
      const { conduct } = world;
      const place = { owner: "", lobby: "" } as const;
      const barred = async (device: string) => (await conduct.barring({ id: ben, device }, place, now))?.id;
      assert.equal(await barred("d"), undefined);
      await conduct.impose(ban("b", { device: "d", by: mod }));
      assert.equal(await barred("d"), "b", "another id with the device");
      assert.equal((await conduct.lift("b", mod, now))?.liftedAt, now);
      assert.equal(await barred("d"), undefined);
    });

    it("lifts once, with the strike that led to it", async () => {
      const { conduct } = world;
      await conduct.strike(strike("s"));
      await conduct.impose(ban("b", { strike: "s" }));
      await conduct.impose(ban("over", { until: now - 1 }));
      const lifted = await conduct.lift("b", mod, now);
      assert.deepEqual([lifted?.liftedAt, lifted?.liftedBy], [now, mod]);
      assert.equal((await conduct.strikesOf(ana))[0]?.clearedAt, now);
      assert.equal(await conduct.lift("b", mod, now), undefined);
      assert.equal(await conduct.lift("over", mod, now), undefined);
      assert.equal(await conduct.lift("none", mod, now), undefined);
    });

    it("takes back a strike whose sanction is over by itself", async () => {
      const { conduct } = world;
      await conduct.strike(strike("s"));
      await conduct.impose(ban("over", { kind: "mute", until: now - 1, strike: "s" }));
      assert.equal(await conduct.lift("over", mod, now), undefined);
      assert.equal((await conduct.strikesOf(ana))[0]?.clearedAt, now);
      assert.equal((await conduct.find("over"))?.liftedAt, null);
    });

    it("takes one appeal a sanction, from the one it is about", async () => {
      const { conduct } = world;
      await conduct.strike(strike("s"));
      await conduct.impose(ban("b", { strike: "s" }));
      assert.equal(await conduct.appeal("b", ben, "not mine", now), "not_found");
      assert.equal(await conduct.appeal("none", ana, "what?", now), "not_found");
      const appealed = await conduct.appeal("b", ana, "I meant an oak", now);
      assert.ok(typeof appealed === "object");
      assert.deepEqual([appealed.appeal, appealed.appealText], ["open", "I meant an oak"]);
      assert.equal(await conduct.appeal("b", ana, "please", now), "conflict");
      await conduct.answerAppeal("b", "allowed");
      assert.equal((await conduct.find("b"))?.appeal, "allowed");
      assert.equal((await conduct.strikesOf(ana))[0]?.clearedAt, now, "a ban that is over can't be lifted any more");
      await conduct.answerAppeal("b", "denied");
      assert.equal((await conduct.find("b"))?.appeal, "allowed");
    });

    it("keeps the staff's notes, each once", async () => {
      const { conduct } = world;
      const note = { id: "n", player: ana, by: mod, byName: "Mo", text: "a friend of Ben's", at: now };
      await conduct.addNote(note);
      await conduct.addNote({ ...note, text: "other" });
      await conduct.addNote({ ...note, id: "m", at: now + 1 });
      assert.deepEqual(await conduct.notesOf(ana), [{ ...note, id: "m", at: now + 1 }, note]);
      assert.deepEqual(await conduct.notesOf(mod), []);
    });

    it("forgets who it was and what was said, but not what was decided", async () => {
      const { conduct, write } = world;
      const [other, mine] = [{ player: ben, name: "Ben" }, { device: "d" }];
      await write({
        strikes: [strike("s"), strike("t", other)],
        sanctions: [ban("b", mine), ban("over", { ...mine, until: now }), ban("c", other)],
      });
      await conduct.appeal("b", ana, "sorry", now);
      const note = { id: "n", player: ana, by: mod, byName: "Mo", text: "hm", at: now };
      await conduct.addNote(note);
      await conduct.addNote({ ...note, id: "m", player: ben, by: ana, byName: "Ana" });
      await conduct.erase(ana);
      const [erased] = await conduct.strikesOf(ana);
      assert.deepEqual(erased, { ...strike("s"), name: "", rule: "", text: "", clearedAt: null });
      const { name: called, appealText, appeal, reason } = (await conduct.find("b")) ?? {};
      assert.deepEqual([called, appealText, appeal, reason], ["", "", "open", "strikes"]);
      assert.equal((await conduct.find("over"))?.device, "");
      assert.equal((await conduct.barring({ id: cy, device: "d" }, { owner: "", lobby: "" }, now))?.id, "b");
      assert.deepEqual(await conduct.notesOf(ana), []);
      assert.deepEqual(
        (await conduct.notesOf(ben)).map(({ byName }) => byName),
        [""],
      );
      assert.deepEqual(
        (await conduct.strikesOf(ben)).map(({ text }) => text),
        ["you oaf"],
      );
    });

    it("removes what is over, and nothing that holds", async () => {
      const { conduct, write } = world;
      await write({
        strikes: [strike("over", { expiresAt: now - 1 }), strike("cleared"), strike("counts")],
        sanctions: [
          ban("over", { until: now - 1 }),
          ban("lifted", { scope: "lobby", lobby: "ABCDE", at: now - 9, until: null }),
          ban("warned", { kind: "warning", until: null, at: now - 1 }),
          ban("warned now", { kind: "warning", until: null }),
          ban("endless", { until: null, at: now - 900 * dayMs }),
        ],
        lifted: [{ player: ana, lobby: "ABCDE", owner: "", by: "", at: now - 1 }],
        cleared: [{ strike: "cleared", at: now - 1 }],
      });
      assert.equal(await conduct.removeOlder(now), 5);
      assert.equal(await conduct.removeOlder(now), 0);
      assert.deepEqual(
        (await conduct.strikesOf(ana)).map(({ id }) => id),
        ["counts"],
      );
      assert.deepEqual(
        (await conduct.sanctionsOf(ana)).map(({ id }) => id),
        ["warned now", "endless"],
      );
    });
  });
}

describe("conduct in a transaction", () => {
  for (const { name, fresh } of staffWorlds.slice(1))
    it(`is written with it or not at all, in ${name}`, async () => {
      const db = await fresh();
      assert.ok(db);
      const crash = db.transaction().execute(async (trx) => {
        await writeConduct(trx, news({ strikes: [strike("s")], sanctions: [ban("b")] }));
        throw new Error("crash");
      });
      await assert.rejects(crash, /crash/);
      const conduct = sqlConduct(db);
      assert.deepEqual([await conduct.strikesOf(ana), await conduct.sanctionsOf(ana)], [[], []]);
    });

  it("is known for up to five seconds, and looked up anew for who is forgotten", async () => {
    const db = await staffWorlds.at(-1)?.fresh();
    assert.ok(db);
    const [here, other] = [sqlConduct(db), sqlConduct(db)];
    const barred = async (device: string, at: number) =>
      (await here.barring({ id: ana, device }, { owner: "", lobby: "" }, at))?.id;
    assert.equal(await barred("", now), undefined);
    assert.equal(await barred("d", now), undefined);
    await other.impose(ban("b", { device: "d" }));
    assert.equal(await barred("", now + 4999), undefined);
    assert.equal(await barred("", now + 5000), "b");
    assert.equal(await barred("d", now + 4999), undefined);
    here.forget(ben);
    assert.equal(await barred("d", now + 4999), "b");
  });
});
