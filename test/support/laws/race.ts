import assert from "node:assert/strict";
import type { Race, RaceEvent } from "../../../src/games/race/state.ts";
import type { Laws } from "./law.ts";
import { otherKey } from "./quiz.ts";

export const raceLaws: Laws<Race, RaceEvent> = {
  reaches: ["countdown", "buzzing", "answering", "reveal", "scores", "podium", "buzz", "respond", "again"],
  landmarks: ({ phase }) => (phase.name === "answering" && phase.tries.length > 0 ? ["again"] : []),
  secrets: [
    {
      name: "the right answer",
      setup: otherKey,
      // A try tells whether it was right.
      isTold: ({ closed, current, phase }, _viewer, { number }) =>
        closed.length >= number ||
        (current === number - 1 && "tries" in phase && phase.tries.some(({ choice }) => choice !== null)),
    },
  ],
  holds: ({ phase, players }) => {
    if (phase.name === "answering") assert.equal(players.get(phase.player)?.presence, "here");
  },
};
