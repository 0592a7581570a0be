import type { Client } from "@colyseus/core";
import type { AdminNotices } from "../src/protocol/admin.ts";

type Look = AdminNotices["look"];
/** What somebody looks at, and what they were told last. */
type Looker = { readonly code: string; told: string };

/** What doesn't run here is read from the store, and only at every so many turns. */
const elsewhereEvery = 10;

/** Those who look into lobbies from the dashboard: each is told when what they look at has changed. */
export class Lookers {
  /** At most twice a second. */
  static readonly everyMs = 500;
  readonly #lookAt: (code: string) => Promise<Look>;
  readonly #lookers = new Map<Client, Looker>();
  /** Lobbies that don't run here, of those that were looked at. */
  readonly #elsewhere = new Set<string>();
  #isTelling = false;
  #tick = 0;

  constructor(lookAt: (code: string) => Promise<Look>) {
    this.#lookAt = lookAt;
  }

  /** With "" somebody looks away. They are told at the next turn. */
  look(client: Client, code: string): void {
    if (code === "") return this.forget(client);
    this.#lookers.set(client, { code, told: "" });
  }

  forget(client: Client): void {
    this.#lookers.delete(client);
  }

  /** Looks once for all who look at the same lobby. */
  async tell(): Promise<void> {
    if (this.#lookers.size === 0) this.#elsewhere.clear();
    if (this.#isTelling || this.#lookers.size === 0) return;
    this.#isTelling = true;
    this.#tick++;
    try {
      const byCode = Map.groupBy(this.#lookers, ([, { code }]) => code);
      for (const [code, lookers] of byCode) await this.#tellOf(code, lookers);
    } finally {
      this.#isTelling = false;
    }
  }

  async #tellOf(code: string, lookers: readonly (readonly [Client, Looker])[]): Promise<void> {
    const fresh = lookers.some(([, { told }]) => told === "");
    if (!fresh && this.#elsewhere.has(code) && this.#tick % elsewhereEvery !== 0) return;
    const look = await this.#lookAt(code);
    const isHere = look.lobby !== null && !("asleep" in look.lobby);
    if (isHere) this.#elsewhere.delete(code);
    else this.#elsewhere.add(code);
    const text = JSON.stringify(look);
    for (const [client, looker] of lookers) {
      if (looker.told === text || this.#lookers.get(client) !== looker) continue;
      looker.told = text;
      client.send("look", look);
    }
  }
}
