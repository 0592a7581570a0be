import { lobby } from "../../store.ts";
import { say } from "../../text/say.ts";
import { type Ask, useMove } from "../asks.tsx";
import { ballot, chosen, own } from "./round.ts";

/** What is voted on, in words. */
export const voteWords = (): string => say(ballot()?.best === true ? "modeStory:vote.best" : "modeStory:vote.next");

/** What can be voted for; one's own can not. */
export const Choose = ({ ask }: { readonly ask: Ask }) => {
  const { fault, busy, act } = useMove(ask);
  const { mine = [] } = own();
  return (
    <fieldset class="story-ballot" disabled={busy || lobby.value?.game.paused} data-testid="story-ballot">
      <legend class="for-ears">{voteWords()}</legend>
      {(ask.choices ?? []).map((text, index) => (
        <button
          key={`${index} ${text}`}
          class="story-choice"
          disabled={mine.includes(index)}
          onClick={() => void act({ choice: index })}
        >
          <span dir="auto">{text === "" ? say("modeStory:erased") : text}</span>
          {mine.includes(index) && <span class="badge">{say("modeStory:vote.own")}</span>}
        </button>
      ))}
      <p class="fault" role="alert">
        {fault}
      </p>
    </fieldset>
  );
};

/** What was voted for, best first. */
export const Chosen = () => (
  <ol class="story-results" data-testid="story-results">
    {chosen()
      .toSorted((one, other) => other.votes - one.votes)
      .map(({ player, name, text, votes, points }, index) => (
        <li key={`${index} ${player}`} class={index === 0 ? "best" : ""}>
          <span dir="auto">{text === "" ? say("modeStory:erased") : text}</span>
          <span class="muted">
            <bdi>{name}</bdi> · {say("modeStory:vote.got", { votes, points })}
          </span>
        </li>
      ))}
  </ol>
);
