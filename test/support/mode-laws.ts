import * as fc from "fast-check";
import { type Decider, fold } from "../../src/core/decider.ts";
import { type AnyGameEvent, type AnyGameState, asAnyGame, type Game } from "../../src/core/game.ts";
import type { GameCommand, GameReason, GameSetup } from "../../src/core/game.ts";
import type { GameId, PlayerId } from "../../src/core/ids.ts";
import { Story } from "./given.ts";
import type { Laws } from "./laws/law.ts";
import { Play } from "./laws/play.ts";
import { most, type Script, scriptOf } from "./laws/script.ts";
import { asPlayer, questions } from "./quiz.ts";

export type { Laws } from "./laws/law.ts";

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

const dice = fc.nat(most.dice);
const sets = fc.array(dice, { minLength: most.set, maxLength: most.set });
const steps = fc.array(fc.tuple(fc.nat(most.wait), fc.nat(most.act), fc.nat(most.who), dice), {
  maxLength: most.steps,
});

/**
 * Holds a mode to the laws of all modes, in so many random games: the log rebuilds the state, deciding changes nothing,
 * nobody learns a secret before its time, points are what was earned, and ticks alone bring the end. A game that breaks
 * one is told as short as it gets.
 */
export const assertLaws = <State, Event>(game: Game<State, Event>, laws: Laws<State, Event>, runs = 10_000): void => {
  const seen = new Set<string>();
  const reached = (name: string): unknown => seen.add(name);
  const play = (script: Script): void =>
    new Play(asAnyGame(game), laws as unknown as Laws<AnyGameState, AnyGameEvent>, script, reached).run(script);
  for (let seed = 0; seed < runs; seed++) {
    const script = scriptOf(seed);
    try {
      play(script);
    } catch (error) {
      throw new Error(`${game.mode}, script ${seed}: ${shortest(play, script)}`, { cause: error });
    }
  }
  const missed = laws.reaches.filter((name) => !seen.has(name));
  if (missed.length > 0) throw new Error(`${game.mode}: nobody ever came to see ${missed.join(", ")}`);
};

/** What breaks the same mode with as little as possible. */
const shortest = (play: (script: Script) => void, { set, steps: all }: Script): string => {
  const property = fc.property(sets, steps, (one, some) => play({ set: one, steps: some }));
  const { counterexample, errorInstance } = fc.check(property, {
    examples: [[[...set], all.map((step) => [...step])]],
    numRuns: 1,
  });
  return `${String(errorInstance)}\n${JSON.stringify(counterexample)}`;
};
