import type { Games } from "../lobby/evolve.ts";
import type { AdminNotices, LobbyBrief, ProcessHealth } from "../protocol/admin.ts";
import type { Log } from "../telemetry/log.ts";
import { Briefs, type RunningLobby } from "./briefs.ts";
import type { LobbiesNews, Wire } from "./wire.ts";

export type OverviewOptions = {
  readonly process: string;
  readonly games: Games;
  readonly running: () => ReadonlyMap<string, RunningLobby>;
  readonly sample: () => Promise<ProcessHealth>;
  /** Matters that wait for a decision. */
  readonly openCount: () => Promise<number>;
  readonly wire: Wire;
  readonly now: () => number;
  readonly log: Log;
  /** How often it tells; once a second. */
  readonly everyMs?: number;
};

type Heard = {
  readonly number: number;
  readonly heardAt: number;
  readonly health: ProcessHealth;
  readonly lobbies: Map<string, LobbyBrief>;
};

const usualMs = 1000;
/** A process that has said nothing for so long is not there any more. */
const silentMs = 5000;
/** More lobbies are not shown at once; those with the most people come first. */
const mostShown = 500;

/** What runs on all processes: each tells the others once a second what has changed, and all put it together. */
export class Overview {
  readonly #options: OverviewOptions;
  readonly #briefs: Briefs;
  readonly #everyMs: number;
  readonly #heard = new Map<string, Heard>();
  readonly #ends: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #number = 0;
  #tellsAll = true;
  #isTelling = false;
  #asksFrom = 0;
  #open = 0;
  #version = 0;

  constructor(options: OverviewOptions) {
    this.#options = options;
    this.#everyMs = options.everyMs ?? usualMs;
    this.#briefs = new Briefs(options.games, options.process);
  }

  /** Rises whenever something other than figures has changed. */
  get version(): number {
    return this.#version;
  }

  async start(): Promise<void> {
    const { wire } = this.#options;
    this.#ends.push(
      await wire.hear("lobbies", (news) => this.#take(news)),
      await wire.hear("lobbies_wanted", () => (this.#tellsAll = true)),
    );
    wire.tell("lobbies_wanted", {});
    await this.#tell();
    this.#timer = setInterval(() => void this.#tell(), this.#everyMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const end of this.#ends.splice(0)) end();
  }

  /** How many matters wait; asked for while somebody watches. */
  async refreshOpen(): Promise<number> {
    const open = await this.#options.openCount();
    if (open !== this.#open) this.#version++;
    this.#open = open;
    return open;
  }

  now(): AdminNotices["overview"] {
    this.#dropSilent();
    const heard = [...this.#heard.values()];
    const lobbies = heard.flatMap((one) => [...one.lobbies.values()]);
    const processes = heard.map(({ health }) => health);
    return {
      at: this.#options.now(),
      lobbies: lobbies.toSorted(fullestFirst).slice(0, mostShown),
      processes: processes.toSorted((a, b) => a.startedAt - b.startedAt || (a.process < b.process ? -1 : 1)),
      open: this.#open,
    };
  }

  async #tell(): Promise<void> {
    // A store that answers slowly must not have two at once at work on the same figures.
    if (this.#isTelling) return;
    this.#isTelling = true;
    const { process, running, sample, wire, now, log } = this.#options;
    try {
      const health = await sample();
      const whole = this.#tellsAll;
      const { changed, gone } = this.#briefs.look(running(), now());
      this.#tellsAll = false;
      const news = whole ? { changed: this.#briefs.all, gone: [] } : { changed, gone };
      wire.tell("lobbies", { process, number: ++this.#number, at: now(), whole, ...news, health });
    } catch (error) {
      log.warn({ err: error }, "figures of this process were not told");
    } finally {
      this.#isTelling = false;
    }
  }

  #take({ process, number, whole, changed, gone, health }: LobbiesNews): void {
    const heardAt = performance.now();
    const before = this.#heard.get(process);
    const isNext = before?.number === number - 1;
    const lobbies = whole || !isNext ? new Map<string, LobbyBrief>() : before.lobbies;
    for (const brief of changed) lobbies.set(brief.code, brief);
    for (const code of gone) lobbies.delete(code);
    this.#heard.set(process, { number, heardAt, health, lobbies });
    if (whole || !isNext || changed.length > 0 || gone.length > 0) this.#version++;
    if (whole || isNext || heardAt < this.#asksFrom) return;
    this.#asksFrom = heardAt + this.#everyMs;
    this.#options.wire.tell("lobbies_wanted", {});
  }

  #dropSilent(): void {
    const from = performance.now() - silentMs;
    for (const [process, { heardAt }] of this.#heard) {
      if (heardAt >= from) continue;
      this.#heard.delete(process);
      this.#version++;
    }
  }
}

const fullestFirst = (a: LobbyBrief, b: LobbyBrief): number => b.people - a.people || (a.code < b.code ? -1 : 1);
