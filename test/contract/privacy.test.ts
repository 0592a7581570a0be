import assert from "node:assert/strict";
import { Outage } from "../../src/journal/journal.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { eraseOld } from "../../src/privacy/retention.ts";
import { ana, ban, ben, dayMs, matter, mod, now, strike } from "../support/conduct.ts";
import { packQuestion } from "../support/packs.ts";
import { evening, finished, lines, marks, told } from "../support/privacy-evening.ts";
import { asleep, closeWorlds, facts, type PrivacyWorld, privacyWorlds } from "../support/privacy-world.ts";

const id = (word: string): string => word.padEnd(22, "-");

/** Something of Ana's wherever something can be. */
const fill = async ({ store }: PrivacyWorld): Promise<void> => {
  const { name, email, pack: title } = marks;
  await store.accounts.create({ id: ana, email, name, passwordHash: "hash" });
  await store.accounts.addReset({ account: ana, tokenHash: "reset", expiresAt: now + dayMs }, now);
  const question = { prompt: "Q?", choices: ["A", "B"], key: 0, category: "", explanation: "" };
  const report = {
    question: "q1",
    player: ana,
    lobby: "ABCDE",
    game: "",
    reason: marks.report,
    at: now,
    shown: question,
  };
  await asleep(store.journal, "ABCDE", facts(ana, marks.title), evening, {
    told,
    care: { plays: [], reports: [report] },
  });
  await store.standings.record(finished);
  await store.conduct.strike(strike("s1", { name, text: marks.struck, rule: `word:${marks.struck}` }));
  await store.conduct.impose(ban("b1", { name, device: "", until: null }));
  await store.conduct.impose(ban("b2", { name, device: marks.device, until: now - 1 }));
  await store.conduct.appeal("b1", ana, marks.appeal, now);
  await store.conduct.addNote({ id: "n1", player: ana, by: mod, byName: "Mo", text: marks.remark, at: now });
  await store.reviews.add(matter("r1", { name, text: marks.line }));
  await store.reviews.add(
    matter("r2", {
      player: ben,
      name: "Ben",
      message: "m2",
      context: [{ id: "m1", player: ana, name, text: marks.line, at: now }],
      report: { player: ana, reason: marks.report },
    }),
  );
  await store.reviews.decide("r1", { state: "denied", by: mod, why: "", at: now, learn: true });
  const entry = { actor: mod, actorName: "Mo", action: "person.ban", target: `player:${ana}`, subject: ana } as const;
  await store.audit.add({ ...entry, why: marks.reason, before: null, after: { name } }, now);
  await store.audit.add({ ...entry, actor: ana, actorName: name, subject: "", why: "other", before: 1, after: 2 }, now);
  const questions = [packQuestion("one", { prompt: title })];
  await store.packs.add({ id: id("p"), owner: ana, title, description: title, visibility: "link", questions }, 9);
  await store.notes.add([{ id: "note", player: ana, code: "x", text: marks.note, data: { at: marks.note }, at: now }]);
  await store.webhooks?.add({ owner: ana, url: `https://${marks.hook}.example.org/`, events: ["game.completed"] }, 9);
};

const foundIn = (text: string): string[] => Object.values(marks).filter((mark) => text.includes(mark));

for (const { name, open } of privacyWorlds) {
  describe(`privacy in ${name}`, function () {
    this.timeout(120_000);
    let world: PrivacyWorld;
    before(async () => {
      world = await open();
      await fill(world);
    });

    it("gives somebody what they made, entered, said and reported, page by page", async () => {
      const { journal } = world.store;
      const first = await journal.ofPerson(ana, { limit: 3 });
      const rest = await journal.ofPerson(ana, { limit: 9, after: first.at(-1) });
      assert.deepEqual(
        [...first, ...rest].map(({ event }) => event.type),
        ["created", "joined", "chatted", "held", "reported"],
      );
      assert.deepEqual([first[0]?.stream, first[0]?.seq], ["ABCDE", 1]);
      assert.deepEqual(
        (await journal.ofPerson(ben, { limit: 9 })).map(({ seq }) => seq),
        [4, 6],
      );
    });

    it("goes on after a crash in the middle", async () => {
      const before = await world.all();
      assert.ok(foundIn(before).length >= 12, "all of it is there at first");
      const { store } = world;
      const fails = { ...store.standings, erase: () => Promise.reject(new Outage("away")) };
      await world.newEraser({ standings: fails }).erase({ id: ana, name: marks.name });
      assert.deepEqual(world.signedOut, [ana]);
      assert.deepEqual(world.commands, [{ type: "forget", player: ana, name: marks.name }]);
      assert.ok(foundIn(await world.all()).includes(marks.name));
      assert.equal((await store.erasures.since(now + dayMs))[0]?.isDone, false);
      await world.newEraser().settle();
      assert.deepEqual(await store.erasures.since(now + dayMs), []);
    });

    it("leaves nothing of who somebody was and what they wrote, in any table", async () => {
      assert.deepEqual(foundIn(await world.all()), []);
    });

    it("leaves what happened, others' words, and points", async () => {
      const { journal, standings, accounts, conduct, audit } = world.store;
      const after = await journal.read("ABCDE");
      assert.deepEqual(
        after.map(({ type }) => type),
        evening.map(({ type }) => type),
      );
      const text = JSON.stringify(after);
      for (const kept of ["a line of Ben's", "Well done, Ben!", '"count":5']) assert.ok(text.includes(kept), kept);
      const nameless = [{ ...lines[0], name: "Removed" }, lines[1]];
      assert.deepEqual((await standings.game("game-1"))?.lines, nameless);
      assert.deepEqual((after.at(-1) as Extract<LobbyEvent, { type: "game_completed" }>).standings, nameless);
      const [best] = await standings.top("all", "human", 1, now);
      assert.deepEqual([best?.player, best?.name, best?.score], [ana, "Removed", 700]);
      assert.deepEqual(await accounts.find(ana).then((row) => [row?.name, (row?.version ?? 0) > 1]), ["Removed", true]);
      const barring = await conduct.barring({ id: ana, device: "" }, { owner: "", lobby: "" }, now);
      assert.equal(barring?.id, "b1", "no way out of a ban");
      assert.deepEqual(await audit.verify(), { entries: 2, brokenAt: null });
      const taken = await journal.take("ABCDE");
      assert.deepEqual([taken?.snapshot, taken?.events.length], [undefined, evening.length]);
      await journal.release("ABCDE", taken?.epoch ?? 0);
    });

    it("is heard of by every process once, and forgotten after a day", async () => {
      const [here, there] = [world.newEraser(), world.newEraser()];
      world.signedOut.length = 0;
      await here.erase({ id: ben, name: "Ben" });
      await here.settle();
      assert.deepEqual(world.signedOut, [ben, ana], "ana's was done by somebody else");
      await there.settle();
      await there.settle();
      assert.deepEqual(world.signedOut.length, 4);
      assert.equal(foundIn(await world.all()).length, 0);
      await world.store.erasures.removeOlder(now + 1);
      assert.deepEqual(await world.store.erasures.since(0), []);
    });

    it("ends the token of a guest who goes, and leaves accounts as they are", async () => {
      const { accounts } = world.store;
      const guest = `${name} guest` as typeof ana;
      await accounts.removeGuest(guest);
      await accounts.removeGuest(guest);
      assert.deepEqual(await accounts.find(guest).then((row) => [row?.name, row?.version]), ["Removed", 2]);
      assert.equal(
        await accounts.create({ id: guest, email: "g@example.org", name: "G", passwordHash: "h" }),
        "id_taken",
      );
    });

    it("erases what people wrote before an instant, in batches, and snapshots that hold it", async () => {
      const { store, commands } = world;
      const { journal } = store;
      const at = (days: number): number => now - days * dayMs;
      const line = (n: number, days: number): LobbyEvent => {
        const text = `line ${n}`;
        return { type: "chatted", id: `m${n}`, player: ben, name: "Ben", kind: "human", text, at: at(days) };
      };
      const report = (days: number): LobbyEvent => {
        return { type: "reported", player: ben, reason: `because ${days}`, at: at(days) };
      };
      const events = [line(1, 40), line(2, 31), report(31), line(3, 29), report(1), line(4, 1)];
      await asleep(journal, "OLDER", facts(ben, "Older"), events);
      await asleep(journal, "NEWER", facts(ben, "Newer"), [line(5, 1)]);
      await store.notes.add([{ id: "old", player: ben, code: "x", text: "t", data: {}, at: at(31) }]);
      const { settings } = store;
      commands.length = 0;
      assert.equal(await journal.expireWords(at(30), 2), 2);
      await eraseOld({
        ...store,
        running: { commandAll: async (one: never) => void commands.push(one) } as never,
        now: () => now,
      });
      assert.equal(settings.current().chatDays, 30);
      assert.deepEqual(commands, [{ type: "expire_chat", before: at(30) }]);
      assert.deepEqual(
        (await journal.read("OLDER")).map((event) =>
          "text" in event ? event.text : "reason" in event && event.reason,
        ),
        ["", "", "", "line 3", "because 1", "line 4"],
      );
      const [older, newer] = [await journal.take("OLDER"), await journal.take("NEWER")];
      assert.deepEqual([older?.snapshot, older?.events.length], [undefined, 6]);
      assert.deepEqual([newer?.snapshotLength, newer?.events.length], [1, 0]);
      assert.deepEqual(await store.notes.waiting(ben), []);
      assert.equal(await journal.expireWords(at(30), 100), 0);
    });
  });
}

after(() => closeWorlds());
