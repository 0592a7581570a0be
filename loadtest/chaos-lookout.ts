import type { ChaosCluster } from "./chaos-cluster.ts";
import type { ChaosTable } from "./chaos-table.ts";

const lookMs = 250;
const silenceMs = 20;
const patienceMs = 2000;

type Listed = { readonly code: string };

/** Looks at a cluster from outside all the time: what each process lists, and how long nothing comes from a lobby. */
export class Lookout {
  readonly #cluster: ChaosCluster;
  readonly #tables: readonly ChaosTable[];
  readonly #timers: readonly NodeJS.Timeout[];
  /** By address: the codes that were listed when it was asked last; undefined when it did not answer. */
  readonly #listed = new Map<string, readonly string[] | undefined>();
  readonly #asking = new Set<string>();
  /** What was listed twice at once. */
  readonly twice = new Set<string>();
  #silence = 0;
  #longest = 0;

  constructor(cluster: ChaosCluster, tables: readonly ChaosTable[]) {
    this.#cluster = cluster;
    this.#tables = tables;
    this.#timers = [
      setInterval(() => cluster.urls.forEach((url) => void this.#look(url)), lookMs),
      setInterval(() => this.#listen(), silenceMs),
    ];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** The longest silence of a lobby since this was asked last, in ms. */
  silence(): number {
    const silence = this.#silence;
    this.#silence = 0;
    return silence;
  }

  /** The longest silence of all. */
  get longest(): number {
    return this.#longest;
  }

  /** What is not as it should be; "" when all is well. */
  missing(): string {
    for (const { url, life } of this.#cluster.members) {
      if (life === undefined) return `${url} is down`;
      const listed = this.#listed.get(url);
      if (listed === undefined) return `${url} lists nothing`;
      const unlisted = this.#tables.find(({ code }) => !listed.includes(code));
      if (unlisted !== undefined) return `${url} does not list ${unlisted.code}`;
    }
    return this.#tables.map(({ missing }) => missing).find((one) => one !== "") ?? "";
  }

  async #look(url: string): Promise<void> {
    if (this.#asking.has(url)) return;
    this.#asking.add(url);
    try {
      const response = await fetch(`${url}/api/lobbies?limit=100`, { signal: AbortSignal.timeout(patienceMs) });
      const { lobbies = [] } = (await response.json()) as { readonly lobbies?: readonly Listed[] };
      const codes = lobbies.map(({ code }) => code);
      codes.forEach((code, nth) => codes.indexOf(code) !== nth && this.twice.add(code));
      this.#listed.set(url, codes);
    } catch {
      this.#listed.set(url, undefined);
    } finally {
      this.#asking.delete(url);
    }
  }

  #listen(): void {
    const now = performance.now();
    for (const { sawAt } of this.#tables) this.#silence = Math.max(this.#silence, now - sawAt);
    this.#longest = Math.max(this.#longest, this.#silence);
  }
}

/** How many lobbies a process runs, as it counts them itself. */
export const runningAt = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^parlor_lobbies (\d+)$/m.exec(text)?.[1]);
};
