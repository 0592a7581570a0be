import type { Log } from "../telemetry/log.ts";
import { Breaker } from "./breaker.ts";
import { Deadline } from "./deadline.ts";
import { type AskOptions, failed, type ModelFailure, type ModelFault } from "./model.ts";
import { Turns, type TurnsOptions } from "./turns.ts";

export type GateOptions = TurnsOptions & {
  /** What is behind it, for the log. */
  readonly name: string;
  /** ms on a clock that never goes back. */
  readonly now: () => number;
  readonly log: Log;
};

/** A request that was let through. */
export type Visit = {
  readonly ok: true;
  readonly deadline: Deadline;
  /** Ends it; without a fault when it went well. It ends by itself when its time is over. */
  readonly leave: (fault?: ModelFault) => void;
};

/** Who may ask a server now: only so many at once, and hardly anybody while it is out of order. */
export class Gate {
  readonly #options: GateOptions;
  readonly #turns: Turns;
  readonly #breaker: Breaker;

  constructor(options: GateOptions) {
    this.#options = options;
    this.#turns = new Turns(options);
    this.#breaker = new Breaker(options.now);
  }

  /** Whether what is behind it has failed so often that it is left alone. */
  get isShut(): boolean {
    return this.#breaker.isOpen;
  }

  /** Waits for a turn, no longer than the request has time. */
  async enter(options: AskOptions): Promise<Visit | ModelFailure> {
    const deadline = new Deadline(options, this.#options.now);
    const endTurn = await this.#turns.take(deadline.signal);
    if (endTurn === undefined) {
      deadline.close();
      return failed(deadline.over ?? "busy", "too many requests were before it");
    }
    if (!this.#breaker.admit()) {
      endTurn();
      deadline.close();
      return failed("unreachable", "not asked, because it has failed several times in a row");
    }
    return { ok: true, deadline, leave: this.#leaving(deadline, endTurn) };
  }

  /** A visit must end even if its owner never comes back to it, as with a stream that nobody reads on. */
  #leaving(deadline: Deadline, endTurn: () => void): (fault?: ModelFault) => void {
    let left = false;
    const leave = (fault?: ModelFault): void => {
      if (left) return;
      left = true;
      deadline.signal.removeEventListener("abort", late);
      deadline.close();
      endTurn();
      const { name, log } = this.#options;
      if (this.#breaker.record(fault))
        log.warn({ fault }, `${name} fails again and again; it is left alone for a while`);
    };
    const late = (): void => leave(deadline.over);
    deadline.signal.addEventListener("abort", late);
    return leave;
  }
}
