import { cards, dropCards, lobby } from "../store.ts";
import { say } from "../text/say.ts";
import { noticeWords } from "../notice-words.ts";

/** Words from the server that nobody should miss, until they are put away. */
export const Cards = () => {
  const phase = lobby.value?.game.phase;
  // Nothing may move under a thumb that is about to answer, or to report: they wait for the scores.
  const shown = phase === "question" || phase === "reveal" ? [] : cards.value;
  return (
    <div role="status" data-testid="cards">
      {shown.map(({ id, ...notice }) => (
        <p key={id} class="word">
          <span class="grow">{noticeWords(notice)}</span>
          <button
            class="quiet"
            aria-label={say("play:card.putAway")}
            onClick={() => dropCards((card) => card.id === id)}
          >
            ✕
          </button>
        </p>
      ))}
    </div>
  );
};
