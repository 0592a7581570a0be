import assert from "node:assert/strict";
import { Gate } from "../../src/bots/gate.ts";
import { mentioned } from "../../src/bots/gate-mention.ts";
import { defaultGate, type GateSettings } from "../../src/bots/gate-settings.ts";
import type { Occasion } from "../../src/bots/talk.ts";
import { seededRandom } from "../../src/core/random.ts";
import { broken } from "../support/table-judge.ts";
import { randomEvening, start, TableTalk } from "../support/table-talk.ts";

/** Chance always says yes. */
const always = () => 0;
const never = () => 0.999;

const muse = "GPT-Muse";
const quill = "Professor Quill";
const table = (random = always, settings = defaultGate): TableTalk =>
  new TableTalk(settings, random).seat(muse).seat(quill).connect(1);
/** Lines that let bots speak again. */
const chatter = (talk: TableTalk, lines = 20): void => {
  for (let n = 0; n < lines; n++) talk.say("Zoe", "some line");
};
const reveal = (streak = 0): Occasion => ({ type: "reveal", right: true, answered: true, streak });
const ended: Occasion = { type: "ended", rank: 1, winner: "Ann" };
const arrival: Occasion = { type: "arrival", name: "Cai" };
const lastTurn = (talk: TableTalk) => talk.given.at(-1)?.turn;

describe("a gate on what bots say", () => {
  describe("mentions", () => {
    it("are a name, its parts, a handle, or `bot` where there is only one", () => {
      const bots = [muse, `${muse} 2`, quill, "Quiz Bot"].map((name) => ({ id: name, name }));
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
        [`${"x".repeat(500)} quill`, []],
        ["", []],
      ];
      for (const [text, ids] of cases) assert.deepEqual(mentioned(text, bots).toSorted(), ids.toSorted(), text);
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
            const gate = new Gate(defaultGate, random);
            gate.seat({ id: muse, name: muse, talk });
            gate.people(1, start);
            if (gate.moment(occasion, muse, start) !== undefined) turns++;
          }
          assert(Math.abs(turns / 4000 - talk / 4) < 0.025, `${turns} of 4000 at ${talk}`);
        }
      });

    it("have a chance of their own at a streak of three", () => {
      const settings = { ...defaultGate, chance: { ...defaultGate.chance, reveal: 0 } };
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

  describe("rest", () => {
    it("is 4 s for all bots after a line of one", () => {
      const talk = table();
      chatter(talk);
      talk.say("Ann", "Muse");
      talk.say("Bob", "Quill");
      assert.equal(talk.bots.length, 1);
      talk.pass(3999);
      assert.equal(talk.bots.length, 1);
      talk.pass(1);
      assert.equal(talk.bots.length, 2);
    });

    it("is 20 s for a bot, which a mention may break once in 10 s", () => {
      const talk = table();
      chatter(talk, 40);
      talk.moment(arrival, muse);
      talk.pass(5000);
      talk.say("Ann", "Muse?");
      chatter(talk, 3);
      talk.pass(5000);
      talk.say("Bob", "Muse?");
      assert.deepEqual(
        talk.bots.map(({ at }) => at - start),
        [0, 5000],
      );
      talk.pass(4999);
      assert.equal(talk.bots.length, 2);
      talk.pass(1);
      assert.deepEqual(
        talk.bots.map(({ at }) => at - start),
        [0, 5000, 15_000],
      );
      chatter(talk);
      talk.pass(19_999);
      assert.equal(talk.moment(arrival, muse), undefined);
      talk.pass(1);
      assert.notEqual(talk.moment(arrival, muse), undefined);
    });

    it("is 60 s as long as no person says anything", () => {
      const chance = { ...defaultGate.chance, lull: 0, offer: 0 };
      const talk = table(always, { ...defaultGate, chance });
      chatter(talk);
      talk.moment(arrival, muse);
      talk.pass(59_999);
      assert.equal(talk.moment(arrival, quill), undefined);
      talk.pass(1);
      assert.equal(talk.moment(arrival, quill)?.bot, quill);
    });
  });

  it("lets four lines of bots pass in a minute", () => {
    const talk = table().seat("Rookie Rae").seat("Captain Blue").seat("Nova");
    chatter(talk);
    for (const [nth, name] of ["Muse", "Quill", "Rae", "Captain", "Nova"].entries()) {
      talk.say(`p${nth}`, name);
      chatter(talk, 3);
      talk.pass(5000);
    }
    assert.equal(talk.bots.length, 4);
    talk.pass(35_000);
    talk.say("Ann", "Nova");
    assert.equal(talk.bots.length, 5);
    assert.equal(talk.bots[4]?.at, start + 60_000);
  });

  it("keeps bots to a quarter of the last 20 lines, and to one when there are few", () => {
    const talk = table();
    talk.say("Ann", "Muse");
    for (let n = 0; n < 200; n++) {
      talk.pass(30_000);
      talk.say("Ann", "Muse");
    }
    const first = talk.said.slice(0, 8).map(({ kind }) => (kind === "bot" ? "b" : "-"));
    assert.equal(first.join(""), "-b-----b");
    assert.deepEqual([...broken(talk.said)], []);
    const share = talk.bots.length / talk.said.length;
    assert(share > 0.23 && share <= 0.25, `${share}`);
  });

  it("may give answers a larger share than remarks", () => {
    const share = { ...defaultGate.share, ofAnswers: 0.5 };
    const talk = table(always, { ...defaultGate, share });
    for (let n = 0; n < 10; n++) {
      talk.say("Ann", "Muse");
      talk.pass(20_000);
    }
    assert.equal(talk.bots.length, 10);
    assert.equal(talk.moment(arrival, quill), undefined);
  });

  describe("turns", () => {
    it("are one at a time, until used, given back, or 20 s old", () => {
      for (const [plan, freeAfter] of [
        ["hang", 20_000],
        ["pass", 0],
        [3000, 7000],
      ] as const) {
        const talk = table();
        chatter(talk);
        talk.plan = () => plan;
        talk.say("Ann", "Muse");
        talk.plan = () => 0;
        talk.pass(5000);
        talk.say("Bob", "Quill");
        talk.pass(25_000);
        const at = talk.given[1]?.at ?? 0;
        assert.equal(at, start + Math.max(5000, freeAfter), String(plan));
      }
    });

    it("can't be used any more when they are over, or the bot is gone or muted", () => {
      const ends: readonly ((talk: TableTalk) => void)[] = [
        (talk) => talk.pass(20_000),
        (talk) => talk.leave(muse),
        (talk) => void talk.seat(muse, muse, 1, true),
      ];
      for (const end of ends) {
        const talk = table();
        talk.plan = () => "hang";
        talk.say("Ann", "Muse");
        const turn = lastTurn(talk);
        assert(turn !== undefined);
        assert.deepEqual(talk.gate.recheck(turn, talk.now), turn);
        end(talk);
        assert.equal(talk.gate.recheck(turn, talk.now), undefined);
      }
    });

    it("count as used before their line is heard, and once", () => {
      const gate = new Gate(defaultGate, always);
      gate.seat({ id: muse, name: muse, talk: 1 });
      gate.people(1, start);
      const person = (at: number, text = "x") => gate.heard({ player: "a", name: "a", kind: "human", text, at });
      for (let n = 0; n < 6; n++) person(start);
      const turn = gate.moment(arrival, muse, start);
      assert(turn !== undefined);
      gate.spoke(turn, start);
      gate.spoke(turn, start);
      assert.equal(gate.moment(arrival, muse, start + 3000), undefined);
      person(start + 3000);
      gate.heard({ player: muse, name: muse, kind: "bot", text: "hi", at: start + 3500 });
      // Eight lines, one of them a bot's: another would make two of nine.
      person(start + 4000, "muse?");
      assert.equal(gate.nextDue(start + 4000), start + 7500);
      assert.equal(gate.tick(start + 7499), undefined);
      assert.equal(gate.tick(start + 7500)?.bot, muse);
    });
  });

  describe("lulls", () => {
    const inGame = (random = always, settings = defaultGate): TableTalk => {
      const talk = table(random, settings);
      talk.enter("reveal");
      chatter(talk);
      return talk;
    };
    const lulls = (talk: TableTalk) => talk.given.map(({ turn, at }) => [turn.occasion.type, turn.offer, at - start]);

    it("bring a remark after 45 s, with people there and no question open", () => {
      const talk = inGame();
      talk.pass(44_999);
      assert.deepEqual(lulls(talk), []);
      talk.pass(1);
      assert.deepEqual(lulls(talk), [["lull", false, 45_000]]);
      const nobody = inGame().connect(0);
      nobody.pass(3_600_000);
      const playing = inGame();
      playing.enter("question");
      playing.pass(3_600_000);
      const silenced = inGame().seat(muse, muse, 0).seat(quill, quill, 0);
      silenced.pass(3_600_000);
      for (const one of [nobody, playing, silenced]) assert.deepEqual(lulls(one), []);
      nobody.connect(1);
      nobody.pass(45_000);
      assert.deepEqual(lulls(nobody), [["lull", false, 3_645_000]]);
    });

    it("bring one by chance, once in a silence", () => {
      const random = seededRandom("lulls");
      let remarks = 0;
      for (let n = 0; n < 2000; n++) {
        const talk = new TableTalk(defaultGate, random).seat(muse, muse, 0.8).connect(1);
        talk.enter("reveal");
        talk.pass(600_000);
        remarks += talk.given.length;
      }
      assert(Math.abs(remarks / 2000 - 0.2) < 0.03, `${remarks} of 2000`);
    });

    it("bring one at most every 5 minutes, and none after another before a person has spoken", () => {
      const talk = inGame();
      talk.pass(3_600_000);
      assert.equal(talk.given.length, 1);
      chatter(talk);
      talk.pass(45_000);
      assert.equal(talk.given.length, 2);
      chatter(talk);
      talk.pass(299_999);
      assert.equal(talk.given.length, 2);
      talk.pass(1);
      assert.equal(talk.given.length, 3);
    });

    it("bring the offer of a game after 60 s without one, every 10 minutes at most", () => {
      for (const phase of ["", "podium"]) {
        const talk = table(never);
        chatter(talk);
        talk.enter("scores");
        talk.pass(5000);
        talk.enter(phase);
        const from = talk.now - start;
        talk.pass(59_999);
        assert.deepEqual(lulls(talk), []);
        talk.pass(1);
        assert.deepEqual(lulls(talk), [["lull", true, from + 60_000]]);
        for (let n = 0; n < 40; n++) {
          talk.pass(61_000);
          chatter(talk, 4);
        }
        const offers = talk.given.filter(({ turn }) => turn.offer);
        assert.equal(offers.length, 5);
        assert.deepEqual([...broken(talk.said)], []);
      }
    });

    it("bring no offer in a game, and none that comes too late for it", () => {
      const talk = table();
      chatter(talk);
      talk.plan = () => 4000;
      talk.pass(61_000);
      assert.equal(lastTurn(talk)?.offer, true);
      talk.enter("countdown");
      talk.pass(5000);
      assert.equal(talk.bots.length, 0);
      talk.pass(600_000);
      assert(talk.given.slice(1).every(({ turn }) => !turn.offer));
    });

    it("bring an offer again a minute after one that was given back", () => {
      const talk = table();
      talk.plan = () => "pass";
      talk.pass(60_000);
      talk.pass(59_999);
      assert.equal(talk.given.length, 1);
      talk.pass(1);
      assert.equal(talk.given.length, 2);
    });
  });

  describe("whatever happens", () => {
    /** So many bots talk as much as they ever may. */
    const eager: GateSettings = {
      ...defaultGate,
      chance: { arrival: 1, reveal: 1, streak: 1, ended: 1, lull: 1, offer: 1 },
    };
    const evenings = (settings: GateSettings, count: number, steps = 150) =>
      Array.from({ length: count }, (_, n) => randomEvening(settings, `evening ${n}`, steps));

    it("keeps every cap, in 400 evenings by chance", () => {
      const types = new Map<string, number>();
      for (const settings of [defaultGate, eager])
        for (const [n, { said, given }] of evenings(settings, 200).entries()) {
          assert.deepEqual([...broken(said)], [], `evening ${n}`);
          for (const { turn } of given) {
            const type = turn.offer ? "offer" : turn.occasion.type;
            types.set(type, (types.get(type) ?? 0) + 1);
          }
        }
      for (const type of ["mention", "arrival", "reveal", "ended", "story", "lull", "offer"])
        assert((types.get(type) ?? 0) > 50, `${type}: ${types.get(type)}`);
    });

    const loosened: readonly [string, Partial<GateSettings>][] = [
      ["lobby rest", { lobbyRestMs: 2000 }],
      ["bot rest", { botRestMs: 10_000 }],
      ["broken rest", { mention: { ...eager.mention, breakMs: 6000 } }],
      ["mentions", { mention: { ...eager.mention, everyMs: 5000 } }],
      ["stale", { mention: { ...eager.mention, waitMs: 40_000 } }],
      ["in a row", { inARowMs: 40_000 }],
      ["per minute", { perMinute: 6 }],
      ["share", { share: { ...eager.share, ofAnswers: 0.5 } }],
      ["alone", { share: { lines: 20, ofRemarks: 1, ofAnswers: 1 }, alone: { lines: 3, withinMs: 600_000 } }],
      ["a turn", { turnMs: 24_000 }],
      ["silence", { lull: { afterMs: 30_000, everyMs: 300_000 } }],
      ["lulls", { lull: { afterMs: 45_000, everyMs: 200_000 } }],
      ["offers", { offer: { afterMs: 60_000, everyMs: 400_000 } }],
    ];
    for (const [cap, looser] of loosened)
      it(`would be seen to break "${cap}" if its number were another`, () => {
        const settings = { ...eager, ...looser };
        const isSeen = (n: number): boolean => broken(randomEvening(settings, `evening ${n}`, 150).said).has(cap);
        assert(Array.from({ length: 300 }, (_, n) => n).some(isSeen));
      });

    it("keeps every cap under 100 lines a second for ten minutes", () => {
      const random = seededRandom("flood");
      const talk = table(random, eager).seat("Rookie Rae");
      talk.plan = () => random() * 4000;
      const texts = ["Muse!", "quill", "@rae", "lol", "aaa", "yes"];
      for (let n = 0; n < 60_000; n++) {
        talk.say(`p${n % 50}`, texts[Math.floor(random() * texts.length)] ?? "");
        if (n % 500 === 0) talk.moment(reveal(n % 4), muse);
        talk.pass(10);
      }
      assert.deepEqual([...broken(talk.said)], []);
      assert(talk.bots.length > 30 && talk.bots.length <= 40, `${talk.bots.length}`);
    });

    it("has two bots alone exchange two lines in ten minutes at most", () => {
      for (const people of [0, 1])
        for (const ofRemarks of [0.25, 1]) {
          const talk = table(always, { ...eager, share: { ...eager.share, ofRemarks } }).connect(people);
          talk.words = () => "Muse, Quill: shall we?";
          for (let n = 0; n < 1200; n++) {
            talk.moment(arrival);
            talk.pass(500);
          }
          assert(talk.bots.length > 0 && talk.bots.length <= 2, `${talk.bots.length}`);
        }
    });
  });
});
