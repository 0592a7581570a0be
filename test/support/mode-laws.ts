import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Decider, fold } from "../../src/core/decider.ts";
import type { Game, GameCommand, GameReason, GameSetup } from "../../src/core/game.ts";
import type { GameId, PlayerId } from "../../src/core/ids.ts";
import { toPlain } from "../../src/journal/plain.ts";
import { Story } from "./given.ts";
import { asPlayer, questions } from "./quiz.ts";

export const crew = ["ana", "ben", "cai", "dan", "eva", "fay"] as unknown as readonly PlayerId[];
export const tick: GameCommand = { type: "tick" };
export const skip: GameCommand = { type: "skip" };

const setupOf = (changes: Partial<GameSetup>): GameSetup => ({
  id: "game" as GameId,
  questions: questions(8),
  more: 0,
  count: 8,
  seconds: 10,
  players: crew.slice(0, 3).map((id) => asPlayer(id)),
  options: {},
  seed: "seed",
  timings: { countdown: 3000, reveal: 5000, scores: 4000 },
  ...changes,
});

/** A game of any mode as a story of its own, from its start on. */
export const givenGame = <State, Event>(game: Game<State, Event>, changes: Partial<GameSetup> = {}) => {
  const [first, ...rest] = game.start(setupOf(changes));
  const initial = fold<State, Event>(game.evolve, game.evolve(undefined, first as Event), rest);
  const decider: Decider<State, GameCommand, Event, GameReason> = { ...game, initial };
  return new Story(decider, initial, 0);
};

/** Commands are made from the state, as ids are only known then. */
export type Act<State> = (state: State) => GameCommand;

/** What can happen in every mode. */
export const lobbyActs = (known: readonly PlayerId[] = crew): fc.Arbitrary<Act<unknown>> => {
  const player = fc.constantFrom(...known);
  const extra = questions(12);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.constant(tick) },
      { weight: 2, arbitrary: fc.constant(skip) },
      { weight: 1, arbitrary: fc.constant<GameCommand>({ type: "stop" }) },
      { weight: 2, arbitrary: player.map((id): GameCommand => ({ type: "enter", player: id, name: id, bot: false })) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(player, fc.boolean())
          .map(([id, gone]): GameCommand => ({ type: "depart", player: id, gone })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(null, 0, 1, 7))
          .map(([nth, key]): GameCommand => ({ type: "correct", question: `q${nth}`, key })),
      },
      {
        weight: 1,
        arbitrary: fc.boolean().map((last): GameCommand => ({ type: "extend", questions: extra.slice(8), last })),
      },
    )
    .map((command) => () => command);
};

type Moment<State> = { readonly before: State; readonly after: State; readonly command: GameCommand };

/** What holds in every mode, whatever is done: see `docs/write-a-mode.md`. */
export const assertLaws = <State, Event>(
  game: Game<State, Event>,
  acts: fc.Arbitrary<Act<State>>,
  changes: fc.Arbitrary<Partial<GameSetup>>,
  look: (moment: Moment<State>) => void = () => {},
  runs = 300,
): void => {
  const script = fc.array(fc.tuple(fc.nat(6000), acts), { maxLength: 60 });
  fc.assert(
    fc.property(changes, script, (given, steps) => {
      let { state } = givenGame(game, given);
      const [first, ...rest] = game.start(setupOf(given));
      const log: Event[] = [first as Event, ...rest];
      let now = 0;
      const run = (command: GameCommand): void => {
        const was = JSON.stringify(toPlain(state));
        const decision = game.decide(state, command, now);
        assert.equal(JSON.stringify(toPlain(state)), was, "deciding changes nothing");
        if (!decision.ok) return;
        const before = state;
        for (const event of decision.events) {
          state = game.evolve(state, event);
          JSON.stringify(game.notices(event, state));
          log.push(event);
        }
        look({ before, after: state, command });
      };
      for (const [wait, act] of steps) {
        now += wait;
        run(act(state));
      }
      const replayed = (JSON.parse(JSON.stringify(log)) as Event[]).reduce<State | undefined>(game.evolve, undefined);
      assert.deepStrictEqual(toPlain(replayed), toPlain(state), "the log rebuilds the state");
      for (let due = game.nextDeadline(state), turns = 0; due !== undefined; due = game.nextDeadline(state)) {
        assert((turns += 1) < 1000, "never ends");
        now = Math.max(now, due);
        run(tick);
      }
      // What is still to come from outside may never come: then the game waits for it.
      assert.equal(game.view(state).phase, "podium");
      assert(game.result(state) !== undefined);
    }),
    { numRuns: runs },
  );
};
