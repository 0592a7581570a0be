import assert from "node:assert/strict";
import { seededRandom } from "../../src/core/random.ts";
import { broken } from "../support/table-judge.ts";
import {
  always,
  chatter,
  lastTurn,
  muse,
  never,
  quill,
  start,
  table,
  TableTalk,
  strict,
} from "../support/table-talk.ts";

describe("lulls in which bots speak", () => {
  const inGame = (random = always, settings = strict): TableTalk => {
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
      const talk = new TableTalk(strict, random).seat(muse, muse, 0.8).connect(1);
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
