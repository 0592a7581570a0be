import { ordinal } from "../game/ordinal.ts";
import { Avatar } from "../lobby/avatar.tsx";
import { lobby } from "../store.ts";
import { inFigures } from "../text/figures.ts";
import { say } from "../text/say.ts";

const listedMost = 8;
const pieces = Array.from({ length: 28 }, (_, index) => index);

/** The end of a game: the best three on their steps, third first, and who came after them. */
export const Winners = () => {
  const { game, players = [] } = lobby.value ?? {};
  const ranked = players.filter(({ rank }) => rank > 0);
  const after = ranked.slice(3, listedMost);
  return (
    <div class={after.length > 0 ? "winners and-others" : "winners"}>
      {game?.stopped !== true && ranked.length > 0 && <Confetti />}
      <h2>{game?.stopped === true ? say("play:podium.stopped") : say("screen:winners.title")}</h2>
      <ol class="steps" data-testid="podium">
        {ranked.slice(0, 3).map(({ id, name, rank, score, kind }) => (
          <li key={id} class={`step-${rank}`}>
            <Avatar id={id} name={name} />
            <strong class="name">{name}</strong>
            {kind === "bot" && <span class="badge">{say("screen:word.bot")}</span>}
            <span class="step">
              <span class="place">{ordinal(rank)}</span>
              <span>{inFigures(score)}</span>
            </span>
          </li>
        ))}
      </ol>
      {after.length > 0 && (
        <ol class="others" start={4} aria-label={say("screen:winners.others")}>
          {after.map(({ id, name, rank, score }) => (
            <li key={id}>
              <span class="place">{ordinal(rank)}</span>
              <span class="name">{name}</span>
              <span class="figure">{inFigures(score)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
};

/** Falls once. Who wants no motion sees none of it. */
const Confetti = () => (
  <div class="confetti" aria-hidden="true">
    {pieces.map((index) => (
      <span
        key={index}
        class={`mark-${index % 6}`}
        style={{ insetInlineStart: `${(index * 37) % 100}%`, animationDelay: `${1.6 + ((index * 13) % 20) / 10}s` }}
      />
    ))}
  </div>
);
