import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "../../src/core/decider.ts";
import type { LobbyEvent } from "../../src/lobby/events.ts";
import { toPlain } from "../../src/journal/plain.ts";
import { notices } from "../../src/lobby/notices.ts";
import { playOf } from "../../src/lobby/state.ts";
import { view } from "../../src/lobby/view.ts";
import { quiz } from "../../src/games/quiz/index.ts";
import type { Quiz } from "../../src/games/quiz/state.ts";
import { games, lobby } from "../support/lobby.ts";
import { playScript, scripts } from "../support/scripts.ts";

const runs = { numRuns: 400 };
const quizOf = (state: Parameters<typeof playOf>[0]): Quiz | undefined =>
  playOf(state)?.state as unknown as Quiz | undefined;

describe("properties of random games", () => {
  it("reach every status and phase, so that what follows is not about nothing", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scripts, (script) => {
        playScript(script, ({ after }) => {
          seen.add(after.stage.status);
          seen.add(quizOf(after)?.phase.name ?? "");
        });
      }),
      { ...runs, seed: 1 },
    );
    for (const name of [
      "building",
      "ready",
      "in-progress",
      "completed",
      "failed",
      "countdown",
      "question",
      "reveal",
      "scores",
      "podium",
    ]) {
      assert(seen.has(name), `never saw ${name}`);
    }
  });

  it("the log, through JSON, rebuilds the state", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { state, events } = playScript(script);
        const log = JSON.parse(JSON.stringify(events)) as LobbyEvent[];
        const replayed = fold(lobby.evolve, lobby.initial, log);
        assert.deepStrictEqual(replayed, state);
        assert.equal(JSON.stringify(toPlain(replayed)), JSON.stringify(toPlain(state)), "byte for byte");
      }),
      { numRuns: 1000 },
    );
  });

  it("a refusal changes nothing, and a tick settles what was due", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        playScript(script, ({ before, after, command, decision, now }) => {
          if (!decision.ok) assert.equal(after, before);
          if (command.type !== "tick") return;
          const due = lobby.nextDeadline(after);
          assert(due === undefined || due > now, `still due: ${due} at ${now}`);
        });
      }),
      runs,
    );
  });

  it("points are never lost, and never change while a question is open", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        playScript(script, ({ before, after }) => {
          const was = quizOf(before);
          const is = quizOf(after);
          if (was === undefined || is === undefined || playOf(before)?.id !== playOf(after)?.id) return;
          for (const [player, { score }] of was.players) {
            assert((is.players.get(player)?.score ?? -1) >= score, `${player} lost points`);
            if (was.phase.name === "question" && is.phase.name === "question" && was.current === is.current) {
              assert.equal(is.players.get(player)?.score, score);
            }
          }
        });
      }),
      runs,
    );
  });

  it("an open question looks the same whatever its right answer", () => {
    fc.assert(
      fc.property(scripts, fc.integer({ min: 1, max: 3 }), (script, shift) => {
        playScript(script, ({ after, decision, now }) => {
          const state = quizOf(after);
          const play = playOf(after);
          if (state === undefined || play === undefined || state.phase.name === "reveal") return;
          const other: Quiz = {
            ...state,
            questions: state.questions.map((question, index) =>
              index < state.current || (index === state.current && state.phase.name !== "question")
                ? question
                : { ...question, key: (question.key + shift) % question.choices.length, explanation: "something else" },
            ),
          };
          const swapped: typeof after = {
            ...after,
            stage: {
              ...(after.stage as typeof after.stage & { readonly status: "in-progress" }),
              play: { ...play, state: other as unknown as typeof play.state },
            },
          };
          assert.deepEqual(view(games, swapped, now), view(games, after, now));
          for (const player of after.members.keys()) {
            assert.deepEqual(quiz.viewFor(other, player), quiz.viewFor(state, player));
          }
          if (!decision.ok) return;
          for (const event of decision.events) {
            if (event.type === "in_game" && (event.event as unknown as { type: string }).type === "closed") continue;
            assert.deepEqual(notices(games, swapped, event), notices(games, after, event));
          }
        });
      }),
      runs,
    );
  });

  it("there is never more than one seat an identity, nor more seats than allowed", () => {
    fc.assert(
      fc.property(scripts, (script) => {
        playScript(script, ({ after }) => {
          const people = [...after.members.values()].filter(({ kind }) => kind === "human").length;
          assert(after.members.size <= Math.max(after.settings.maxPlayers, people));
          for (const [id, member] of after.members) assert.equal(member.id, id);
        });
      }),
      runs,
    );
  });
});
