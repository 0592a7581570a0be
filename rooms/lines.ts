/**
 * Lines that follow another within this time leave together, in ms. Nobody sees so small a delay. In a crowd, where
 * each write to all costs most, it is longer by and by.
 */
const togetherMs = (people: number): number => Math.min(mostMs, Math.max(leastMs, people * msEach));
const [leastMs, mostMs, msEach] = [20, 50, 0.3];

export type LinesOptions = {
  readonly tell: (line: unknown) => void;
  /** In ms, on any clock. */
  readonly clock: () => number;
  /** How many are told. */
  readonly people: () => number;
};

/** The chat of a room on its way out: a line leaves at once, and those that crowd after it together, in one write. */
export class Lines {
  readonly #options: LinesOptions;
  #waiting: unknown[] = [];
  #toldAt = -mostMs;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LinesOptions) {
    this.#options = options;
  }

  add(line: unknown): void {
    const { clock, people } = this.#options;
    this.#waiting.push(line);
    if (this.#timer !== undefined) return;
    const left = this.#toldAt + togetherMs(people()) - clock();
    if (left <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), left);
  }

  /** Called before anything else leaves, so that nothing overtakes what was said before it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#toldAt = this.#options.clock();
    for (const line of lines) this.#options.tell(line);
  }
}
