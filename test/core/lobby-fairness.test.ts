import assert from "node:assert/strict";
import { fold } from "../../src/core/decider.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { view } from "../../src/lobby/view.ts";
import { boundBy, decider, games, playedOut } from "../support/fairness.ts";
import { hand, join, made, orderOf, start } from "../support/lobby.ts";
import { ana, questions } from "../support/quiz.ts";

const openedIn = (events: readonly LobbyEvent[]) => events.find((event) => event.type === "game_completed")?.proof;

describe("lobby: fairness", () => {
  it("[K1] binds a game from its start on, and shows nothing that opens it before its end", () => {
    const { shown, views, evidence } = playedOut("quiz");
    const { seed, salt, commitments } = boundBy(evidence).proof;
    assert.deepEqual(shown, commitments);
    assert(views.includes(shown[0] ?? "none"));
    for (const secret of [seed, salt, "the nonce"]) assert(!views.includes(secret));
    assert.notEqual(shown[0], playedOut("quiz", { nonce: "another nonce" }).shown[0]);
  });

  it("[K2] binds what comes later before it is asked", () => {
    const { events, shown } = playedOut("quiz", { first: 1 });
    assert.equal(shown.length, 2);
    const added = events.findIndex((event) => event.type === "added" && event.commitment === shown[1]);
    const asked = events.findIndex((event) => JSON.stringify(event).includes('"type":"asked","question":"q2"'));
    assert(added > 0 && added < asked);
  });

  it("[K3] opens a game that counts, and no other", () => {
    assert.equal(openedIn(playedOut("quiz").events)?.lots.flat().length, 4);
    const stopped = playedOut("quiz", { during: [{ type: "stop", hand: hand(ana) }] });
    assert.equal(openedIn(stopped.events), undefined);
  });

  it("[K4] says of what an older version began, or added to, that it is bound by nothing", () => {
    const before = playedOut("quiz", { nonce: undefined });
    assert.deepEqual([before.shown, openedIn(before.events)], [[], undefined]);
    const { events } = playedOut("quiz", { first: 1, asked: questions(2) });
    const until = events.findIndex(({ type }) => type === "added");
    const older = events.slice(0, until + 1).map((event) => {
      if (event.type !== "added") return event;
      const { commitment: _, ...rest } = event;
      return rest;
    });
    const shownAfter = (told: readonly LobbyEvent[]) =>
      view(games, fold(decider.evolve, decider.initial, told), start).game.commitment;
    assert.equal(shownAfter(older), "");
    assert.notEqual(shownAfter(events.slice(0, until + 1)), "");
  });

  it("[K5] gives the games of an evening chance of which one tells nothing of the next", () => {
    const begun = made()
      .when({ type: "stop", hand: hand(ana) })
      .when(join(ana));
    const items = [{ mode: "quiz" }, { mode: "quiz" }];
    const fresh = { id: "evening", seed: "the seed", nonce: "the nonce" };
    const story = begun.when({ type: "begin_evening", hand: hand(ana), items, gapMs: 0, led: false, fresh });
    const { seed, nonce } = orderOf(story);
    assert.match(`${seed} ${nonce}`, /^[0-9a-f]{64} [0-9a-f]{64}$/u);
    assert.notEqual(seed, nonce);
  });
});
