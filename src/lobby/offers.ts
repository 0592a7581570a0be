import { refuse } from "../core/decider.ts";
import type { PlayerId } from "../core/ids.ts";
import type { Fresh, Wish } from "./commands.ts";
import { Draft, type Verdict } from "./draft.ts";
import type { Games } from "./evolve.ts";
import { optionsOf, order, sourceOf } from "./making.ts";
import { isConnected, type Lobby, type Offer, people, times } from "./state.ts";

/** Somebody who may not start a game asks the others whether they would play. */
export const suggest = (
  games: Games,
  lobby: Lobby,
  { player, wish, fresh }: { readonly player: PlayerId; readonly wish: Wish; readonly fresh: Fresh },
  now: number,
): Verdict => {
  if (!lobby.members.has(player)) return refuse("not_a_player");
  if (lobby.stage.status === "in-progress") return refuse("wrong_phase");
  if (lobby.stage.status === "building") return refuse("building");
  if (lobby.offer !== undefined) return refuse("busy");
  const draft = new Draft(games, lobby);
  const mode = wish.mode ?? lobby.settings.mode;
  if (!draft.knows(mode)) return refuse("not_available");
  const options = optionsOf(wish, lobby.settings);
  if (!draft.allows(mode, options)) return refuse("no_such_option");
  draft.add({
    type: "offered",
    id: fresh.id,
    player,
    mode,
    topic: wish.topic ?? lobby.settings.topic,
    ...sourceOf(wish, lobby.settings),
    ...(wish.count === undefined ? {} : { count: wish.count }),
    ...(wish.seconds === undefined ? {} : { seconds: wish.seconds }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    closesAt: now + times.offer,
    seed: fresh.seed,
    ...(fresh.nonce === undefined ? {} : { nonce: fresh.nonce }),
  });
  return draft.accepted({ offer: fresh.id });
};

/** A yes or no to the open offer; `id` may be left out, as `/yes` does. */
export const answerOffer = (
  games: Games,
  lobby: Lobby,
  { player, id, accept }: { readonly player: PlayerId; readonly id: string | undefined; readonly accept: boolean },
  now: number,
): Verdict => {
  if (!lobby.members.has(player)) return refuse("not_a_player");
  const { offer } = lobby;
  if (offer === undefined || (id !== undefined && id !== offer.id)) return refuse("no_such_offer");
  const draft = new Draft(games, lobby);
  draft.add({ type: "offer_answered", id: offer.id, player, accept });
  const answered = draft.lobby.offer as Offer;
  if (isMet(draft.lobby, answered)) {
    draft.add({ type: "offer_closed", id: offer.id, outcome: "met" });
    // Its id is that of the game; its other fields are those of a wish.
    order(draft, offer, offer, true, now);
  } else if (isLost(draft.lobby, answered)) {
    draft.add({ type: "offer_closed", id: offer.id, outcome: "withdrawn" });
  }
  return draft.accepted();
};

const isMet = (lobby: Lobby, offer: Offer): boolean => {
  switch (lobby.settings.startRule) {
    case "owner":
      return lobby.ownerId !== "" && offer.accepted.has(lobby.ownerId);
    case "anyone":
      return [...offer.accepted].some((player) => player !== offer.player);
    case "majority":
      return voters(lobby).filter((player) => offer.accepted.has(player)).length * 2 > voters(lobby).length;
  }
};

const isLost = (lobby: Lobby, offer: Offer): boolean =>
  offer.declined.has(offer.player) ||
  (lobby.settings.startRule === "owner" && lobby.ownerId !== "" && offer.declined.has(lobby.ownerId)) ||
  voters(lobby).every((player) => offer.declined.has(player) || player === offer.player);

const voters = (lobby: Lobby): readonly PlayerId[] =>
  people(lobby)
    .filter(isConnected)
    .map(({ id }) => id);
