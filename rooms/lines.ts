/** Lines that follow another within this time leave together, in ms. Nobody sees so small a delay. */
const togetherMs = 20;

/** The chat of a room on its way out: a line leaves at once, and those that crowd after it together, in one write. */
export class Lines {
  readonly #tell: (line: unknown) => void;
  /** In ms, on any clock. */
  readonly #clock: () => number;
  #waiting: unknown[] = [];
  #toldAt = -togetherMs;
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (line: unknown) => void, clock: () => number) {
    this.#tell = tell;
    this.#clock = clock;
  }

  add(line: unknown): void {
    this.#waiting.push(line);
    if (this.#timer !== undefined) return;
    const left = this.#toldAt + togetherMs - this.#clock();
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
    this.#toldAt = this.#clock();
    for (const line of lines) this.#tell(line);
  }
}
