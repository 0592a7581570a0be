import assert from "node:assert/strict";
import { Gate } from "../../src/bots/gate.ts";
import { defaultGate, type GateSettings } from "../../src/bots/gate-settings.ts";
import { seededRandom } from "../../src/core/random.ts";
import { randomEvening } from "../support/table-evening.ts";
import { broken } from "../support/table-judge.ts";
import {
  always,
  arrival,
  chatter,
  lastTurn,
  muse,
  quill,
  reveal,
  start,
  table,
  type TableTalk,
  strict,
} from "../support/table-talk.ts";

describe("the caps on what bots say", () => {
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
      const chance = { ...strict.chance, lull: 0, offer: 0 };
      const talk = table(always, { ...strict, chance });
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
    const share = { ...strict.share, ofAnswers: 0.5 };
    const talk = table(always, { ...strict, share });
    for (let n = 0; n < 10; n++) {
      talk.say("Ann", "Muse");
      talk.pass(20_000);
    }
    assert.equal(talk.bots.length, 10);
    assert.equal(talk.moment(arrival, quill), undefined);
  });

  it("answers one person who is alone with the bots each time, as nobody else is drowned out", () => {
    const talk = table(always, defaultGate);
    for (let n = 0; n < 10; n++) {
      talk.say("Ann", "Muse");
      talk.pass(20_000);
    }
    assert.equal(talk.bots.length, 10);
    talk.connect(2);
    talk.say("Ann", "Muse");
    talk.pass(20_000);
    assert.equal(talk.bots.length, 10, "with somebody else here a quarter is all");
  });

  it("goes beyond a quarter only where one person is alone and somebody answers it, or goes on with its story", () => {
    for (let n = 0; n < 100; n++) {
      const { said } = randomEvening(defaultGate, `duet ${n}`, 150);
      for (const [nth, { kind, turn, people }] of said.entries()) {
        const last = said.slice(Math.max(0, nth - 19), nth + 1);
        const isOver = last.filter((one) => one.kind === "bot").length > Math.max(1, last.length / 4);
        if (kind !== "bot" || !isOver) continue;
        assert.equal(people, 1);
        const type = turn?.occasion.type;
        assert(type === "mention" || type === "story", type);
        if (turn?.occasion.type !== "mention") continue;
        const { line } = turn.occasion;
        const first = said.findIndex(({ turn: its }) => its?.occasion.type === "mention" && its.occasion.line === line);
        assert.equal(first, nth, "only the first answer to a line");
      }
    }
  });

  describe("an answer of two lines", () => {
    const answered = (talk: TableTalk): boolean => {
      const turn = lastTurn(talk);
      assert(turn !== undefined);
      return talk.gate.goOn(turn, talk.now);
    };

    it("waits for no rest between them, and both count", () => {
      const talk = table(always, defaultGate);
      talk.plan = () => "hang";
      talk.say("Ann", "Muse");
      const turn = lastTurn(talk) ?? assert.fail();
      assert(talk.gate.mayGoOn(turn));
      talk.gate.spoke(turn, talk.now);
      assert(talk.gate.goOn(turn, talk.now));
      talk.pass(2000);
      assert.equal(talk.gate.tick(talk.now), undefined, "it has the turn meanwhile");
      assert.deepEqual(talk.gate.recheck(turn, talk.now), turn);
      talk.gate.spoke(turn, talk.now);
      assert(!talk.gate.goOn(turn, talk.now), "two of three lines are bots' already");
      talk.gate.passed(turn, talk.now);
      chatter(talk, 5);
      assert.equal(talk.moment(arrival), undefined, "two of eight lines, and another would be three of nine");
    });

    it("is one line when it would be more than bots' share, than a minute's, or too late", () => {
      const many = table(always, defaultGate).connect(2);
      chatter(many, 4);
      many.plan = () => "hang";
      many.say("Ann", "Muse");
      assert(!many.gate.mayGoOn(lastTurn(many) ?? assert.fail()), "two of seven");
      chatter(many, 1);
      assert(many.gate.mayGoOn(lastTurn(many) ?? assert.fail()));

      const ends: readonly (readonly [string, (talk: TableTalk) => void])[] = [
        ["a question", (talk) => talk.enter("question")],
        ["muted", (talk) => void talk.seat(muse, muse, 1, true)],
        ["gone", (talk) => talk.leave(muse)],
      ];
      for (const [name, end] of ends) {
        for (const isLate of [false, true]) {
          const talk = table(always, defaultGate);
          chatter(talk);
          talk.plan = () => "hang";
          talk.say("Ann", "Muse");
          const turn = lastTurn(talk) ?? assert.fail();
          talk.gate.spoke(turn, talk.now);
          if (isLate) assert(talk.gate.goOn(turn, talk.now));
          end(talk);
          assert(isLate ? talk.gate.recheck(turn, talk.now) === undefined : !talk.gate.goOn(turn, talk.now), name);
        }
      }
      const busy = table(always, { ...defaultGate, perMinute: 1 });
      chatter(busy);
      busy.say("Ann", "Muse");
      assert(!answered(busy), "one in a minute");
    });

    it("is for answers alone", () => {
      const talk = table(always, defaultGate);
      chatter(talk);
      talk.plan = () => "hang";
      talk.moment(arrival);
      assert(!talk.gate.mayGoOn(lastTurn(talk) ?? assert.fail()));
    });
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
      const gate = new Gate(strict, always);
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

  describe("whatever happens", () => {
    /** So many bots talk as much as they ever may. */
    const eager: GateSettings = {
      ...strict,
      chance: { arrival: 1, reveal: 1, streak: 1, ended: 1, lull: 1, offer: 1 },
    };
    const evenings = (settings: GateSettings, count: number, steps = 150) =>
      Array.from({ length: count }, (_, n) => randomEvening(settings, `evening ${n}`, steps));

    it("keeps every cap, in 400 evenings by chance", () => {
      const types = new Map<string, number>();
      for (const settings of [strict, eager])
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
      [
        "alone",
        { share: { lines: 20, ofRemarks: 1, ofAnswers: 1, ofDuet: 0 }, alone: { lines: 3, withinMs: 600_000 } },
      ],
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
