import { ChaosGame } from "./chaos-game.ts";
import { until } from "./chaos-until.ts";
import type { ChaosPlayer } from "./chaos-player.ts";

const gameOf = { count: 3, seconds: 4 };

/** One lobby of a cluster: its people, who play game after game. */
export class ChaosTable {
  readonly players: readonly ChaosPlayer[];
  readonly #games: string[] = [];
  #code = "";
  #isOver = false;

  constructor(players: readonly ChaosPlayer[]) {
    this.players = players;
  }

  get code(): string {
    return this.#code;
  }

  /** The games that were played to their ends. */
  get games(): readonly string[] {
    return this.#games;
  }

  /** Brings everybody into a new lobby, which everybody may find. */
  async gather(): Promise<void> {
    const [owner, ...others] = this.players as readonly [ChaosPlayer, ...ChaosPlayer[]];
    const maxPlayers = this.players.length;
    this.#code = await owner.makeLobby({ topic: "", ...gameOf, maxPlayers, public: true });
    await owner.goTo(this.#code);
    await until("the owner comes in", () => owner.screen !== undefined);
    await Promise.all(others.map((player) => player.goTo(this.#code)));
    await until("all are in", () => this.missing === "");
  }

  /** Plays until it is told to end, and then to the end of the game under way. */
  async play(): Promise<void> {
    while (!this.#isOver) {
      this.#games.push(await new ChaosGame(this.players).play({ ...gameOf, stops: [], newLobby: false }));
    }
  }

  end(): void {
    this.#isOver = true;
  }

  /** Who of its people is not there as seen by somebody, or whether nothing can be saved; "" when all is well. */
  get missing(): string {
    for (const { screen, chronicle } of this.players) {
      if (screen === undefined) return `${chronicle.name} has no seat in ${this.#code}`;
      if (screen.degraded) return `${this.#code} can't be saved`;
      const there = [...screen.players.values()].filter(({ connected }) => connected);
      if (there.length !== this.players.length) return `${chronicle.name} sees ${there.length} in ${this.#code}`;
    }
    return "";
  }

  /** When anybody here was last shown or told anything. */
  get sawAt(): number {
    return Math.max(...this.players.map(({ sawAt }) => sawAt));
  }
}
