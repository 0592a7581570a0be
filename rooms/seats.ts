import type { Client, Deferred } from "@colyseus/core";
import type { PlayerId } from "../src/core/ids.ts";
import type { Visitor } from "./visitor.ts";

/** Who is connected to a lobby, and which connection has each player's seat: the newest. */
export class Seats {
  readonly #visitors = new Map<Client, Visitor>();
  /** What ends a connection when its token has run out. */
  readonly #ends = new Map<Client, NodeJS.Timeout>();
  readonly #holders = new Map<PlayerId, Client>();
  /** Connections that dropped and may come back by their own token. */
  readonly #held = new Map<PlayerId, Deferred<Client>>();

  #watchers = 0;

  enter(client: Client, visitor: Visitor): void {
    this.forget(client);
    this.#visitors.set(client, visitor);
    if (visitor.as !== "player") this.#watchers++;
  }

  /** Calls back when the connection's token runs out, in so many ms, unless it has gone before. */
  endAfter(client: Client, ms: number, end: () => void): void {
    const timer = setTimeout(end, Math.min(Math.max(0, ms), 2 ** 31 - 1));
    timer.unref();
    this.#ends.set(client, timer);
  }

  visitorOf(client: Client): Visitor | undefined {
    return this.#visitors.get(client);
  }

  /** Forgets a connection, and answers who it was. */
  forget(client: Client): Visitor | undefined {
    const visitor = this.#visitors.get(client);
    this.#visitors.delete(client);
    if (visitor !== undefined && visitor.as !== "player") this.#watchers--;
    clearTimeout(this.#ends.get(client));
    this.#ends.delete(client);
    return visitor;
  }

  get isEmpty(): boolean {
    return this.#visitors.size === 0;
  }

  /** How many watch without a seat. */
  get watchers(): number {
    return this.#watchers;
  }

  holderOf(player: PlayerId): Client | undefined {
    return this.#holders.get(player);
  }

  /** Gives this connection the player's seat; answers with the one that had it. */
  take(player: PlayerId, client: Client): Client | undefined {
    const older = this.#holders.get(player);
    this.#holders.set(player, client);
    this.letGo(player);
    return older;
  }

  /** Takes the seat from this connection, if it has it; answers whether it did. */
  give(player: PlayerId, client: Client): boolean {
    return this.#holders.get(player) === client && this.#holders.delete(player);
  }

  /** Every connection of a player, with a seat or without. */
  connectionsOf(player: PlayerId): readonly Client[] {
    return [...this.#visitors].filter(([, { identity }]) => identity.id === player).map(([client]) => client);
  }

  /** Keeps a dropped connection's return open for so many ms. The framework's own timer would outlive a refusal. */
  hold(player: PlayerId, returning: Deferred<Client>, ms: number): void {
    this.#held.set(player, returning);
    const timer = setTimeout(() => returning.reject(), ms);
    const release = () => {
      clearTimeout(timer);
      if (this.#held.get(player) === returning) this.#held.delete(player);
    };
    returning.then(release, release);
  }

  /** Ends a dropped connection's right to return by its own token. */
  letGo(player: PlayerId): void {
    this.#held.get(player)?.reject();
  }
}
