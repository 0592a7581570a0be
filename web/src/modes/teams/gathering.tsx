import { Timer } from "../../game/timer.tsx";
import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { asksFor, useMove, type Ask } from "../asks.tsx";
import { ownTeam, teamMark, teamName, teamsShown } from "./shown.ts";

/** Everybody picks a side. */
export const Gathering = () => {
  const [ask] = asksFor("side");
  return (
    <div class="question">
      <h2>{say("modeTeams:pick")}</h2>
      <Timer />
      {ask === undefined ? <Sides /> : <Pick ask={ask} />}
    </div>
  );
};

const membersOf = (team: string): string => {
  const names = (lobby.value?.players ?? []).filter((player) => player.team === team).map(({ name }) => name);
  return names.length === 0 ? say("modeTeams:nobody") : names.join(", ");
};

const Pick = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  return (
    <>
      <div class="team-picks" role="group" aria-label={say("modeTeams:pick")}>
        {(ask.choices ?? []).map((team, index) => (
          <button
            key={team}
            class={`team mark-${teamMark(team)}`}
            aria-pressed={team === ownTeam()}
            disabled={busy}
            onClick={() => void act({ choice: index })}
          >
            <strong>{teamName(team)}</strong>
            <span class="muted">{membersOf(team)}</span>
          </button>
        ))}
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </>
  );
};

/** For who only watches. */
export const Sides = () => (
  <ul class="team-picks">
    {teamsShown().map(({ team }) => (
      <li key={team} class={`team mark-${teamMark(team)}`}>
        <strong>{teamName(team)}</strong>
        <span class="muted">{membersOf(team)}</span>
      </li>
    ))}
  </ul>
);
