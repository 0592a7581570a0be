import assert from "node:assert/strict";
import type { PlayerId } from "../../src/core/ids.ts";
import { times } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import {
  answerTo,
  built,
  fresh,
  games,
  hand,
  join,
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
const dan = "dan" as PlayerId;
const statusOf = ({ state }: Story) => state.stage.status;
const shown = ({ state, now }: Story) => view(games, state, now);

describe("lobby: starting a game", () => {
  it("[G1] is the owner's, or anyone's where the rule says so", () => {
    ready().rejects(starting(ben), "not_owner");
    ready().rejects(starting(dan), "not_a_player");
    assert.equal(statusOf(ready({ startRule: "anyone" }).when(starting(ben))), "in-progress");
    ready({ startRule: "anyone" }).rejects(starting(dan), "not_a_player");
    assert.equal(statusOf(ready().when(starting(ana))), "in-progress");
  });

  it("[G2] goes idle, building, ready, in-progress, completed", () => {
    const building = made().when(join(ana));
    assert.equal(statusOf(building), "building");
    building.rejects(starting(ana), "building");
    const done = built(building);
    assert.equal(statusOf(done), "ready");
    const begun = done.when(starting(ana));
    begun.rejects(starting(ana), "wrong_phase");
    assert.equal(statusOf(begun.at(start + 60_000, tick)), "completed");
  });

  it("[G3] starts what is ready, and has anything else made first", () => {
    const story = ready();
    const [first] = story.events(starting(ana, { wish: { count: 2 } }));
    assert.equal(first?.type, "game_started");
    const other = story.when(starting(ana, { wish: { topic: "space", count: 3, seconds: 5 } }));
    assert.equal(statusOf(other), "building");
    const { topic, count, seconds } = orderOf(other);
    assert.deepEqual({ topic, count, seconds }, { topic: "space", count: 3, seconds: 5 });
    assert.equal(statusOf(built(other)), "in-progress");
    assert.equal(shown(built(other)).topic, "space");
  });

  it("[G4] gives up making questions after five minutes, and hears no old word", () => {
    const story = made();
    const { game } = orderOf(story);
    const late = story.when(join(ana)).at(start + times.building, tick);
    assert.deepEqual(late.state.stage, { status: "failed", reason: "time_limit" });
    assert.deepEqual(late.events({ type: "built", game, questions: questions(2), note: "" }), []);
    const none = story.when({ type: "built", game, questions: [], note: "" });
    assert.deepEqual(none.state.stage, { status: "failed", reason: "no_questions" });
    const progress = { stage: "checking", done: 1, total: 2 };
    assert.deepEqual(shown(story.when({ type: "progress", game, progress })).building, progress);
    assert.deepEqual(made().when({ type: "stop", hand: hand(ana) }).state.stage, {
      status: "failed",
      reason: "cancelled",
    });
  });

  it("[G5] begins by itself once questions and a person are there", () => {
    const waiting = built(made({ autoStart: true }));
    assert.equal(statusOf(waiting), "ready");
    assert.equal(statusOf(waiting.when(join(ben))), "in-progress");
    assert.equal(statusOf(built(made({ autoStart: true }).when(join(ben)))), "in-progress");
  });

  it("[G6] remembers what has been asked", () => {
    assert.deepEqual([...playing().state.asked], ["q1", "q2"]);
  });

  it("[G7] plays again after completed, stopped, failed and ready", () => {
    const completed = playing().at(start + 60_000, tick);
    assert.equal(statusOf(built(completed.when(starting(ana)))), "in-progress");
    const stopped = playing().when({ type: "stop", hand: hand(ana) });
    assert.equal(statusOf(stopped), "completed");
    assert.equal(statusOf(built(stopped.when(starting(ana)))), "in-progress");
    const failed = made()
      .when(join(ana))
      .when({ type: "build_failed", game: orderOf(made()).game, reason: "source_failed" });
    assert.equal(shown(failed).failureReason, "source_failed");
    assert.equal(statusOf(built(failed.when(starting(ana)))), "in-progress");
  });

  it("refuses a mode it does not have", () => {
    ready().rejects(starting(ana, { wish: { mode: "chess" } }), "not_available");
  });
});

describe("lobby: during a game", () => {
  it("[D1] stops the clock while paused and gives everybody the time they had", () => {
    const at4s = playing().at(start + 7000, tick);
    const paused = at4s.when({ type: "pause", hand: hand(ana) });
    assert.deepEqual([shown(paused).game.paused, shown(paused).game.remainingMs], [true, 6000]);
    paused.rejects({ type: "pause", hand: hand(ana) }, "wrong_phase");
    paused.rejects({ type: "skip", hand: hand(ana) }, "wrong_phase");
    paused.rejects(answerTo(ana, "q1", 0), "wrong_phase");
    const later = paused.at(start + 307_000, tick);
    assert.equal(shown(later).game.phase, "question");
    const resumed = later.when({ type: "resume", hand: hand(ana) });
    assert.equal(shown(resumed).game.phaseEndsAt, start + 313_000);
    assert.equal(shown(resumed).game.remainingMs, 0);
    resumed.rejects({ type: "resume", hand: hand(ana) }, "wrong_phase");
    const [answered] = resumed.events(answerTo(ana, "q1", 0));
    assert(answered?.type === "in_game");
    assert.equal((answered.event as unknown as { time: number }).time, 4000, "the pause is not on the clock");
    assert.equal(shown(resumed.at(start + 313_000, tick)).game.phase, "reveal");
    assert.equal(statusOf(paused.when({ type: "stop", hand: hand(ana) })), "completed");
  });

  it("[D2] takes in who joins, and back who returns", () => {
    const late = playing().when(join(dan));
    assert.equal(shown(late).players.get(dan)?.rank, 1);
    const closed = late.when(answerTo(ben, "q1", 0)).when({ type: "skip", hand: hand(ana) });
    const score = shown(closed).players.get(ben)?.score;
    const back = closed.when({ type: "drop", player: ben }).when(join(ben));
    assert.equal(shown(back).players.get(ben)?.score, score);
    const open = playing()
      .when({ type: "drop", player: ben })
      .when(join(ben), start + 8000);
    assert.equal(shown(open).game.question.id, "q1");
    assert.equal(open.events(answerTo(ben, "q1", 0)).length, 1);
  });

  it("[D3] records the standings of a completed game, and of a stopped one without counting it", () => {
    const played = playing().at(start + 60_000, tick);
    assert(played.state.stage.status === "completed");
    const record = games.get("quiz")?.record(played.state.stage.play.state) ?? [];
    assert.deepEqual(
      record.map(({ id, outcomes }) => [id, ...outcomes.map(({ choice }) => choice)]),
      [
        ["q1", null, null, null],
        ["q2", null, null, null],
      ],
    );
    const stopped = playing()
      .events({ type: "stop", hand: hand(ana) })
      .at(-1);
    assert(stopped?.type === "game_completed");
    assert.equal(stopped.counts, false);
    assert.deepEqual(
      stopped.standings.map(({ player, name, kind, rank }) => ({ player, name, kind, rank })),
      [ana, ben, cai].map((player) => ({ player, name: player, kind: "human", rank: 1 })),
    );
  });

  it("says when there is no game", () => {
    for (const type of ["pause", "resume", "skip", "stop"] as const) {
      ready().rejects({ type, hand: hand(ana) }, "no_game");
    }
    ready().rejects(answerTo(ana, "q1", 0), "no_game");
    playing().rejects(answerTo(dan, "q1", 0), "not_a_player");
  });
});

describe("lobby: waking", () => {
  const wake = (stoodFrom: number) => ({ type: "wake", stoodFrom }) as const;

  it("[W1] gives back the time in which nobody ran it, and leaves two seconds at least", () => {
    const open = playing();
    const ends = (story: Story) => shown(story).game.phaseEndsAt - story.now;
    const hour = 3_600_000;
    assert.equal(ends(open.when(wake(start + 7000), start + 7000 + hour)), 6000);
    assert.equal(ends(open.when(wake(start + 12_900), start + 12_900 + hour)), 2000);
    assert.equal(ends(open.when(wake(start + 9e9), start + 7000)), 6000, "the future is not believed");
    const paused = open.when({ type: "pause", hand: hand(ana) }, start + 5000).when(wake(start + 7000), start + hour);
    assert.equal(shown(paused).game.remainingMs, 8000);
    const events = ready().events(wake(start), start + hour);
    assert.deepEqual(
      events.map(({ type }) => type),
      ["woken"],
    );
  });

  it("[W2] keeps seats, points, question and answers, and gives everybody two minutes to come back", () => {
    const answered = playing().when(answerTo(ben, "q1", 2), start + 4000);
    const woken = answered.when(wake(start + 5000), start + 500_000);
    const { game, players } = shown(woken);
    assert.deepEqual(game.question, shown(answered).game.question);
    assert.equal(players.get(ben)?.answered, true);
    assert.deepEqual(
      [...players.values()].map(({ connected }) => connected),
      [false, false, false],
    );
    const back = woken.when(join(ben));
    back.rejects(answerTo(ben, "q1", 1), "already_answered");
    assert.equal(shown(back).game.phase, "question", "the others are waited for");
    assert.equal(woken.when(join(ana)).events(answerTo(ana, "q1", 0)).length, 1);
    assert.equal(woken.at(start + 500_000 + times.seat, tick).state.members.size, 0);
    assert.equal(back.at(start + 500_000 + times.owner, tick).state.ownerId, ben);
  });

  it("[W3] gives back time in which nothing could be made durable", () => {
    const stood = playing().when({ type: "stood", ms: 30_000 }, start + 37_000);
    assert.equal(shown(stood).game.phaseEndsAt, start + 43_000);
    assert.equal(shown(stood).players.get(ben)?.connected, true);
  });
});

describe("lobby: offers", () => {
  const suggest = (player: PlayerId) =>
    ({ type: "suggest", player, wish: { topic: "music" }, fresh: fresh() }) as const;
  const say = (player: PlayerId, accept: boolean, id?: string) => ({ type: "offer", player, id, accept }) as const;

  it("[F1] stands for a minute, one at a time", () => {
    const offered = ready().when(suggest(ben));
    assert.equal(shown(offered).offer.topic, "music");
    offered.rejects(suggest(cai), "busy");
    offered.rejects(say(cai, true, "other"), "no_such_offer");
    offered.rejects(say(dan, true), "not_a_player");
    ready().rejects(suggest(dan), "not_a_player");
    playing().rejects(suggest(ben), "wrong_phase");
    made().when(join(ben)).rejects(suggest(ben), "building");
    assert.equal(shown(offered.at(start + times.offer, tick)).offer.id, "");
    offered.at(start + times.offer, tick).rejects(say(ana, true), "no_such_offer");
  });

  it("[F2] is met as the start rule says", () => {
    const owner = ready().when(suggest(ben)).when(say(cai, true));
    assert.equal(statusOf(owner), "ready");
    const met = owner.when(say(ana, true));
    assert.equal(orderOf(met).topic, "music");
    assert.equal(statusOf(built(met)), "in-progress");
    const anyone = ready({ startRule: "anyone" }).when(suggest(ben)).when(say(ben, true));
    assert.equal(statusOf(anyone), "ready", "one's own yes is not another's");
    assert.equal(statusOf(anyone.when(say(cai, true))), "building");
    const majority = ready({ startRule: "majority" }).when(suggest(ben));
    assert.equal(statusOf(majority), "ready");
    assert.equal(statusOf(majority.when(say(cai, true))), "building");
  });

  it("[F3] is withdrawn by who made it, who decides, or when all others say no", () => {
    const offered = ready().when(suggest(ben));
    assert.equal(offered.when(say(ben, false)).state.offer, undefined);
    assert.equal(offered.when(say(ana, false)).state.offer, undefined);
    const majority = ready({ startRule: "majority" }).when(suggest(ben)).when(say(ana, false));
    assert.notEqual(majority.state.offer, undefined);
    assert.equal(majority.when(say(cai, false)).state.offer, undefined);
  });
});
