import { thingOf } from "../../../src/games/higher-or-lower/facts.ts";
import type { HigherOrLower, HigherOrLowerEvent } from "../../../src/games/higher-or-lower/state.ts";
import type { Laws } from "./law.ts";
import { othersOf } from "./moves.ts";

export const higherOrLowerLaws: Laws<HigherOrLower, HigherOrLowerEvent> = {
  reaches: ["countdown", "guessing", "shown", "scores", "podium", "guess"],
  secrets: [
    {
      name: "what somebody has guessed",
      moves: (command, state, { number }) => (state.number === number ? othersOf("guess")(command) : []),
      isTold: ({ number: now, phase }, _viewer, { number }) =>
        now > number || (now === number && phase.name !== "guessing"),
    },
  ],
  unsaid: ({ phase, rounds, number }) => {
    const pair = rounds[number - 1];
    if (phase.name !== "guessing" || pair === undefined) return [];
    const { value } = thingOf(pair.asked).thing;
    return [`"value":${value},`, `"value":${value}}`];
  },
  brought: (event) => (event.type === "shown" ? event.outcomes.map(({ player, points }) => [player, points]) : []),
};
