import type { Proof } from "../core/fairness.ts";
import type { AnyGame, AnyGameEvent, AnyGameState } from "../core/game.ts";
import type { FinishedGame, GameLine } from "./standings.ts";

/** The events of a lobby that games are made of, as `lobby/events.ts` has them. Others are passed over. */
export type StoredEvent =
  | { readonly type: "game_started"; readonly mode: string; readonly first: AnyGameEvent }
  | { readonly type: "in_game"; readonly event: AnyGameEvent }
  | {
      readonly type: "game_completed";
      readonly game: string;
      readonly mode: string;
      readonly topic: string;
      readonly counts: boolean;
      readonly at: number;
      readonly standings: readonly GameLine[];
      readonly proof?: Proof;
    };

type Told = { readonly game: FinishedGame; readonly isWhole: boolean };

/**
 * The games that count among a lobby's events, as they were counted when they were played. A game is not whole when
 * its beginning is missing, or its mode: then its questions are not known.
 */
export const gamesIn = (
  lobby: string,
  events: readonly { readonly seq: number; readonly event: StoredEvent }[],
  games: ReadonlyMap<string, AnyGame>,
): readonly Told[] => {
  const told: Told[] = [];
  let mode: AnyGame | undefined;
  let state: AnyGameState | undefined;
  for (const { seq, event } of events) {
    switch (event.type) {
      case "game_started":
        mode = games.get(event.mode);
        state = mode?.evolve(undefined, event.first);
        break;
      case "in_game":
        if (state !== undefined) state = mode?.evolve(state, event.event);
        break;
      case "game_completed": {
        const { game, mode: name, topic, at, counts, standings: lines, proof } = event;
        const detail = mode === undefined || state === undefined ? undefined : mode.record(state);
        const story = mode === undefined || state === undefined ? undefined : mode.story?.(state);
        const kept = { ...(story === undefined ? {} : { story }), ...(proof === undefined ? {} : { proof }) };
        if (counts)
          told.push({
            game: { game, lobby, mode: name, topic, at, seq, lines, detail: detail ?? [], ...kept },
            isWhole: detail !== undefined,
          });
        state = undefined;
        break;
      }
    }
  }
  return told;
};
