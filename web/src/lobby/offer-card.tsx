import { answerOffer } from "../actions.ts";
import { useServerNow } from "../clock.ts";
import { sourceName } from "../questions/sources.ts";
import { answeredOffer, lobby, seat } from "../store.ts";

/** What sets the offered game apart from what the lobby plays anyway; "" for nothing. */
const particulars = (offer: { readonly source: string; readonly count: number }, usual: string): string => {
  const source = offer.source === "pack" ? "a pack of questions" : sourceName(offer.source);
  const parts = [
    offer.count === 0 ? "" : `${offer.count} ${offer.count === 1 ? "question" : "questions"}`,
    offer.source === usual ? "" : source,
  ];
  return parts.filter((part) => part !== "").join(", ");
};

/** An invitation to play that is open now. */
export const OfferCard = () => {
  const { offer, players = [], source: usual = "" } = lobby.value ?? {};
  const isOpen = offer !== undefined && offer.id !== "";
  const now = useServerNow(1000, isOpen);
  if (!isOpen || offer.closesAt <= now) return null;
  const from = players.find(({ id }) => id === offer.player)?.name ?? "Somebody";
  const more = particulars(offer, usual);
  const asked = seat.value !== "" && offer.player !== seat.value && answeredOffer.value !== offer.id;
  return (
    <section class="offer" aria-labelledby="offer-title">
      <div class="grow">
        <h2 id="offer-title">
          {offer.player === seat.value ? "You suggest" : `${from} suggests`} a game
          {offer.topic ? ` about ${offer.topic}` : ""}
        </h2>
        <p class="muted">
          {more === "" ? "" : `${more}. `}
          {answeredOffer.value === offer.id ? "You have answered. " : ""}
          Open for {Math.ceil((offer.closesAt - now) / 1000)} s
        </p>
      </div>
      {asked && (
        <div class="actions">
          <button class="primary" onClick={() => void answerOffer(offer.id, true)}>
            Join
          </button>
          <button onClick={() => void answerOffer(offer.id, false)}>No</button>
        </div>
      )}
    </section>
  );
};
