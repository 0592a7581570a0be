import type { LobbyEvent } from "./events.ts";
import type { Evening, Lobby } from "./state.ts";

type EveningEvent = Extract<
  LobbyEvent,
  { readonly type: "evening_begun" | "evening_went_on" | "evening_scored" | "evening_ended" }
>;

/** Records what happened to the evening. */
export const evolveEvening = (lobby: Lobby, event: EveningEvent): Lobby => {
  if (event.type === "evening_begun") {
    const { id, seed, nonce, items, gapMs, led } = event;
    const evening: Evening = {
      id,
      seed,
      ...(nonce === undefined ? {} : { nonce }),
      items,
      gapMs,
      led,
      at: -1,
      game: "",
      nextAt: undefined,
      over: false,
      scores: new Map(),
    };
    return { ...lobby, evening };
  }
  const { evening } = lobby;
  if (evening === undefined) return lobby;
  switch (event.type) {
    case "evening_went_on":
      return { ...lobby, evening: { ...evening, at: event.index, game: event.game, nextAt: undefined } };
    case "evening_scored": {
      const scores = new Map(evening.scores);
      for (const { player, points } of event.points) scores.set(player, (scores.get(player) ?? 0) + points);
      const nextAt = event.nextAt ?? undefined;
      return { ...lobby, evening: { ...evening, scores, nextAt, over: nextAt === undefined } };
    }
    case "evening_ended":
      return { ...lobby, evening: { ...evening, nextAt: undefined, over: true } };
  }
};

/** Time in which nobody could play is given back before the next game, too. */
export const laterEvening = (lobby: Lobby, by: number): Lobby =>
  lobby.evening?.nextAt === undefined
    ? lobby
    : { ...lobby, evening: { ...lobby.evening, nextAt: lobby.evening.nextAt + by } };
