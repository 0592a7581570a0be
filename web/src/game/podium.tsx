import { Avatar } from "../lobby/avatar.tsx";
import { StartForm } from "../lobby/start-form.tsx";
import { lobby, seat, self } from "../store.ts";
import { ordinal } from "./ordinal.ts";
import { Ranking } from "./ranking.tsx";

/** The end of a game: the best three, everybody's place, and the next game. */
export const Podium = () => {
  const ranked = (lobby.value?.players ?? []).filter(({ rank }) => rank > 0);
  const own = self.value;
  return (
    <div class="podium-page">
      <h2>{lobby.value?.game.stopped === true ? "The game was stopped" : "Game over"}</h2>
      {own !== undefined && own.rank > 0 && (
        <p class="lead">
          You are {ordinal(own.rank)} with {own.score.toLocaleString("en")} points.
        </p>
      )}
      <ol class="podium" data-testid="podium">
        {ranked.slice(0, 3).map(({ id, name, rank, score }) => (
          <li key={id} class={`place-${rank}`}>
            <Avatar id={id} name={name} />
            <strong class="name">{name}</strong>
            <span class="step">
              <span class="place">{ordinal(rank)}</span>
              <span>{score.toLocaleString("en")}</span>
            </span>
          </li>
        ))}
      </ol>
      {seat.value !== "" && <StartForm again="Play again" />}
      <Ranking />
    </div>
  );
};
