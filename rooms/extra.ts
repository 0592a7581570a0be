import type { Step } from "../src/core/actor.ts";
import type { AnyGame, QuestionRecord } from "../src/core/game.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Games } from "../src/lobby/evolve.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";
import { webhookEventsOf } from "../src/webhooks/events.ts";
import type { OutboxRow } from "../src/webhooks/outbox.ts";

/** A game that is over, complete enough for boards and for a page of its own. */
export type OverGame = LobbyEvent & { readonly type: "game_completed" } & {
  readonly lobby: string;
  /** The number of the event in its lobby's journal, from 1. */
  readonly seq: number;
  readonly detail: readonly QuestionRecord[];
};

/** What becomes true together with a batch of events, or not at all: games that count, and what others are told. */
export type LobbyExtra = { readonly games: readonly OverGame[]; readonly told: readonly OutboxRow[] };

/** What a batch brings about; `before` is the lobby without it, and `length` is how many events that has had. */
export const extraOf = (
  games: Games,
  before: Lobby,
  steps: readonly Step<Lobby, LobbyEvent>[],
  length: number,
): LobbyExtra => {
  const over: OverGame[] = [];
  const told: OutboxRow[] = [];
  let was = before;
  steps.forEach(({ event, state }, index) => {
    const seq = length + index + 1;
    if (event.type === "game_completed" && event.counts) {
      over.push({ ...event, lobby: state.code, seq, detail: detailOf(games, state) });
    }
    for (const news of webhookEventsOf(event, { before: was, after: state, games })) told.push({ ...news, seq });
    was = state;
  });
  return { games: over, told };
};

const detailOf = (games: Games, lobby: Lobby): readonly QuestionRecord[] => {
  const play = playOf(lobby);
  return play === undefined ? [] : (games.get(play.mode) as AnyGame).record(play.state);
};
