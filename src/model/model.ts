import type { z } from "zod";

/** One request for structured data. */
export type Ask<T> = {
  /** A name for the schema: letters, digits and "_". */
  readonly name: string;
  /** Rules, ours alone: nothing that people wrote is ever put in here. */
  readonly system: string;
  /** Data, as JSON: topics, questions, names. */
  readonly user: string;
  /** What must come back; bare on the wire (no lengths, no patterns), so that every server can compile it. */
  readonly schema: z.ZodType<T>;
  readonly temperature?: number;
  readonly maxTokens?: number;
};

/** Why a model gave nothing usable. */
export type ModelFault =
  /** It declined, or a content filter did. */
  | "refused"
  /** It ran into its limit of length. */
  | "truncated"
  /** What came back is not what was asked for. */
  | "nonsense"
  /** Too many requests, or the server is overloaded. */
  | "busy"
  /** The account has no credit left. */
  | "quota"
  /** The key is wrong or may not do this. */
  | "unauthorized"
  /** No connection, it broke, or what stands behind it is out of order. */
  | "unreachable"
  | "too_slow"
  /** Our own signal. */
  | "stopped"
  /** The server refuses the request itself. */
  | "rejected";

export type ModelFailure = {
  readonly ok: false;
  readonly fault: ModelFault;
  /** For the log: never a key, never a prompt. */
  readonly message: string;
};

export const failed = (fault: ModelFault, message: string): ModelFailure => ({ ok: false, fault, message });

export type ModelAnswer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** The model that answered, as the server names it. */
      readonly model: string;
      /** Of all tries together; 0 where the server doesn't say. */
      readonly tokens: { readonly input: number; readonly output: number };
    }
  | ModelFailure;

/** Word for word; the last piece has been given when it ends. Ends early, and throws a ModelError, when it fails. */
export type Say = {
  readonly system: string;
  readonly messages: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly temperature?: number;
  readonly maxTokens?: number;
};

export type AskOptions = {
  readonly signal: AbortSignal;
  /** For all tries together. */
  readonly timeoutMs: number;
};

/** A language model, wherever it runs. */
export type Model = {
  readonly ask: <T>(ask: Ask<T>, options: AskOptions) => Promise<ModelAnswer<T>>;
  readonly say: (say: Say, options: AskOptions) => AsyncIterable<string>;
};

export type Verdict = {
  readonly flagged: boolean;
  /** By category, as the server names them: 0 for certainly not, 1 for certainly. */
  readonly scores: Readonly<Record<string, number>>;
};

export type Verdicts = { readonly ok: true; readonly verdicts: readonly Verdict[] } | ModelFailure;

/** Judges what people and models have written; not every model's server can. */
export type Moderator = {
  /** A verdict for each text, in their order. Asked once: nothing is tried again, and nobody is turned away. */
  readonly moderate: (texts: readonly string[], options: AskOptions) => Promise<Verdicts>;
};

/** A stream that broke off, with why. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly fault: ModelFault;

  constructor(fault: ModelFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
