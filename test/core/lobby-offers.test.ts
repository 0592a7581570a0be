import assert from "node:assert/strict";
import type { Wish } from "../../src/lobby/commands.ts";
import { decide } from "../../src/lobby/decide.ts";
import { evolve } from "../../src/lobby/evolve.ts";
import { type Settings, times } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import { fresh, games, orderOf, ready, start } from "../support/lobby.ts";
import { ana, ben } from "../support/quiz.ts";

const yes = { type: "offer", player: ana, id: undefined, accept: true } as const;

describe("lobby: what an offer is for", () => {
  it("[F4] keeps what it names, and where questions come from", () => {
    const wished = (wish: Wish, settings: Partial<Settings> = {}) => {
      const offered = ready(settings).when({ type: "suggest", player: ben, wish, fresh: fresh() });
      return { offer: view(games, offered.state, offered.now).offer, order: orderOf(offered.when(yes)) };
    };
    const { offer, order } = wished({ topic: "music", source: "bank", count: 3, seconds: 7 });
    assert.deepEqual([offer.source, offer.count], ["bank", 3]);
    assert.deepEqual([order.topic, order.source, order.pack, order.count, order.seconds], ["music", "bank", "", 3, 7]);
    const usual = wished({}, { source: "pack", pack: "p1", count: 4 });
    assert.deepEqual([usual.offer.source, usual.offer.count], ["pack", 0]);
    assert.deepEqual([usual.order.source, usual.order.pack, usual.order.count], ["pack", "p1", 4]);
    assert(!JSON.stringify(usual.offer).includes("p1"), "who has a pack's id can play it anywhere");
    const other = wished({ topic: "space" }, { source: "pack", pack: "p1" });
    assert.deepEqual([other.order.source, other.order.pack], ["auto", ""]);
    const packed = wished({ topic: "My pack", source: "pack", pack: "p2" });
    assert.deepEqual([packed.offer.source, packed.order.source, packed.order.pack], ["pack", "pack", "p2"]);
  });

  it("[F4] takes an old offer, which says nothing of it, for one with the lobby's count", () => {
    const lobby = ready({ count: 6 });
    const old = evolve(games, lobby.state, {
      type: "offered",
      id: "old",
      player: ben,
      mode: "quiz",
      topic: "music",
      closesAt: start + times.offer,
      seed: "s",
    });
    const { source, count } = view(games, old, lobby.now).offer;
    assert.deepEqual([source, count], ["", 0]);
    const answered = decide(games, old, yes, lobby.now);
    assert(answered.ok);
    const order = answered.events.find((event) => event.type === "ordered")?.order ?? assert.fail();
    assert.deepEqual([order.topic, order.source, order.count], ["music", "auto", 6]);
  });
});
