import type { Client } from "@colyseus/core";
import type { AnyGame, AnyGameState } from "../src/core/game.ts";
import type { PlayerId } from "../src/core/ids.ts";
import type { Games } from "../src/lobby/evolve.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import { type Lobby, playOf } from "../src/lobby/state.ts";
import type { Notices } from "../src/protocol/notices.ts";

/** What a player is asked to do now and alone may know; undefined in a mode that has nothing of the kind. */
export const ownViewOf = (games: Games, lobby: Lobby, player: PlayerId): Notices["mine"] | undefined => {
  const play = playOf(lobby);
  if (play === undefined) return undefined;
  const game = games.get(play.mode) as AnyGame;
  if (tellsNobody(game, play.state)) return undefined;
  const isOn = lobby.stage.status === "in-progress" && !play.seen.has(player);
  const asks = isOn ? (game.asks?.(play.state, player) ?? []) : [];
  return {
    game: play.id,
    asks: asks.map((ask) => (ask.endsAt === undefined ? ask : { ...ask, endsAt: ask.endsAt + play.offset })),
    own: game.own?.(play.state, player) ?? null,
  };
};

const tellsNobody = (game: AnyGame, state: AnyGameState): boolean =>
  (game.asks === undefined && game.own === undefined) || game.isPlain?.(state) === true;

/** Tells each player what they alone may know, whenever it has changed. */
export class OwnViews {
  readonly #games: Games;
  readonly #holderOf: (player: PlayerId) => Client | undefined;
  readonly #told = new Map<PlayerId, string>();

  constructor(games: Games, holderOf: (player: PlayerId) => Client | undefined) {
    this.#games = games;
    this.#holderOf = holderOf;
  }

  /** Called after each change that the players of a game might see; `only` names those it may concern, if not all. */
  tell(lobby: Lobby, only?: ReadonlySet<PlayerId>): void {
    const play = playOf(lobby);
    const game = play === undefined ? undefined : this.#games.get(play.mode);
    if (play === undefined || game === undefined || tellsNobody(game, play.state)) return this.#told.clear();
    for (const player of only ?? lobby.members.keys()) this.#tellOne(lobby, player);
    if (only === undefined)
      for (const player of this.#told.keys()) if (!lobby.members.has(player)) this.#told.delete(player);
  }

  #tellOne(lobby: Lobby, player: PlayerId): void {
    const client = this.#holderOf(player);
    const view = client && ownViewOf(this.#games, lobby, player);
    if (view === undefined) return;
    const text = JSON.stringify(view);
    if (this.#told.get(player) === text) return;
    this.#told.set(player, text);
    client?.send("mine", view);
  }
}

/** Who did what an event tells of, also within a game and a game within that; undefined where it is not one player. */
export const doerOf = (event: LobbyEvent): PlayerId | undefined => {
  let inner = event as { readonly event?: object; readonly player?: PlayerId };
  while (inner.event !== undefined) inner = inner.event;
  return inner.player;
};
