import assert from "node:assert/strict";
import type { Move } from "../../src/core/ask.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import { asAnyGame } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import type { LobbyCommand } from "../../src/lobby/commands.ts";
import { gamesOf, lobbyOf } from "../../src/lobby/index.ts";
import { nothingPast } from "../../src/lobby/ladder.ts";
import { asksOf } from "../../src/lobby/moving.ts";
import type { Settings } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import { Story } from "../support/given.ts";
import { chat, create, fresh, hand, join, judged, rules, start, starting, tick } from "../support/lobby.ts";
import { ana, ben, cai } from "../support/quiz.ts";
import { toyMode } from "../support/toy-mode.ts";

const games = gamesOf([asAnyGame(quiz), toyMode]);
const lobby = lobbyOf(games);

const move = (player: PlayerId, made: Move, tier = 0): LobbyCommand => ({
  type: "move",
  person: { id: player, name: player, kind: "human" },
  move: made,
  judged: made.text === undefined ? undefined : judged(made.text, tier),
  past: nothingPast,
  rules,
  fresh: fresh(),
});

const word = (player: PlayerId, text: string, tier = 0) => move(player, { ask: "word", text }, tier);

const made = (settings: Partial<Settings> = {}) =>
  new Story(lobby, lobby.initial, start)
    .when(create({ mode: "toy", ...settings }))
    .when(join(ana))
    .when(join(ben));

const playing = (settings: Partial<Settings> = {}) => made(settings).when(starting(ana));

describe("lobby: moves of a mode", () => {
  it("[D5] takes what a player is asked for, and nothing else", () => {
    const story = playing();
    assert.deepEqual(
      asksOf(games, story.state, ana).map(({ id }) => id),
      ["word", "secret"],
    );
    story.rejects(move(ana, { ask: "other", text: "x" }), "no_such_ask");
    story.rejects(move(ana, { ask: "word", choice: 1 }), "malformed");
    story.rejects(word(ana, "much too long a word"), "malformed");
    story.rejects(word(cai, "x"), "not_a_player");
    made().rejects(word(ana, "x"), "no_game");
    story.when({ type: "pause", hand: hand(ana) }).rejects(word(ana, "x"), "wrong_phase");
    const written = story.when(word(ana, "apple"));
    assert.equal(view(games, written.state, start).players.get(ana)?.answered, true);
    assert.deepEqual([...view(games, written.state, start).game.more], [["written", "1"]]);
  });

  it("[D6] judges what others will read, and nothing else", () => {
    const story = playing();
    const struck = story.events(word(ana, "nasty", 2));
    assert.deepEqual(
      struck.map(({ type }) => type),
      ["struck"],
    );
    assert.equal(story.events(move(ana, { ask: "secret", text: "nasty" }, 2)).length, 1);
    story
      .when({ type: "mute", hand: hand(ana), player: ben, minutes: 1, reason: "", fresh: fresh() })
      .rejects(word(ben, "x"), "muted");
  });

  it("[D7] lets nobody chat by name while that would give something away", () => {
    const story = playing({ options: { loud: false } });
    story.rejects(chat(ana, "hello"), "hushed");
    story.at(start + 5000, tick).when(chat(ana, "hello"));
    playing().when(chat(ana, "hello"));
  });

  it("[D8] is ready at once where no questions are needed", () => {
    assert.equal(made().state.stage.status, "ready");
    assert.equal(playing().state.stage.status, "in-progress");
    const over = playing().at(start + 5000, tick);
    assert.equal(over.state.stage.status, "completed");
    assert.equal(over.when(starting(ana)).state.stage.status, "in-progress");
  });

  it("[D9] knows the options of a mode, and begins another with its own", () => {
    const story = made({ options: { loud: false } });
    const changed = (changes: Partial<Settings>): LobbyCommand => ({
      type: "settings",
      hand: hand(ana),
      changes,
      fresh: fresh(),
    });
    story.rejects(changed({ options: { loud: 1 } }), "no_such_option");
    story.rejects(changed({ options: { other: true } }), "no_such_option");
    story.rejects(changed({ options: { rounds: 4 } }), "no_such_option");
    story.rejects(starting(ana, { wish: { options: { other: true } } }), "no_such_option");
    story.rejects(starting(ana, { wish: { mode: "chess" } }), "not_available");
    assert.deepEqual(story.when(changed({ mode: "quiz" })).state.settings.options, {});
    assert.deepEqual(story.when(changed({ options: { rounds: 2 } })).state.settings.options, { rounds: 2 });
  });
});
