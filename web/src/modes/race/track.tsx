import { Avatar } from "../../lobby/avatar.tsx";
import { lobby, seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import { buzzShown, goalShown, stepsOf } from "./shown.ts";

const shownMost = 6;

/** How far everybody is on the way to the goal, best first. */
export const Track = () => {
  const { goal } = goalShown();
  const ranked = (lobby.value?.players ?? []).filter(({ rank }) => rank > 0);
  const shown = ranked.filter(({ id }, index) => index < shownMost || id === seat.value);
  const cells = Array.from({ length: goal }, (_, index) => index);
  return (
    <ol class="track-list" aria-label={say("modeRace:track")} data-testid="track">
      {shown.map((player) => (
        <li key={player.id} data-own={player.id === seat.value} data-buzz={buzzShown().player === player.id}>
          <Avatar id={player.id} name={player.name} />
          <bdi class="name">{player.name}</bdi>
          <span class="way" role="img" aria-label={say("modeRace:steps", { points: stepsOf(player), goal })}>
            {cells.map((cell) => (
              <span key={cell} class={cell < stepsOf(player) ? "done" : ""} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
};
