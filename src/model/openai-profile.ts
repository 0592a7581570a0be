import type { Complaint } from "./openai-failure.ts";

/** How JSON is asked for, from the strictest way to the one that every server has. */
const rungs = ["json_schema", "json_object", "prompt"] as const;
export type Rung = (typeof rungs)[number];

export const rungBelow = (rung: Rung): Rung | undefined => rungs[rungs.indexOf(rung) + 1];

/** What a request may leave out. */
export type Parameters = {
  temperature?: number;
  max_completion_tokens?: number;
  max_tokens?: number;
};

/** Answers in a row that were no use, after which a rung is taken for one that the server only pretends to have. */
const mostNonsense = 3;

/** What a model on a server has turned out to understand. */
export class Profile {
  readonly #nonsense = new Map<Rung, number>();
  /** By the name of a schema; the names are ours, so they are few. */
  readonly #bySchema = new Map<string, Rung>();
  #best: Rung = "json_schema";
  #temperature = true;
  #limit: "max_completion_tokens" | "max_tokens" | "none" = "max_completion_tokens";

  /** The rung to begin with. */
  rungFor(schema: string): Rung {
    const own = this.#bySchema.get(schema) ?? "json_schema";
    return rungs.indexOf(own) > rungs.indexOf(this.#best) ? own : this.#best;
  }

  /** The server has taken a request on this rung after it refused one above: for this schema, or altogether. */
  settle(rung: Rung, schema?: string): void {
    if (schema !== undefined) this.#bySchema.set(schema, rung);
    else if (rungs.indexOf(rung) > rungs.indexOf(this.#best)) this.#best = rung;
  }

  /** An answer on this rung was of use, or was not. */
  note(rung: Rung, wasUse: boolean): void {
    const inRow = wasUse ? 0 : (this.#nonsense.get(rung) ?? 0) + 1;
    this.#nonsense.set(rung, inRow);
    const below = rungBelow(rung);
    if (inRow >= mostNonsense && below !== undefined) this.settle(below);
  }

  parameters(wish: { readonly temperature?: number; readonly maxTokens?: number }): Parameters {
    const parameters: Parameters = {};
    if (this.#temperature && wish.temperature !== undefined) parameters.temperature = wish.temperature;
    if (this.#limit !== "none" && wish.maxTokens !== undefined) parameters[this.#limit] = wish.maxTokens;
    return parameters;
  }

  /** Learns from a complaint about what was sent; true when a next request is different. */
  learn(about: Complaint | undefined, sent: Parameters): boolean {
    if (about === "temperature" && sent.temperature !== undefined) {
      this.#temperature = false;
      return true;
    }
    if (about !== "tokens") return false;
    if (sent.max_completion_tokens !== undefined) {
      this.#limit = "max_tokens";
      return true;
    }
    if (sent.max_tokens === undefined) return false;
    this.#limit = "none";
    return true;
  }
}
