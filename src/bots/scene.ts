import type { SeenState } from "./lobby-feed.ts";
import type { Heard, Occasion, Scene } from "./talk.ts";

/** What a bot knows when it speaks: what its frames have shown, and nothing of the open question. */
export const sceneOf = (state: SeenState, me: string, chat: readonly Heard[], occasion: Occasion): Scene => {
  const { title, topic, prompt, game } = state;
  const players = [...state.players.values()];
  const isPlayed = game.phase !== "";
  return {
    occasion,
    chat: chat.slice(-20),
    lobby: { title, topic, prompt },
    game: {
      phase: game.phase,
      number: game.number,
      total: game.total,
      ranking: isPlayed
        ? players
            .filter(({ rank }) => rank > 0)
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ id, name, score }) => ({ name, score, isMe: id === me }))
        : [],
    },
    others: players.filter(({ id }) => id !== me).map(({ name }) => name),
  };
};
