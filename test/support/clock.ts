/** The computer's clock with an offset that a test may add to, to let time pass at once. */
export class Clock {
  #ahead = 0;

  readonly now = (): number => Date.now() + this.#ahead;

  /** A room's timers notice at their next tick. */
  advance(ms: number): void {
    this.#ahead += ms;
  }
}
