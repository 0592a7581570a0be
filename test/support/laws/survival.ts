import assert from "node:assert/strict";
import type { Survival, SurvivalEvent } from "../../../src/games/survival/state.ts";
import type { Laws } from "./law.ts";
import { quizSecrets } from "./quiz.ts";

export const survivalLaws: Laws<Survival, SurvivalEvent> = {
  reaches: ["countdown", "question", "reveal", "scores", "podium", "ghost", "draw", "returned", "won"],
  landmarks: ({ lives, toll, won }) => [
    ...([...lives.values()].some((life) => life.lives === 0) ? ["ghost"] : []),
    ...([...lives.values()].some(({ returned }) => returned) ? ["returned"] : []),
    ...(toll?.draw === true ? ["draw"] : []),
    ...(won ? ["won"] : []),
  ],
  secrets: quizSecrets(({ quiz }) => quiz),
  endsWithMore: true,
  holds: ({ lives, rules }) => {
    for (const { lives: left, run } of lives.values())
      assert(left >= 0 && left <= rules.lives && run <= rules.comeback, `${left} lives, ${run} in a row`);
  },
};
