import type { Log } from "../../telemetry/log.ts";

const firstMs = 30_000;
const longestMs = 3_600_000;

/** Asks less and less of somebody who does not answer, and says so once. */
export class Rest {
  readonly #log: Log;
  readonly #now: () => number;
  #failures = 0;
  #until = 0;

  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  get isResting(): boolean {
    return this.#now() < this.#until;
  }

  failed(error: unknown): void {
    const reason = error instanceof Error ? error.message : "unknown";
    const tell = this.#failures === 0 ? this.#log.warn : this.#log.debug;
    tell.call(this.#log, { reason }, "Open Trivia DB can't be used; it is asked again now and then");
    this.#until = this.#now() + Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures++;
  }

  succeeded(): void {
    if (this.#failures > 0) this.#log.info("Open Trivia DB can be used again");
    this.#failures = 0;
    this.#until = 0;
  }
}
