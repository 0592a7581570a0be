import type { Deadline } from "../../model/deadline.ts";
import type { Ask, Model, ModelFault } from "../../model/model.ts";
import { SourceFault } from "./source-fault.ts";

/** What one making asks of models: within one deadline, and counted. */
export class Talk {
  readonly tokens = { input: 0, output: 0 };
  requests = 0;
  readonly #deadline: Deadline;
  readonly #lost: ModelFault[] = [];

  constructor(deadline: Deadline) {
    this.#deadline = deadline;
  }

  /** Requests that came to nothing, each with why. */
  get lost(): readonly ModelFault[] {
    return this.#lost;
  }

  /** The answer, or undefined when only this one request came to nothing. Throws a SourceFault when others would, too. */
  async ask<T>(model: Model, ask: Ask<T>): Promise<{ readonly value: T; readonly model: string } | undefined> {
    const { signal, leftMs } = this.#deadline;
    this.requests++;
    const answer = await model.ask(ask, { signal, timeoutMs: Math.max(1, leftMs) });
    if (answer.ok) {
      this.tokens.input += answer.tokens.input;
      this.tokens.output += answer.tokens.output;
      return answer;
    }
    if (!costsOnlyItself(answer.fault)) throw new SourceFault(answer.fault);
    this.#lost.push(answer.fault);
    return undefined;
  }
}

const costsOnlyItself = (fault: ModelFault): boolean => {
  switch (fault) {
    case "refused":
    case "truncated":
    case "nonsense":
      return true;
    case "busy":
    case "quota":
    case "unauthorized":
    case "unreachable":
    case "too_slow":
    case "stopped":
    case "rejected":
      return false;
  }
};
