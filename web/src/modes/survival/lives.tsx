import { Avatar } from "../../lobby/avatar.tsx";
import { lobby, seat } from "../../store.ts";
import { say } from "../../text/say.ts";
import { livesOf, survivalShown } from "./shown.ts";

type HeartsProps = { readonly lives: number; readonly of: number };

/** Lives as hearts, those that are lost hollow. */
export const Hearts = ({ lives, of }: HeartsProps) => (
  <span class="hearts" role="img" aria-label={say("modeSurvival:lives", { count: lives })}>
    <span aria-hidden="true">{"♥".repeat(lives)}</span>
    <span class="gone" aria-hidden="true">
      {"♡".repeat(Math.max(0, of - lives))}
    </span>
  </span>
);

/** Everybody with their lives, who is left first. */
export const LivesBoard = ({ most }: { readonly most: number }) => {
  const { lives = 0, left = 0 } = survivalShown() ?? {};
  const players = (lobby.value?.players ?? []).filter(({ rank }) => rank > 0);
  const shown = players.toSorted((one, other) => livesOf(other.id) - livesOf(one.id)).slice(0, most);
  return (
    <section class="survivors" aria-label={say("modeSurvival:board")}>
      <p class="muted" data-testid="left">
        {say("modeSurvival:left", { count: left })}
      </p>
      <ul>
        {shown.map(({ id, name }) => (
          <li key={id} class={livesOf(id) === 0 ? "survivor ghost" : "survivor"} data-own={id === seat.value}>
            <Avatar id={id} name={name} />
            <bdi class="name">{name}</bdi>
            {livesOf(id) > 0 ? <Hearts lives={livesOf(id)} of={lives} /> : <span>{say("modeSurvival:ghost")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};
