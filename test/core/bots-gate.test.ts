import assert from "node:assert/strict";
import { Gate } from "../../src/bots/gate.ts";
import { mentioned } from "../../src/bots/gate-mention.ts";
import type { Occasion } from "../../src/bots/talk.ts";
import { seededRandom } from "../../src/core/random.ts";
import {
  always,
  arrival,
  chatter,
  ended,
  lastTurn,
  muse,
  never,
  quill,
  reveal,
  start,
  table,
  strict,
} from "../support/table-talk.ts";

describe("a gate on what bots say", () => {
  describe("mentions", () => {
    it("are a name, its parts, a handle, or `bot` where there is only one", () => {
      const bots = [muse, `${muse} 2`, quill, "Quiz Bot", "Old Drizzle"].map((name) => ({ id: name, name }));
      const cases: readonly [string, readonly string[]][] = [
        ["GPT-Muse, hello!", [muse]],
        ["hello gpt muse 2", [`${muse} 2`]],
        ["hello Muse", [muse, `${muse} 2`]],
        ["quill's answer", [quill]],
        ["@professorquill and @gptmuse2", [quill, `${muse} 2`]],
        ["@quill", [quill]],
        ["PROFESSOR?", [quill]],
        ["amused, by a quiz", []],
        ["a bot", []],
        ["an old quiz", []],
        [`${"x".repeat(500)} quill`, []],
        ["", []],
      ];
      for (const [text, ids] of cases) assert.deepEqual(mentioned(text, bots).toSorted(), ids.toSorted(), text);
      const all = bots.map(({ id }) => id).toSorted();
      for (const text of ["Hi everybody!", "hello bots", "gg all", "Does anybody like jazz?"])
        assert.deepEqual(mentioned(text, bots).toSorted(), all, text);
      for (const text of ["that is all", "everybody knows", "hi there"])
        assert.deepEqual(mentioned(text, bots), [], text);
      assert.deepEqual(mentioned("any bots here?", [{ id: "m", name: muse }]), ["m"]);
      assert.deepEqual(mentioned("robots", [{ id: "m", name: muse }]), []);
      assert.deepEqual(mentioned("!", [{ id: "m", name: "!!" }]), []);
    });

    it("are answered by the bot that was meant, at once", () => {
      const talk = table(never);
      talk.say("Ann", "what now, quill?");
      assert.deepEqual(
        talk.bots.map(({ player, turn, at }) => [player, turn?.occasion.type, turn?.scriptedOnly, at]),
        [[quill, "mention", false, start]],
      );
    });

    it("are answered by one or two, the second once people talk on", () => {
      for (const [random, answers] of [
        [always, 2],
        [never, 1],
      ] as const) {
        const talk = table(random);
        chatter(talk);
        talk.say("Ann", "Muse, Quill: who wins?");
        assert.equal(talk.bots.length, 1);
        talk.pass(5000);
        talk.say("Bob", "good question");
        assert.equal(new Set(talk.bots.map(({ player }) => player)).size, answers);
        talk.pass(60_000);
        assert.equal(talk.given.filter(({ turn }) => turn.occasion.type === "mention").length, answers);
      }
    });

    it("of one person count once in 10 s, and of two persons at once for one answer of a bot", () => {
      const talk = table();
      chatter(talk, 40);
      talk.say("Ann", "Muse");
      talk.pass(9999);
      talk.say("Ann", "Quill");
      assert.equal(talk.bots.length, 1);
      talk.pass(1);
      talk.say("Ann", "Quill");
      assert.deepEqual(
        talk.bots.map(({ player }) => player),
        [muse, quill],
      );
      for (const person of ["Bob", "Cai", "Dan"]) talk.say(person, "Muse!");
      chatter(talk, 4);
      talk.pass(25_000);
      assert.equal(talk.bots.length, 3);
      assert.equal(talk.bots[2]?.turn?.occasion.type === "mention" && talk.bots[2].turn.occasion.line.player, "Dan");
    });

    it("are also what somebody says right after a bot's question, for 30 s", () => {
      for (const [wait, text, line, answers] of [
        [29_000, "Which era do you like?", "the bronze age", 2],
        [31_000, "Which era do you like?", "the bronze age", 1],
        [29_000, "I like all of them.", "the bronze age", 1],
        [29_000, "Which era do you like?", "quill, you say", 2],
      ] as const) {
        const talk = table();
        chatter(talk);
        talk.words = () => text;
        talk.say("Ann", "Muse!");
        talk.pass(wait);
        talk.say("Bob", line);
        assert.equal(talk.bots.length, answers, `${text} ${line}`);
        if (answers === 2) assert.equal(talk.bots[1]?.player, line.startsWith("quill") ? quill : muse);
      }
    });

    it("are answered by script while a question is open, also when it opened only meanwhile", () => {
      const talk = table();
      talk.enter("question");
      talk.say("Ann", "Muse?");
      assert.equal(talk.bots[0]?.turn?.scriptedOnly, true);
      const other = table();
      other.plan = () => 3000;
      other.say("Ann", "Muse?");
      assert.equal(lastTurn(other)?.scriptedOnly, false);
      other.enter("question");
      other.pass(3000);
      assert.equal(other.bots[0]?.turn?.scriptedOnly, true);
    });

    it("are forgotten after 20 s", () => {
      const talk = table();
      talk.plan = () => "hang";
      talk.say("Ann", "Muse?");
      talk.say("Bob", "Quill?");
      talk.pass(50_000);
      assert.deepEqual(
        talk.given.map(({ turn }) => turn.bot),
        [muse],
      );
    });

    it("reach a bot that talks as little as can be, but not one that is muted or gone", () => {
      const talk = table();
      talk.seat(muse, muse, 0).seat(quill, quill, 1, true);
      talk.say("Ann", "Quill?");
      assert.equal(talk.given.length, 0);
      talk.say("Bob", "Muse?");
      assert.equal(talk.bots[0]?.player, muse);
      chatter(talk);
      talk.pass(20_000);
      talk.leave(muse);
      talk.say("Bob", "Muse?");
      assert.equal(talk.bots.length, 1);
    });

    it("by bots are none", () => {
      const talk = table();
      chatter(talk);
      talk.words = () => "Quill, what do you say?";
      talk.say("Ann", "Muse?");
      talk.pass(40_000);
      assert.equal(talk.given.length, 1);
    });
  });

  describe("remarks", () => {
    const occasions: readonly [string, Occasion][] = [
      ["a reveal", reveal()],
      ["a streak", reveal(3)],
      ["the end of a game", ended],
      ["an arrival", arrival],
    ];
    for (const [name, occasion] of occasions)
      it(`on ${name} come at most once in four times, and less from who talks less`, () => {
        const random = seededRandom(name);
        for (const talk of [1, 0.4]) {
          let turns = 0;
          for (let n = 0; n < 4000; n++) {
            const gate = new Gate(strict, random);
            gate.seat({ id: muse, name: muse, talk });
            gate.people(1, start);
            if (gate.moment(occasion, muse, start) !== undefined) turns++;
          }
          assert(Math.abs(turns / 4000 - talk / 4) < 0.025, `${turns} of 4000 at ${talk}`);
        }
      });

    it("have a chance of their own at a streak of three", () => {
      const settings = { ...strict, chance: { ...strict.chance, reveal: 0 } };
      assert.equal(table(always, settings).moment(reveal(2), muse), undefined);
      assert.equal(table(always, settings).moment(reveal(3), muse)?.bot, muse);
    });

    it("come from the bot in question, or else from any; a part of a story when it is asked for", () => {
      assert.equal(table().moment(reveal(), quill)?.bot, quill);
      assert.equal(table().moment(arrival, "nobody"), undefined);
      assert.notEqual(table().moment(arrival), undefined);
      assert.equal(table(never).moment(ended), undefined);
      assert.equal(table(never).moment({ type: "story", soFar: [] }, quill)?.bot, quill);
    });

    it("are never made while a question is open, even when it opened only meanwhile", () => {
      const talk = table();
      talk.enter("question");
      for (const occasion of [reveal(4), ended, arrival, { type: "story", soFar: [] } as const])
        assert.equal(talk.moment(occasion, muse), undefined);
      talk.enter("reveal");
      talk.plan = () => 3000;
      assert.notEqual(talk.moment(reveal(), muse), undefined);
      talk.pass(2000);
      talk.enter("question");
      talk.pass(3000);
      assert.equal(talk.bots.length, 0);
    });

    it("are never made by who is silenced or muted, nor for what the gate finds by itself", () => {
      const talk = table().seat(muse, muse, 0).seat(quill, quill, 1, true);
      for (const occasion of [reveal(3), ended, arrival]) assert.equal(talk.moment(occasion), undefined);
      const line = { player: muse, name: muse, kind: "bot", text: "Quill?", at: start } as const;
      for (const occasion of [{ type: "lull" }, { type: "mention", line }] as const)
        assert.equal(table().moment(occasion, muse), undefined);
    });

    it("leave the word to who was spoken to", () => {
      const talk = table();
      chatter(talk);
      talk.say("Ann", "Muse?");
      talk.pass(3000);
      talk.say("Bob", "Quill?");
      talk.pass(500);
      talk.moment(reveal(3), muse);
      talk.pass(500);
      assert.deepEqual(
        talk.bots.map(({ player }) => player),
        [muse, quill],
      );
    });
  });
});
