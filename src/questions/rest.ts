import type { Log } from "../telemetry/log.ts";

const firstMs = 30_000;
const longestMs = 3_600_000;

/** Asks less and less of somebody outside who does not answer, and says so once. */
export class Rest {
  readonly #name: string;
  readonly #log: Log;
  readonly #now: () => number;
  #failures = 0;
  #until = 0;

  constructor(name: string, log: Log, now: () => number) {
    this.#name = name;
    this.#log = log;
    this.#now = now;
  }

  get isResting(): boolean {
    return this.#now() < this.#until;
  }

  /** Rests twice as long as the last time, and for `leastMs` at least. */
  failed(error: unknown, leastMs = 0): void {
    const reason = error instanceof Error ? error.message : "unknown";
    const message = `${this.#name} can't be used; it is asked again now and then`;
    if (this.#failures === 0) this.#log.warn({ reason }, message);
    else this.#log.debug({ reason }, message);
    const ms = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#until = this.#now() + Math.max(ms, leastMs);
    this.#failures++;
  }

  succeeded(): void {
    if (this.#failures > 0) this.#log.info(`${this.#name} can be used again`);
    this.#failures = 0;
    this.#until = 0;
  }
}
