import type { Schedule } from "../../src/moderation/remote/batches.ts";

type Timer = { readonly run: () => void; readonly at: number };

/** A clock that stands still until a test lets time pass, and what is to happen by it. */
export class StillTime {
  #now = 0;
  readonly #timers = new Set<Timer>();

  readonly now = (): number => this.#now;

  readonly schedule: Schedule = (run, ms) => {
    const timer = { run, at: this.#now + ms };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** Timers that are set. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Everything that is due goes off in its order, and what follows from each is done before the next. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let next = this.#firstBy(until); next !== undefined; next = this.#firstBy(until)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = until;
  }

  #firstBy(until: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  }
}

/** All promises that follow from what has happened are settled by then. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
