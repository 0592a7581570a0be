import type { AskOptions } from "./model.ts";

/** Timers that are set longer than this go off at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The time that a request has, for all its tries together; it is over, too, when the caller's signal says so. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #ended = Promise.withResolvers<never>();
  readonly #caller: AbortSignal;
  readonly #now: () => number;
  readonly #endsAt: number;
  #timer: NodeJS.Timeout | undefined;
  #over: "stopped" | "too_slow" | undefined;

  /** `now` in ms on a clock that never goes back. */
  constructor({ signal, timeoutMs }: AskOptions, now: () => number) {
    this.#caller = signal;
    this.#now = now;
    this.#endsAt = now() + timeoutMs;
    // It may end with nobody waiting for it.
    this.#ended.promise.catch(() => {});
    if (signal.aborted || !(timeoutMs > 0)) {
      this.#end();
      return;
    }
    this.#timer = setTimeout(this.#end, Math.min(timeoutMs, longestTimerMs));
    signal.addEventListener("abort", this.#end, { once: true });
  }

  readonly #end = (): void => {
    this.#over ??= this.#caller.aborted ? "stopped" : "too_slow";
    this.close();
    this.#controller.abort();
    this.#ended.reject(new Error("the time is over"));
  };

  /** Aborted when it is over. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it is over; undefined while it is not. */
  get over(): "stopped" | "too_slow" | undefined {
    return this.#over;
  }

  get leftMs(): number {
    return Math.max(0, this.#endsAt - this.#now());
  }

  /** What the work gives, or a rejection as soon as it is over. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#ended.promise]);
  }

  /** Waits, less when it is over before. */
  async pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await this.race(promise).catch(() => {});
    clearTimeout(timer);
  }

  /** The work is done: it will not be over any more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#caller.removeEventListener("abort", this.#end);
  }
}
