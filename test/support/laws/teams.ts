import type { Teams, TeamsEvent } from "../../../src/games/teams/state.ts";
import type { Laws } from "./law.ts";
import { othersOf } from "./moves.ts";
import { quizSecrets } from "./quiz.ts";

export const teamsLaws: Laws<Teams, TeamsEvent> = {
  reaches: ["gathering", "countdown", "question", "reveal", "scores", "podium", "side", "team_line", "final"],
  landmarks: ({ captains }) => (captains.size > 0 ? ["final"] : []),
  secrets: [
    ...quizSecrets<Teams>(({ quiz }) => quiz),
    {
      name: "what a side says",
      moves: othersOf("team_line"),
      isTold: ({ sideOf }, viewer, { keeper }) => viewer !== undefined && sideOf.get(viewer) === sideOf.get(keeper),
    },
  ],
  // On the podium everybody stands with the average of their side.
  mayLose: ({ quiz }) => quiz?.phase.name === "podium",
  endsWithMore: true,
};
