import type { GateSettings } from "./gate-settings.ts";

/** A game that is over is no game: its result stays on show until the next. */
const isIdle = (phase: string): boolean => phase === "" || phase === "podium";

/** Silences: when one is long enough for a remark, or for the offer of a game. */
export class Lulls {
  readonly #settings: GateSettings;
  #phase = "";
  #idleSince = -Infinity;
  #peopleSince: number | undefined;
  #lastAt = -Infinity;
  /** Whether a person has spoken since the last one was used. */
  #isAnswered = true;
  #triedIn: number | undefined;
  #offerFrom = -Infinity;

  constructor(settings: GateSettings) {
    this.#settings = settings;
  }

  phase(phase: string, now: number): void {
    if (isIdle(phase) && !isIdle(this.#phase)) this.#idleSince = now;
    this.#phase = phase;
  }

  people(count: number, now: number): void {
    this.#peopleSince = count === 0 ? undefined : (this.#peopleSince ?? now);
  }

  personSpoke(): void {
    this.#isAnswered = true;
  }

  /** The next one in the silence since `lastLineAt`, and whether it is for an offer. */
  next(lastLineAt: number): { readonly at: number; readonly offer: boolean } {
    if (this.#phase === "question" || this.#peopleSince === undefined || !this.#isAnswered)
      return { at: Infinity, offer: false };
    const { lull, offer } = this.#settings;
    const quietSince = Math.max(lastLineAt, this.#peopleSince);
    const notBefore = this.#lastAt + lull.everyMs;
    const remarkAt = this.#triedIn === quietSince ? Infinity : Math.max(quietSince + lull.afterMs, notBefore);
    const offerAt = isIdle(this.#phase)
      ? Math.max(Math.max(quietSince, this.#idleSince) + offer.afterMs, notBefore, this.#offerFrom)
      : Infinity;
    // A remark waits for an offer that would come a little later: one after the other would be too much.
    return offerAt <= Math.max(remarkAt, quietSince + offer.afterMs)
      ? { at: offerAt, offer: true }
      : { at: remarkAt, offer: false };
  }

  /** Somebody could have spoken; the next chance for a remark is in another silence. */
  tried(lastLineAt: number, offer: boolean, now: number): void {
    this.#triedIn = Math.max(lastLineAt, this.#peopleSince ?? -Infinity);
    if (offer) this.#offerFrom = now + this.#settings.offer.afterMs;
  }

  used(offer: boolean, now: number): void {
    this.#lastAt = now;
    this.#isAnswered = false;
    if (offer) this.#offerFrom = now + this.#settings.offer.everyMs;
  }

  /** Whether a game can be offered. */
  get isIdle(): boolean {
    return isIdle(this.#phase);
  }
}
