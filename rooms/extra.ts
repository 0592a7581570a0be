import type { Step } from "../src/core/actor.ts";
import type { AnyGame, QuestionRecord } from "../src/core/game.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";

/** A game that is over, complete enough for boards and for a page of its own. */
export type OverGame = LobbyEvent & { readonly type: "game_completed" } & {
  readonly lobby: string;
  /** The number of the event in its lobby's journal, from 1. */
  readonly seq: number;
  readonly detail: readonly QuestionRecord[];
};

/** One event and the lobby right after it, for who tells others of it. */
export type News = { readonly seq: number; readonly event: LobbyEvent; readonly lobby: Lobby };

/** What becomes true together with a batch of events, or not at all. */
export type LobbyExtra = { readonly games: readonly OverGame[]; readonly news: readonly News[] };

/** What a batch brings about; `length` is how many events came before it. */
export const extraOf = (games: Games, steps: readonly Step<Lobby, LobbyEvent>[], length: number): LobbyExtra => {
  const over: OverGame[] = [];
  const news: News[] = [];
  steps.forEach(({ event, state }, index) => {
    const seq = length + index + 1;
    if (event.type === "game_completed")
      over.push({ ...event, lobby: state.code, seq, detail: detailOf(games, state) });
    if (event.type !== "chatted") news.push({ seq, event, lobby: state });
  });
  return { games: over, news };
};

const detailOf = (games: Games, lobby: Lobby): readonly QuestionRecord[] => {
  const play = playOf(lobby);
  return play === undefined ? [] : (games.get(play.mode) as AnyGame).record(play.state);
};
