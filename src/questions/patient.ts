/** Reads a stream with a patience of so many ms a time, and goes on waiting for the same item when asked again. */
export class Patient<T> {
  readonly #iterator: AsyncIterator<T>;
  #pending: Promise<IteratorResult<T>> | undefined;

  constructor(stream: AsyncIterable<T>) {
    this.#iterator = stream[Symbol.asyncIterator]();
  }

  /** The next item, `done` at the end, or "late". Rejects as the stream does. */
  async next(patienceMs: number): Promise<IteratorResult<T> | "late"> {
    this.#pending ??= this.#iterator.next();
    if (patienceMs <= 0) return "late";
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), patienceMs);
    });
    try {
      const next = await Promise.race([this.#pending, late]);
      if (next !== "late") this.#pending = undefined;
      return next;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Reads no further; what still comes, or fails, is nobody's business any more. */
  stop(): void {
    this.#pending?.catch(() => {});
    this.#iterator.return?.()?.catch(() => {});
  }
}
