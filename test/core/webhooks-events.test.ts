import assert from "node:assert/strict";
import fc from "fast-check";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { type Lobby, playOf } from "../../src/lobby/state.ts";
import type { Quiz } from "../../src/games/quiz/state.ts";
import { type ToldEvent, webhookEventsOf, webhookTypes } from "../../src/webhooks/events.ts";
import { games, lobby } from "../support/lobby.ts";
import { playScript, type Script, scripts } from "../support/scripts.ts";

/** Does not compile when an event that is told of no longer has the fields that are told. */
const asTold = (event: Extract<LobbyEvent, { readonly type: ToldEvent["type"] }>): ToldEvent => event;

const tell = (event: LobbyEvent, before: Lobby, after: Lobby) => webhookEventsOf(event, { before, after, games });

/** Plays a script and calls back for each event, one by one. */
const eachEvent = (script: Script, heed: (event: LobbyEvent, before: Lobby, after: Lobby) => void): void => {
  let before = lobby.initial;
  for (const event of playScript(script).events) {
    const after = lobby.evolve(before, event);
    heed(event, before, after);
    before = after;
  }
};

/** The same lobby in which the questions not closed yet have other keys. */
const withOtherKeys = (state: Lobby): Lobby => {
  const play = playOf(state);
  if (play === undefined) return state;
  const quiz = play.state as unknown as Quiz;
  const questions = quiz.questions.map((question, index) =>
    index < quiz.closed.length
      ? question
      : { ...question, key: (question.key + 1) % question.choices.length, explanation: "another" },
  );
  const other = { ...quiz, questions } as unknown as typeof play.state;
  const stage = state.stage as typeof state.stage & { readonly status: "in-progress" };
  return { ...state, stage: { ...stage, play: { ...play, state: other } } };
};

describe("what webhooks are told of an event", () => {
  it("is one thing or nothing, plain JSON, and each type comes up in random games", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scripts, (script) => {
        eachEvent(script, (event, before, after) => {
          const told = tell(event, before, after);
          assert(told.length <= 1);
          assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
          for (const { type, payload } of told) {
            seen.add(type);
            assert.deepEqual(payload.lobby, { code: "ABCDE", title: after.settings.title, owner: after.ownerId });
          }
        });
      }),
      { numRuns: 500, seed: 5 },
    );
    assert.deepEqual([...seen].toSorted(), webhookTypes.toSorted());
  });

  it("is the same whatever the keys of the questions that are not closed", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        eachEvent(script, (event, before, after) => {
          assert.deepEqual(tell(event, withOtherKeys(before), withOtherKeys(after)), tell(event, before, after));
        });
      }),
      { numRuns: 300 },
    );
  });

  it("holds no chat, and of questions only what has been closed", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        eachEvent(script, (event, before, after) => {
          const told = tell(event, before, after);
          if (event.type === "chatted") assert.deepEqual(told, []);
          const text = JSON.stringify(told);
          const quiz = playOf(after)?.state as unknown as Quiz | undefined;
          for (const { prompt } of quiz?.questions.slice(quiz.closed.length) ?? []) assert(!text.includes(prompt));
        });
      }),
      { numRuns: 200 },
    );
  });

  it("tells of a failure, a mute, a ban as one thing, and a kick; not of who leaves by themselves", () => {
    const state = lobby.initial;
    const of = (event: Parameters<typeof asTold>[0], after: Lobby = state) =>
      webhookEventsOf(asTold(event), { before: state, after, games }).map(({ type, payload }) => ({
        ...payload,
        lobby: type,
      }));
    const game = "g1" as never;
    const player = "ben" as never;
    assert.deepEqual(of({ type: "build_failed", game, reason: "no_questions" }), [
      { lobby: "lobby.failed", game: "g1", reason: "no_questions" },
    ]);
    assert.deepEqual(of({ type: "muted", player, until: 5 }), [
      { lobby: "player.sanctioned", player: "ben", sanction: "mute", until: 5 },
    ]);
    assert.deepEqual(of({ type: "banned", player, until: 5, by: "ana" as never, reason: "spam" }), [
      { lobby: "player.sanctioned", player: "ben", sanction: "ban", until: 5, by: "ana", reason: "spam" },
    ]);
    const banned = {
      ...state,
      banned: new Map([[player, { until: 5, name: "", device: "", reason: "", at: 1, by: "" as const }]]),
    };
    assert.deepEqual(of({ type: "left", player, reason: "kicked", at: 1 }, banned), []);
    assert.deepEqual(of({ type: "left", player, reason: "kicked", at: 1 }), [
      { lobby: "player.sanctioned", player: "ben", sanction: "kick" },
    ]);
    assert.deepEqual(of({ type: "left", player, reason: "left", at: 1 }), []);
  });
});
