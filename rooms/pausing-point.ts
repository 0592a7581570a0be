/** What of a game is shown. */
type Shown = { readonly phase: string; readonly paused: boolean };

/** Waits for the moment in a game at which nobody is kept from anything: when no question is open. */
export class PausingPoint {
  readonly #game: () => Shown;
  #reached: (() => void) | undefined;

  constructor(game: () => Shown) {
    this.#game = game;
  }

  /** Resolves at that moment, or at the deadline. */
  async wait(deadline: AbortSignal): Promise<void> {
    if (this.#isNow || deadline.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#reached = resolve;
    deadline.addEventListener("abort", () => resolve(), { once: true });
    await promise;
    this.#reached = undefined;
  }

  /** Call whenever something has changed. */
  look(): void {
    if (this.#reached !== undefined && this.#isNow) this.#reached();
  }

  get #isNow(): boolean {
    const { phase, paused } = this.#game();
    return phase !== "question" || paused;
  }
}
