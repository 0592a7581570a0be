import type { PlayerId } from "../src/core/ids.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { Outcome } from "./base-room.ts";

/** What a running lobby must be able to do for its process. */
type Run = {
  readonly epoch: number;
  readonly isDegraded: boolean;
  readonly lose: () => void;
  readonly signOut: (player: PlayerId) => void;
  readonly hasNotes: (player: PlayerId) => void;
  readonly command: (command: LobbyCommand) => Promise<Outcome>;
};

/** The lobbies that this process runs. */
export class Running {
  readonly #lobbies = new Map<string, Run>();

  add(code: string, run: Run): void {
    this.#lobbies.set(code, run);
  }

  /** Forgets a lobby; one that has been woken again since stays. */
  remove(code: string, run: Run): void {
    if (this.#lobbies.get(code) === run) this.#lobbies.delete(code);
  }

  /** The epoch of each. */
  holds(): ReadonlyMap<string, number> {
    return new Map([...this.#lobbies].map(([code, { epoch }]) => [code, epoch]));
  }

  /** Ends every connection of somebody whose tokens have been ended. */
  signOut(player: PlayerId): void {
    for (const run of this.#lobbies.values()) run.signOut(player);
  }

  /** Gives a command to a lobby; answers whether it runs here and took it. */
  async command(code: string, command: LobbyCommand): Promise<boolean> {
    const run = this.#lobbies.get(code);
    return run !== undefined && (await run.command(command)).ok;
  }

  /** Has a player told what waits for them, wherever they are. */
  hasNotes(player: PlayerId): void {
    for (const run of this.#lobbies.values()) run.hasNotes(player);
  }

  /** Whether something here can't be made durable just now. */
  get isDegraded(): boolean {
    return [...this.#lobbies.values()].some((run) => run.isDegraded);
  }

  /** Stops those that are not ours any more. */
  keepOnly(ours: ReadonlySet<string>): void {
    for (const [code, run] of this.#lobbies) if (!ours.has(code)) run.lose();
  }
}
