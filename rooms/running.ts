import type { PlayerId } from "../src/core/ids.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { Lobby } from "../src/lobby/state.ts";
import type { Outcome } from "./base-room.ts";

/** What a running lobby must be able to do for its process. */
type Run = {
  readonly epoch: number;
  readonly isDegraded: boolean;
  readonly lobby: Lobby;
  readonly watchers: number;
  readonly lose: () => void;
  readonly signOut: (player: PlayerId) => void;
  readonly expel: (player: PlayerId) => void;
  readonly announce: (text: string) => void;
  readonly handOver: (wakeElsewhere: (code: string) => Promise<void>, deadline: AbortSignal) => Promise<void>;
  readonly hasNotes: (player: PlayerId) => void;
  readonly command: (command: LobbyCommand) => Promise<Outcome>;
};

/** The lobbies that this process runs. */
export class Running {
  readonly #lobbies = new Map<string, Run>();
  readonly #waking = new Set<string>();
  readonly #signedOut = new Set<(player: PlayerId) => void>();

  add(code: string, run: Run): void {
    this.#lobbies.set(code, run);
  }

  /** Forgets a lobby; one that has been woken again since stays. */
  remove(code: string, run: Run): void {
    if (this.#lobbies.get(code) === run) this.#lobbies.delete(code);
  }

  /** Whether a lobby may be woken now: not while that is under way. Who gets a yes calls `woke` in any case. */
  mayWake(code: string): boolean {
    if (this.#waking.has(code)) return false;
    this.#waking.add(code);
    return true;
  }

  woke(code: string): void {
    this.#waking.delete(code);
  }

  /** The epoch of each. */
  holds(): ReadonlyMap<string, number> {
    return new Map([...this.#lobbies].map(([code, { epoch }]) => [code, epoch]));
  }

  /** What this process runs, by code. */
  get lobbies(): ReadonlyMap<string, Pick<Run, "lobby" | "watchers" | "isDegraded">> {
    return this.#lobbies;
  }

  /** Ends every connection of somebody whose tokens have been ended. */
  signOut(player: PlayerId): void {
    for (const run of this.#lobbies.values()) run.signOut(player);
    for (const listener of this.#signedOut) listener(player);
  }

  /** Has somebody else who holds connections told of those whose tokens have been ended; gives what ends that. */
  onSignOut(listener: (player: PlayerId) => void): () => void {
    this.#signedOut.add(listener);
    return () => void this.#signedOut.delete(listener);
  }

  /** Puts somebody out of every lobby here who is banned from the server. */
  expel(player: PlayerId): void {
    for (const run of this.#lobbies.values()) run.expel(player);
  }

  /** Tells everybody here something from the staff. */
  announce(text: string): void {
    for (const run of this.#lobbies.values()) run.announce(text);
  }

  /** Has every lobby go on in another process; resolves when all have gone, or when the deadline has. */
  async handOver(wakeElsewhere: (code: string) => Promise<void>, deadline: AbortSignal): Promise<void> {
    await Promise.all([...this.#lobbies.values()].map((run) => run.handOver(wakeElsewhere, deadline)));
  }

  /** Gives a command to every lobby here. */
  async commandAll(command: LobbyCommand): Promise<void> {
    await Promise.all([...this.#lobbies.values()].map((run) => run.command(command)));
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

  /** Of those that were asked about, stops the ones that are not ours any more; what came here meanwhile was not asked about. */
  keepOnly(asked: ReadonlyMap<string, number>, ours: ReadonlySet<string>): void {
    for (const [code, epoch] of asked) {
      const run = this.#lobbies.get(code);
      if (run?.epoch === epoch && !ours.has(code)) run.lose();
    }
  }
}
