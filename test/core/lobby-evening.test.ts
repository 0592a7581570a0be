import assert from "node:assert/strict";
import { asAnyGame } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import { leaderOf } from "../../src/lobby/evening.ts";
import { gamesOf, lobbyOf } from "../../src/lobby/index.ts";
import { nothingPast } from "../../src/lobby/ladder.ts";
import { type Wish, playOf } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import { Story } from "../support/given.ts";
import { create, fresh, hand, join, judged, rules, start, tick } from "../support/lobby.ts";
import { ana, ben } from "../support/quiz.ts";
import { toyMode } from "../support/toy-mode.ts";

const games = gamesOf([asAnyGame(quiz), toyMode]);
const lobby = lobbyOf(games);
const rob = "rob" as PlayerId;

const made = () =>
  new Story(lobby, lobby.initial, start)
    .when(create({ mode: "toy" }, 1))
    .when(join(ana))
    .when(join(ben));

const begin = (items: readonly Wish[], led = false, by = ana): LobbyCommand => ({
  type: "begin_evening",
  hand: hand(by),
  items,
  gapMs: 20_000,
  led,
  fresh: fresh(),
});

const next = (by: PlayerId = ana): LobbyCommand => ({ type: "next_in_evening", hand: hand(by) });

const word = (player: PlayerId, text: string): LobbyCommand => ({
  type: "move",
  person: { id: player, name: player, kind: "human" },
  move: { ask: "word", text },
  judged: judged(text),
  past: nothingPast,
  rules,
  fresh: fresh(),
});

const toys = (count: number): readonly Wish[] => Array.from({ length: count }, () => ({ mode: "toy" }));
const board = (story: ReturnType<typeof made>) =>
  Object.fromEntries(view(games, story.state, story.now).evening.scores);

describe("lobby: an evening", () => {
  it("[V1] plays its games one after the other, for the owner to begin", () => {
    const story = made();
    story.rejects(begin(toys(1), false, ben), "not_owner");
    story.rejects(begin([{ mode: "chess" }]), "not_available");
    story.rejects(begin([{ mode: "toy", options: { loud: 3 } }]), "no_such_option");
    const first = story.when(begin(toys(2)));
    first.rejects(begin(toys(1)), "wrong_phase");
    const second = first.at(start + 25_000, tick);
    const ids = [first, second].map(({ state }) => playOf(state)?.id);
    assert.equal(new Set(ids).size, 2);
    assert.equal(second.state.stage.status, "in-progress");
    assert.equal(view(games, second.state, second.now).evening.number, 2);
  });

  it("[V2] gives the best of each game 1000 points, and the others their share", () => {
    const played = made()
      .when(begin(toys(2)))
      .when(word(ana, "ab"))
      .when(word(ben, "abcd"));
    assert.deepEqual(board(played), {});
    const one = played.at(start + 5000, tick);
    assert.deepEqual(board(one), { ben: 1000, ana: 500 });
    const stopped = one
      .when(next())
      .when(word(ana, "ab"))
      .when({ type: "stop", hand: hand(ana) });
    assert.deepEqual(board(stopped), { ben: 1000, ana: 500 });
    const two = one
      .when(next())
      .when(word(ana, "ab"))
      .at(start + 10_000, tick);
    assert.deepEqual(board(two), { ben: 1000, ana: 1500 });
  });

  it("[V3] goes on after the gap, gives lost time back, and keeps its board when it is over", () => {
    const between = made()
      .when(begin(toys(2)))
      .when(word(ana, "ab"))
      .at(start + 5000, tick);
    assert.equal(view(games, between.state, between.now).evening.nextAt, start + 25_000);
    const woken = between.when({ type: "stood", ms: 7000 });
    assert.equal(view(games, woken.state, woken.now).evening.nextAt, start + 32_000);
    const over = between.at(start + 60_000, tick);
    const { evening } = view(games, over.state, over.now);
    assert.deepEqual([evening.over, evening.nextAt, evening.number], [true, 0, 2]);
    assert.deepEqual(board(over), { ana: 1000, ben: 0, ...board(over) });
    assert.equal(lobby.nextDeadline(over.state), undefined);
  });

  it("[V4] goes on without waiting for the owner, who may end it", () => {
    const story = made().when(begin(toys(3)));
    story.rejects(next(), "wrong_phase");
    const between = story.at(start + 5000, tick);
    between.rejects(next(ben), "not_owner");
    assert.equal(between.when(next()).state.stage.status, "in-progress");
    const ended = between.when({ type: "end_evening", hand: hand(ana) });
    ended.rejects({ type: "end_evening", hand: hand(ana) }, "wrong_phase");
    assert.equal(ended.at(start + 90_000, tick).state.stage.status, "completed");
  });

  it("[V5] may be led by the bot that has been here longest", () => {
    const story = made()
      .when(join(rob, "bot"))
      .when(begin(toys(2), true))
      .at(start + 5000, tick);
    assert.equal(leaderOf(story.state), rob);
    assert.equal(view(games, story.state, story.now).evening.leader, "rob");
    assert.equal(story.when(next(rob)).state.stage.status, "in-progress");
    const unled = made()
      .when(join(rob, "bot"))
      .when(begin(toys(2)))
      .at(start + 5000, tick);
    unled.rejects(next(rob), "not_owner");
    story.when({ type: "leave", player: rob }).rejects(next(rob), "not_owner");
  });

  it("[V6] passes over a game whose questions can't be made", () => {
    const story = made().when(begin([{ mode: "quiz" }, { mode: "toy" }]));
    const { stage } = story.state;
    assert(stage.status === "building");
    const failed = story.when({ type: "build_failed", game: stage.making.order.game, reason: "no_questions" });
    assert.equal(failed.state.stage.status, "failed");
    assert.equal(failed.at(start + 21_000, tick).state.stage.status, "in-progress");
  });
});
