import { type Counts, Histogram } from "./histogram.ts";

/** What a stretch of work came to, as it travels between processes. */
export type Told = {
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<Timed, Counts>>;
};

const timed = ["reply", "delivery", "join", "late"] as const;
/** `late` is how late the load process itself was: what it measures is late by as much. */
export type Timed = (typeof timed)[number];

export type Counted =
  | "answers"
  | "lines"
  | "delivered"
  | "bytes"
  | "results"
  | "joins"
  | "returns"
  | "drops"
  | "lobbies"
  | "games"
  | "playerMs"
  | "tooLate";

/** Counts what was done, how long it took, and what went wrong, by code. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #errors = new Map<string, number>();
  readonly #times = new Map<Timed, Histogram>(timed.map((what) => [what, new Histogram()]));

  count(what: Counted, by = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + by);
  }

  of(what: Counted): number {
    return this.#counts.get(what) ?? 0;
  }

  time(what: Timed, ms: number): void {
    this.timesOf(what).record(ms);
  }

  timesOf(what: Timed): Histogram {
    return this.#times.get(what) as Histogram;
  }

  /** Notes what went wrong, by its code. */
  fail(error: unknown): void {
    const { code, message } = Object(error) as { readonly code?: string | number; readonly message?: string };
    this.failed(String(code ?? message ?? error), 1);
  }

  failed(code: string, times: number): void {
    this.#errors.set(code, (this.#errors.get(code) ?? 0) + times);
  }

  get errors(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#errors);
  }

  add({ counts, errors, times }: Told): void {
    for (const [what, by] of Object.entries(counts)) this.count(what as Counted, by);
    for (const [code, by] of Object.entries(errors)) this.failed(code, by);
    for (const [what, found] of Object.entries(times)) this.timesOf(what as Timed).merge(found);
  }

  told(): Told {
    const times = Object.fromEntries(timed.map((what) => [what, this.timesOf(what).counts()])) as Told["times"];
    return { counts: Object.fromEntries(this.#counts), errors: this.errors, times };
  }
}
