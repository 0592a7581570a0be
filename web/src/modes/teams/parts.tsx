import "../../style/mode-teams.css";
import { Timer } from "../../game/timer.tsx";
import { lobby, seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import type { ModeParts } from "../registry.ts";
import { Gathering, Sides } from "./gathering.tsx";
import { isFinal, ownTeam, teamsShown } from "./shown.ts";
import { TeamBoard } from "./team-board.tsx";
import { TeamTalk } from "./team-talk.tsx";

/** Whether who looks at the page answers for their side in the final. */
const isCaptain = (): boolean => {
  const own = ownTeam();
  const captain = teamsShown().find(({ team }) => team === own)?.captain ?? "";
  return captain !== "" && captain === seat.value;
};

const Beside = () => (
  <div class="teams">
    {isFinal() && lobby.value?.game.phase === "question" && ownTeam() !== "" && (
      <p class="lead" role="status">
        {say(isCaptain() ? "modeTeams:youAnswer" : "modeTeams:captainAnswers")}
      </p>
    )}
    <TeamBoard />
    <TeamTalk />
  </div>
);

const Screen = () => (
  <div class="board teams">
    <h2>{say("modeTeams:pick")}</h2>
    <Timer />
    <Sides />
  </div>
);

const ScreenBeside = () => (
  <div class="teams">
    <TeamBoard />
  </div>
);

/** What teams show of their own. */
export const teams: ModeParts = { Stage: Gathering, Beside, Screen, ScreenBeside };
