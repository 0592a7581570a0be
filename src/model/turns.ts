export type TurnsOptions = {
  readonly atOnce: number;
  /** More than these are turned away. */
  readonly mostWaiting: number;
};

/** Lets so many requests be on their way at once; the others wait in the order they came. */
export class Turns {
  readonly #options: TurnsOptions;
  readonly #waiting = new Set<() => void>();
  #taken = 0;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** Waits for a turn and gives what ends it; undefined when there are too many, or the signal comes first. */
  async take(signal: AbortSignal): Promise<(() => void) | undefined> {
    if (signal.aborted) return undefined;
    if (this.#taken < this.#options.atOnce) {
      this.#taken++;
      return this.#turn();
    }
    if (this.#waiting.size >= this.#options.mostWaiting) return undefined;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const begin = (): void => resolve(true);
    const giveUp = (): void => {
      this.#waiting.delete(begin);
      resolve(false);
    };
    this.#waiting.add(begin);
    signal.addEventListener("abort", giveUp, { once: true });
    const mine = await promise;
    signal.removeEventListener("abort", giveUp);
    return mine ? this.#turn() : undefined;
  }

  /** What ends a turn, to be called once: the next in the line has it then. */
  #turn(): () => void {
    return () => {
      const [next] = this.#waiting;
      if (next === undefined) return void this.#taken--;
      this.#waiting.delete(next);
      next();
    };
  }
}
