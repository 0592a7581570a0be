import type { ModelFailure } from "../../model/model.ts";
import type { Log } from "../../telemetry/log.ts";

const mostFailures = 5;
const restMs = 60_000;

/** Leaves a server alone that has failed several times in a row, but for one trial a minute; says so to the log. */
export class Breaker {
  readonly #now: () => number;
  readonly #log: Log;
  #failures = 0;
  #restsUntil: number | undefined;
  #trying = false;

  constructor(now: () => number, log: Log) {
    this.#now = now;
    this.#log = log;
  }

  /** From the last failure of the row until a trial goes well. */
  get isOut(): boolean {
    return this.#restsUntil !== undefined;
  }

  /** Whether there is no use in waiting: it rests, or the trial is under way. */
  get isShut(): boolean {
    return this.#restsUntil !== undefined && (this.#trying || this.#now() < this.#restsUntil);
  }

  /** Whether a call may be made; who gets a yes has to tell whether it went `well` or `ill`, or that it `ended`. */
  admit(): boolean {
    if (this.isShut) return false;
    this.#trying = this.isOut;
    return true;
  }

  well(): void {
    if (this.isOut) this.#log.warn({ event, degraded: false }, "the second opinion on what is said is back");
    this.#failures = 0;
    this.#restsUntil = undefined;
    this.#trying = false;
  }

  /** Says nothing of the server, either way. */
  ended(): void {
    this.#trying = false;
  }

  ill({ fault, message }: ModelFailure): void {
    this.#trying = false;
    this.#failures++;
    if (this.#failures < mostFailures) return;
    if (!this.isOut) {
      const fields = { event, degraded: true, fault, reason: message };
      this.#log.warn(fields, "the second opinion on what is said fails again and again: the local verdict stands");
    }
    this.#restsUntil = this.#now() + restMs;
  }
}

const event = "moderation.degraded";
