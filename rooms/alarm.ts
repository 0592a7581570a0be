/** Longer than any timer may be is set again when it rings. */
const longestMs = 2 ** 31 - 1;

/** Rings once when something is due; setting it again forgets the time before. */
export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;
  #due = Infinity;

  /** `now` and dues in ms since 1970. Timers can fire early: who is rung up looks for themselves, and sets it again. */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** For the earliest of these; for none when there is none. */
  set(dues: readonly (number | undefined)[]): void {
    const due = Math.min(...dues.filter((one) => one !== undefined));
    // Most of what happens moves no deadline.
    if (due === this.#due && due > this.#now()) return;
    this.stop();
    if (due === Infinity) return;
    this.#due = due;
    this.#timer = setTimeout(() => this.#rung(), Math.min(Math.max(0, due - this.#now()), longestMs));
  }

  #rung(): void {
    this.#due = Infinity;
    this.#ring();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}
