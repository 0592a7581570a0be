type Due = { readonly at: number; readonly run: () => void };

/** A clock that stands until what is due next is done, however long that would have taken. */
export class VirtualTime {
  #now: number;
  #due: Due[] = [];

  constructor(now = 0) {
    this.#now = now;
  }

  readonly now = (): number => this.#now;

  /** Does something after so many ms; what comes back calls it off. */
  readonly wait = (run: () => void, afterMs: number): (() => void) => {
    const due = { at: this.#now + Math.max(0, afterMs), run };
    const place = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(place === -1 ? this.#due.length : place, 0, due);
    return () => {
      const index = this.#due.indexOf(due);
      if (index !== -1) this.#due.splice(index, 1);
    };
  };

  /** When something is due next. */
  get next(): number {
    return this.#due[0]?.at ?? Infinity;
  }

  /** Does what is due at an instant, or nothing but go on to it. */
  to(at: number): void {
    this.#now = Math.max(this.#now, at);
    if (this.next <= at) this.#due.shift()?.run();
  }
}
