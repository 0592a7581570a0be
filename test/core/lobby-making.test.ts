import assert from "node:assert/strict";
import { times } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import {
  built,
  games,
  hand,
  join,
  lobby,
  made,
  orderOf,
  playing,
  ready,
  start,
  starting,
  tick,
} from "../support/lobby.ts";
import { ana, ben, questions } from "../support/quiz.ts";

type Story = ReturnType<typeof made>;
const statusOf = ({ state }: Story) => state.stage.status;
const shown = ({ state, now }: Story) => view(games, state, now);

/** Ana's lobby in which one of three questions is there. */
const begun = (): Story => {
  const story = made({ count: 3 }).when(join(ana));
  const { game } = orderOf(story);
  return story.when({ type: "built", game, questions: questions(1), note: "", more: true });
};
const adding = (story: Story, from: number, to: number, last: boolean) => {
  const { stage } = story.state;
  assert("making" in stage && stage.making !== undefined);
  return {
    type: "added",
    game: stage.making.order.game,
    questions: questions(to).slice(from),
    note: "",
    last,
  } as const;
};

describe("lobby: questions that follow", () => {
  it("[G8] can be played when enough are there, and gets the rest while it is", () => {
    const story = begun();
    assert.equal(statusOf(story), "ready");
    const running = story.when(starting(ana));
    assert.equal(shown(running).game.total, 3);
    const progress = { stage: "checking", done: 1, total: 3 };
    const game = orderOf(made({ count: 3 })).game;
    assert.deepEqual(shown(running.when({ type: "progress", game, progress })).building, progress);
    const whole = running.when(adding(running, 1, 3, true));
    assert.deepEqual(shown(whole).building, { stage: "", done: 0, total: 0 });
    assert.deepEqual([...whole.state.asked], ["q1", "q2", "q3"]);
    assert.deepEqual(whole.state.played, ["Question 1?", "Question 2?", "Question 3?"]);
    assert.equal(statusOf(whole.at(start + 3000 + 3 * 19_000, tick)), "completed");
  });

  it("[G8] adds what follows to what waits for its start", () => {
    const story = begun();
    const whole = story.when(adding(story, 1, 3, true));
    assert.equal(shown(whole.when(starting(ana))).game.total, 3);
    assert.deepEqual(whole.events({ ...adding(story, 1, 3, true) }), [], "the making is over");
  });

  it("[G8] waits for nothing beyond the time limit", () => {
    const running = begun().when(starting(ana));
    const late = running.at(start + times.building + 4000, tick);
    assert.equal(statusOf(late), "completed");
    assert.equal(shown(late).game.total, 1);
    const waiting = begun().at(start + times.building, tick);
    assert.equal(statusOf(waiting), "ready");
    assert.equal(shown(waiting.when(starting(ana))).game.total, 1);
  });

  it("[G9] is stopped by the owner, and keeps what is there", () => {
    const kept = begun().when({ type: "stop", hand: hand(ana) });
    assert.equal(statusOf(kept), "ready");
    assert.deepEqual(shown(kept).building, { stage: "", done: 0, total: 0 });
    const { game } = orderOf(made());
    assert.deepEqual(
      made()
        .when({ type: "stop", hand: hand(ana) })
        .events({ type: "built", game, questions: questions(2), note: "" }),
      [],
    );
  });

  it("[G4] gives back the time limit in which nobody ran the lobby", () => {
    const woken = made().when({ type: "wake", stoodFrom: start }, start + times.building);
    assert.equal(statusOf(woken.at(start + 2 * times.building - 1, tick)), "building");
    assert.equal(statusOf(woken.at(start + 2 * times.building, tick)), "failed");
  });

  it("[G4] has no time limit any more once the questions are there", () => {
    assert.equal(lobby.nextDeadline(made().state), start + times.building);
    assert.equal(lobby.nextDeadline(built(made()).state), undefined);
    const story = begun();
    assert.equal(lobby.nextDeadline(story.state), start + times.building);
    assert.equal(lobby.nextDeadline(story.when(adding(story, 1, 3, true)).state), undefined);
  });

  it("[H2] has a pack's questions made when a pack is chosen, and others again afterwards", () => {
    const chosen = ready().when({
      type: "settings",
      hand: hand(ana),
      changes: { source: "pack", pack: "p1" },
      fresh: { id: "x", seed: "y" },
    });
    assert.deepEqual([orderOf(chosen).source, orderOf(chosen).pack], ["pack", "p1"]);
    const other = built(chosen).when(starting(ana, { wish: { topic: "space" } }));
    assert.deepEqual([orderOf(other).source, orderOf(other).pack], ["auto", ""]);
    const again = built(chosen).when(starting(ana, { wish: { pack: "p2" } }));
    assert.deepEqual([orderOf(again).source, orderOf(again).pack], ["pack", "p2"]);
  });
});

describe("lobby: correcting a game", () => {
  it("[H6] strikes out by the owner's hand, and says another choice is right by the staff's alone", () => {
    const game = playing();
    const correct = (player: typeof ana, right: string | null, staff = false) =>
      ({ type: "correct", hand: hand(player, staff), question: "q1", right }) as const;
    game.rejects(correct(ben, null), "not_owner");
    game.rejects(correct(ana, "wrong 1a"), "not_owner");
    assert.equal(shown(game.when(correct(ana, null))).game.reveal.struck, true);
    assert.equal(shown(game.when(correct(ben, null, true))).game.reveal.struck, true);
    assert.equal(game.events(correct(ben, "wrong 1a", true)).length, 1);
    assert.equal(game.events(correct(ben, "right 1", true)).length, 0);
    game.rejects(correct(ben, "no choice", true), "no_such_choice");
    ready().rejects(correct(ana, null), "no_game");
  });
});
