import { cards, dropCards, lobby } from "../store.ts";

/** Words from the server that nobody should miss, until they are put away. */
export const Cards = () => {
  const phase = lobby.value?.game.phase;
  // Nothing may move under a thumb that is about to answer, or to report: they wait for the scores.
  const shown = phase === "question" || phase === "reveal" ? [] : cards.value;
  return (
    <div role="status" data-testid="cards">
      {shown.map(({ id, text }) => (
        <p key={id} class="word">
          <span class="grow">{text}</span>
          <button class="quiet" aria-label="Put away" onClick={() => dropCards((card) => card.id === id)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  );
};
