import type { Lobby } from "../src/lobby/state.ts";
import type { Games } from "../src/lobby/evolve.ts";
import type { Urgency } from "../src/lobby/notices.ts";
import { view } from "../src/lobby/view.ts";
import { type LobbyState, PlayerState } from "./schema/lobby-state.ts";
import { mirror } from "./sync/mirror.ts";

/**
 * Changes that may be gathered are shown after this many ms: soon to few, who look at each other, and less often to
 * many, since everything that is shown costs as much as there are people to see it.
 */
const gatherMs = (people: number): number => Math.min(mostMs, Math.max(leastMs, people * msEach));
const [leastMs, mostMs, msEach] = [80, 400, 5];

const make = { players: () => new PlayerState() };

export type ShowingOptions = {
  readonly games: Games;
  readonly screen: LobbyState;
  readonly now: () => number;
  readonly lobby: () => Lobby;
  readonly watchers: () => number;
  readonly isDegraded: () => boolean;
  /** Sends what has changed. */
  readonly send: () => void;
  /** Called once changes that were gathered have been sent. */
  readonly onGathered: (lobby: Lobby) => void;
};

/** Keeps the synced screen of a lobby up to date: the only writer of its Schema. */
export class Showing {
  readonly #options: ShowingOptions;
  #gathering: NodeJS.Timeout | undefined;

  constructor(options: ShowingOptions) {
    this.#options = options;
  }

  show(urgency: Urgency): void {
    if (urgency === "now") this.now();
    else if (urgency === "soon")
      this.#gathering ??= setTimeout(() => this.#gathered(), gatherMs(this.#options.lobby().members.size));
  }

  #gathered(): void {
    this.now();
    this.#options.onGathered(this.#options.lobby());
  }

  now(): void {
    this.stop();
    const { games, screen, now, lobby, watchers, isDegraded, send } = this.#options;
    mirror(screen, { ...view(games, lobby(), now()), spectators: watchers(), degraded: isDegraded() }, make);
    send();
  }

  stop(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
  }
}
