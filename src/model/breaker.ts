import type { ModelFault } from "./model.ts";

const mostFailures = 5;
const restMs = 30_000;

/** Keeps requests from a server that has failed several times in a row, but for one trial every so often. */
export class Breaker {
  readonly #now: () => number;
  #failures = 0;
  #restsUntil: number | undefined;
  #trying = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  get isOpen(): boolean {
    return this.#restsUntil !== undefined;
  }

  /** Whether a request may be made; who gets a yes has to `record` what came of it. */
  admit(): boolean {
    if (this.#restsUntil === undefined) return true;
    if (this.#trying || this.#now() < this.#restsUntil) return false;
    this.#trying = true;
    return true;
  }

  /** Takes note of how a request went, undefined being well; true when this has made it open. */
  record(fault: ModelFault | undefined): boolean {
    const was = this.isOpen;
    const sign = signOf(fault);
    if (sign === "none") {
      this.#trying = false;
      return false;
    }
    if (sign === "well") {
      this.#failures = 0;
      this.#restsUntil = undefined;
      this.#trying = false;
      return false;
    }
    this.#failures++;
    if (this.#failures < mostFailures) return false;
    // Requests from before it opened may still fail; only the trial says that the rest has been too short.
    if (!was || this.#trying) this.#restsUntil = this.#now() + restMs;
    this.#trying = false;
    return !was;
  }
}

/** What a request says of the server: an answer that is no use was still an answer. */
const signOf = (fault: ModelFault | undefined): "well" | "ill" | "none" => {
  switch (fault) {
    case undefined:
    case "refused":
    case "truncated":
    case "nonsense":
    case "rejected":
      return "well";
    case "busy":
    case "quota":
    case "unauthorized":
    case "unreachable":
    case "too_slow":
      return "ill";
    case "stopped":
      return "none";
  }
};
