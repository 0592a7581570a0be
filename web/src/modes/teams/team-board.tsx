import { inFigures } from "../../text/figures.ts";
import { say } from "../../text/say.ts";
import { nameOf } from "../view.ts";
import { isFinal, ownTeam, teamMark, teamName, teamsShown } from "./shown.ts";

/** How the sides stand, best first. */
export const TeamBoard = () => (
  <ol class="team-board" aria-label={say("modeTeams:board")} data-testid="team-board">
    {teamsShown().map(({ team, score, rank, members, captain }) => (
      <li key={team} class={`team mark-${teamMark(team)}`} data-own={team === ownTeam()}>
        <span class="team-rank">{rank}</span>
        <strong>{teamName(team)}</strong>
        <span class="muted">
          {isFinal() && captain !== ""
            ? say("modeTeams:captain", { name: nameOf(captain) })
            : say("modeTeams:members", { count: members })}
        </span>
        <strong class="team-score">{inFigures(score)}</strong>
      </li>
    ))}
  </ol>
);
