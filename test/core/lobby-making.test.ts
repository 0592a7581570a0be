import assert from "node:assert/strict";
import type { Quiz } from "../../src/games/quiz/state.ts";
import { times } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import {
  answerTo,
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
import { ana, ben, cai, questions } from "../support/quiz.ts";

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

describe("lobby: the questions before play", () => {
  const looking = { type: "preview", hand: hand(ana) } as const;
  const dropping = (question: string, player = ana) =>
    ({ type: "drop_question", hand: hand(player), question }) as const;
  const [sample] = questions(1);
  assert(sample !== undefined);
  const editing = (question: string, player = ana) =>
    ({
      type: "edit_question",
      hand: hand(player),
      question,
      edited: { ...sample, id: "q9" as typeof sample.id, prompt: "Anew?" },
    }) as const;
  const opened = (story: Story, by = ana) => story.when(starting(by)).at(story.now + 3000, tick);

  it("[H8] are shown to the owner alone, and only while they wait for the start", () => {
    const story = ready();
    const decision = lobby.decide(story.state, looking, story.now);
    assert(decision.ok);
    assert.deepEqual(decision.reply, { questions: questions(2) });
    for (const command of [looking, dropping("q1"), editing("q1")]) {
      for (const staff of [false, true]) story.rejects({ ...command, hand: hand(ben, staff) }, "not_owner");
      made().rejects(command, "building");
      playing().rejects(command, "wrong_phase");
    }
    for (const command of [dropping("q7"), editing("q7")]) story.rejects(command, "not_found");
    story.when(dropping("q1")).rejects(dropping("q2"), "not_available");
  });

  it("[H9] are not played by who has seen them", () => {
    const story = ready();
    const seen = (at: Story) => [...shown(at).players.values()].filter((one) => one.seen).map(({ id }) => id);
    assert.deepEqual(seen(story), []);
    for (const command of [looking, dropping("q1"), editing("q1")]) {
      assert.deepEqual(seen(story.when(command)), [ana as string]);
    }
    const marked = story.when(looking);
    assert.deepEqual(marked.events(looking), [], "once is enough");
    const game = opened(marked);
    game.rejects(answerTo(ana, "q1", 0), "has_seen");
    assert.equal(shown(game).players.get(ana)?.rank, 0);
    // Neither a new connection nor giving the lobby away makes a player of them, and nobody waits for them.
    const back = game.when({ type: "leave", player: ana }).when(join(ana));
    back.rejects(answerTo(ana, "q1", 0), "has_seen");
    const given = opened(marked.when({ type: "transfer", hand: hand(ana), player: ben }), ben);
    given.rejects(answerTo(ana, "q1", 0), "has_seen");
    assert.equal(shown(game.when(answerTo(ben, "q1", 0)).when(answerTo(cai, "q1", 0))).game.phase, "reveal");
    const over = game.events({ type: "stop", hand: hand(ana) }).find(({ type }) => type === "game_completed");
    assert(over?.type === "game_completed");
    assert.deepEqual(over.standings.map(({ player }) => player).toSorted(), [ben, cai].toSorted());
    const anew = built(marked.when(starting(ana, { wish: { topic: "space" } }))).at(story.now + 3000, tick);
    assert.deepEqual(seen(anew), []);
    assert.equal(shown(anew.when(answerTo(ana, "q1", 0))).players.get(ana)?.answered, true);
  });

  it("[H10] count as asked when they are dropped or changed", () => {
    const changed = ready({ count: 3 }).when(dropping("q1")).when(editing("q2"));
    assert.deepEqual([...changed.state.asked], ["q1", "q2"]);
    const game = opened(changed);
    assert.deepEqual([...game.state.asked], ["q1", "q2", "q9", "q3"]);
    assert.equal(shown(game).game.question.prompt, "Anew?");
    assert.equal(shown(game).game.total, 2);
    const story = begun().when(editing("q1"));
    const whole = story.when(adding(story, 1, 3, true)).when(dropping("q2"));
    assert.equal(shown(opened(whole)).game.total, 2, "what follows later can be dropped, too");
  });
});

describe("lobby: the answer time", () => {
  it("[D4] is as many times as long as the owner has set, from the next game on", () => {
    const longer = (story: Story, answerTime: 1 | 1.5 | 2 | 3) =>
      story.when({ type: "settings", hand: hand(ana), changes: { answerTime }, fresh: { id: "x", seed: "y" } });
    for (const answerTime of [1, 1.5, 2, 3] as const) {
      const game = playing({ answerTime });
      assert.equal(shown(game).answerTime, answerTime);
      assert.equal(shown(game).game.phaseMs, answerTime * 10_000);
      const half = start + 3000 + answerTime * 5000;
      const { stage } = game.state;
      assert(stage.status === "in-progress");
      const key = (stage.play.state as unknown as Quiz).questions[0]?.key ?? -1;
      const revealed = [ana, ben, cai].reduce((at, player) => at.when(answerTo(player, "q1", key), half), game);
      assert.equal(shown(revealed).players.get(ana)?.score, 750, "half of any time is worth the same");
      game.rejects(answerTo(ana, "q1", 0), "too_late", start + 3000 + answerTime * 10_000);
    }
    const waiting = longer(ready(), 2);
    assert.equal(statusOf(waiting), "ready", "nothing is made anew for it");
    const running = longer(playing(), 3);
    assert.equal(shown(running).game.phaseMs, 10_000);
  });
});
