import { answerOffer } from "../actions.ts";
import { useServerNow } from "../clock.ts";
import { sourceName } from "../questions/sources.ts";
import { answeredOffer, lobby, seat } from "../store.ts";
import { inList } from "../text/figures.ts";
import { say } from "../text/say.ts";

/** What sets the offered game apart from what the lobby plays anyway; "" for nothing. */
const particulars = (offer: { readonly source: string; readonly count: number }, usual: string): string => {
  const source = offer.source === "pack" ? say("play:offer.pack") : sourceName(offer.source);
  const found = [
    offer.count === 0 ? "" : say("play:offer.count", { count: offer.count }),
    offer.source === usual ? "" : source,
  ];
  return inList(
    found.filter((part) => part !== ""),
    { type: "unit" },
  );
};

const headingFor = (from: string | undefined, topic: string): string => {
  if (from === undefined) return topic === "" ? say("play:offer.mine") : say("play:offer.mineAbout", { topic });
  return topic === "" ? say("play:offer.theirs", { name: from }) : say("play:offer.theirsAbout", { name: from, topic });
};

/** An invitation to play that is open now. */
export const OfferCard = () => {
  const { offer, players = [], source: usual = "" } = lobby.value ?? {};
  const isOpen = offer !== undefined && offer.id !== "";
  const now = useServerNow(1000, isOpen);
  if (!isOpen || offer.closesAt <= now) return null;
  const from = players.find(({ id }) => id === offer.player)?.name ?? say("play:offer.somebody");
  const more = particulars(offer, usual);
  const asked = seat.value !== "" && offer.player !== seat.value && answeredOffer.value !== offer.id;
  return (
    <section class="offer" aria-labelledby="offer-title">
      <div class="grow">
        <h2 id="offer-title">{headingFor(offer.player === seat.value ? undefined : from, offer.topic)}</h2>
        <p class="muted">
          {more === "" ? "" : `${say("play:offer.more", { more })} `}
          {answeredOffer.value === offer.id ? `${say("play:offer.answered")} ` : ""}
          {say("play:offer.open", { seconds: Math.ceil((offer.closesAt - now) / 1000) })}
        </p>
      </div>
      {asked && (
        <div class="actions">
          <button class="primary" onClick={() => void answerOffer(offer.id, true)}>
            {say("play:offer.join")}
          </button>
          <button onClick={() => void answerOffer(offer.id, false)}>{say("play:offer.no")}</button>
        </div>
      )}
    </section>
  );
};
