/** Who may use the one session of the embedded database: a transaction alone, or single queries. First come, first served. */
export class Turns {
  #held = false;
  readonly #waiting: { readonly alone: boolean; readonly go: () => void }[] = [];

  /** Resolves when no transaction is open or waits before us. */
  pass(): Promise<void> | undefined {
    return this.#held || this.#waiting.length > 0 ? this.#wait(false) : undefined;
  }

  /** Resolves when the session is ours, until `release`. */
  async hold(): Promise<void> {
    if (this.#held || this.#waiting.length > 0) return this.#wait(true);
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    while (!this.#held && this.#waiting.length > 0) {
      const next = this.#waiting.shift();
      this.#held = next?.alone === true;
      next?.go();
    }
  }

  #wait(alone: boolean): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ alone, go: resolve }));
  }
}
