import assert from "node:assert/strict";
import { accept } from "../../src/core/decider.ts";
import type { Game, GameView } from "../../src/core/game.ts";
import type { PlayerId } from "../../src/core/ids.ts";
import { higherOrLower } from "../../src/games/higher-or-lower/index.ts";
import { thingOf } from "../../src/games/higher-or-lower/facts.ts";
import type { HigherOrLower, HigherOrLowerEvent, Standing } from "../../src/games/higher-or-lower/state.ts";
import { higherOrLowerLaws } from "../support/laws/higher-or-lower.ts";
import { assertLaws } from "../support/mode-laws.ts";

type Mode = Game<HigherOrLower, HigherOrLowerEvent>;
const good = higherOrLower;

const shown = (more: (state: HigherOrLower) => Readonly<Record<string, unknown>>): Partial<Mode> => ({
  view: (state): GameView => {
    const view = good.view(state);
    return { ...view, more: { ...view.more, ...more(state) } };
  },
});

const guesses = ({ phase }: HigherOrLower) => (phase.name === "guessing" ? [...phase.guesses.values()] : []);
const directions = (state: HigherOrLower) => guesses(state).map(({ direction }) => direction);
const dueTogether = ({ phase }: HigherOrLower): number | undefined =>
  phase.name === "podium" ? undefined : phase.endsAt;
const richer = (player: PlayerId, standing: Standing, by: number) =>
  [player, { ...standing, score: standing.score + by }] as const;

let count = 0;

/** A mode that breaks one law, and what is said of it. */
const broken: Readonly<Record<string, readonly [Partial<Mode>, RegExp]>> = {
  "shows what others have guessed": [shown((state) => ({ guessed: directions(state) })), /guessed shows by the view/],
  "shows the number that is asked for": [
    shown(({ rounds, number }) => ({ hint: rounds[number - 1] && thingOf(rounds[number - 1]?.asked ?? "").thing })),
    /is told/,
  ],
  "tells others alone what somebody has guessed": [
    { own: (state, player) => [good.own?.(state, player), directions(state)] },
    /guessed shows by what .* is told/,
  ],
  "sends what somebody has guessed": [
    {
      notices: (event) =>
        event.type === "guessed" ? [{ player: "all", type: "hm", payload: { of: event.guess.direction } }] : [],
    },
    /guessed shows by notices/,
  ],
  "takes longer for one guess than for another": [
    { nextDeadline: (state) => (directions(state).includes(1) ? (dueTogether(state) ?? 0) - 1 : dueTogether(state)) },
    /guessed shows by when something is due|leaves .* due/,
  ],
  "changes its state while it decides": [
    {
      decide: (state, command, now) => {
        if (command.type === "skip" && state.phase.name === "guessing")
          (state.phase.guesses as Map<PlayerId, unknown>).clear();
        return good.decide(state, command, now);
      },
    },
    /what is past may not change|another state/,
  ],
  "remembers what its log doesn't hold": [
    { evolve: (state, event) => ({ ...good.evolve(state, event), limit: (count += 1) }) },
    /another state/,
  ],
  "takes points away": [
    {
      evolve: (state, event) => {
        const next = good.evolve(state, event);
        if (event.type !== "scored") return next;
        return { ...next, players: new Map([...next.players].map(([id, one]) => richer(id, one, -1))) };
      },
    },
    /lost points/,
  ],
  "gives points of which nothing is recorded": [
    {
      evolve: (state, event) => {
        const next = good.evolve(state, event);
        if (event.type !== "entered") return next;
        return { ...next, players: new Map([...next.players].map(([id, one]) => richer(id, one, 5))) };
      },
    },
    /were brought|final sum|not what is shown/,
  ],
  "waits for somebody for ever": [
    { nextDeadline: (state) => (state.phase.name === "shown" ? undefined : dueTogether(state)) },
    /nothing is due, and it is not over/,
  ],
  "leaves what is due undone": [
    {
      decide: (state, command, now) =>
        command.type === "tick" && state.phase.name === "shown" ? accept([]) : good.decide(state, command, now),
    },
    /leaves .* due/,
  ],
  "shows what JSON has not": [shown(() => ({ when: new Date(0) })), /no plain JSON/],
  "shows without bounds": [shown(() => ({ much: "x".repeat(30_000) })), /signs are shown/],
  "throws at what may happen": [
    {
      decide: (state, command, now) => {
        if (command.type === "correct") throw new Error("nobody thought of that");
        return good.decide(state, command, now);
      },
    },
    /nobody thought of that/,
  ],
  "asks when it is over": [
    {
      asks: (state, player) =>
        state.phase.name === "podium"
          ? [{ id: "more", what: "press", purpose: "more", prompt: "" }]
          : (good.asks?.(state, player) ?? []),
    },
    /after the end/,
  ],
  "never asks anybody": [{ asks: () => [] }, /nobody ever came to see guess/],
};

describe("the laws of all modes", () => {
  for (const [name, [fault, expected]] of Object.entries(broken)) {
    it(`find a mode that ${name}`, () =>
      assert.throws(() => assertLaws({ ...good, ...fault }, higherOrLowerLaws, 400), expected));
  }

  it("tell of a broken one with as little as breaks it", () => {
    const [fault] = broken["shows what others have guessed"] ?? [];
    let told = "";
    try {
      assertLaws({ ...good, ...fault }, higherOrLowerLaws, 400);
    } catch (error) {
      told = (error as Error).message;
    }
    const [, , steps] = /^(.*)\n\[\[.*?\],(\[.*\])\]$/s.exec(told) ?? [];
    // The guessing begins, and somebody guesses: nothing much beside it.
    assert((JSON.parse(steps ?? "[0,0,0,0,0,0]") as readonly unknown[]).length < 6, told);
  });
});
