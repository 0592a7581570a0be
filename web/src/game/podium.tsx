import { lazyPart } from "../conduct/lazy-part.tsx";
import { Avatar } from "../lobby/avatar.tsx";
import { StartForm } from "../lobby/start-form.tsx";
import { lobby, seat, self } from "../store.ts";
import { ordinal } from "./ordinal.ts";
import { Ranking } from "./ranking.tsx";
import { PlayerName } from "../lobby/player-name.tsx";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";

/** Fetched when the first game is over: until then nobody needs them. */
const MySummary = lazyPart(() => import("../results/my-summary.tsx").then(({ MySummary: part }) => part), "results");
const KeepPoints = lazyPart(() => import("../people/keep-points.tsx").then(({ KeepPoints: part }) => part), "people");

/** The end of a game: the best three, one's own answers, the next game, and everybody's place. */
export const Podium = () => {
  const { players = [], game } = lobby.value ?? {};
  const ranked = players.filter(({ rank }) => rank > 0);
  const own = self.value;
  return (
    <div class="podium-page">
      <h2>{say(game?.stopped === true ? "play:podium.stopped" : "play:podium.over")}</h2>
      {own !== undefined && own.rank > 0 && (
        <p class="lead">{say("play:podium.standing", { rank: own.rank, points: own.score })}</p>
      )}
      <ol class="podium" data-testid="podium">
        {ranked.slice(0, 3).map(({ id, name, rank, score }) => (
          <li key={id} class={`place-${rank}`}>
            <Avatar id={id} name={name} />
            <PlayerName id={id} name={name} />
            <span class="step">
              <span class="place">{ordinal(rank)}</span>
              <span>{inFigures(score)}</span>
            </span>
          </li>
        ))}
      </ol>
      {seat.value !== "" && <StartForm again={say("play:start.playAgain")} />}
      {game !== undefined && game.id !== "" && !game.stopped && <MySummary key={game.id} game={game.id} />}
      <Ranking />
      {own !== undefined && own.rank > 0 && <KeepPoints />}
    </div>
  );
};
