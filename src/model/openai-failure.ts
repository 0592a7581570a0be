import type { Deadline } from "./deadline.ts";
import type { ModelFailure, ModelFault } from "./model.ts";
import { TooLong } from "./openai-fetch.ts";

/** What a server complains about that we can do without. */
export type Complaint =
  /** This kind of response_format. */
  | "format"
  /** This schema, though perhaps no other. */
  | "schema"
  | "temperature"
  /** The name that the limit of length goes by. */
  | "tokens"
  /** Nothing that we could read. */
  | "something";

export type Failure = ModelFailure & {
  readonly about?: Complaint;
  /** Whether the same request may go well in a moment. */
  readonly passing: boolean;
  /** How long the server wants to be left alone. */
  readonly waitMs?: number;
};

/** An error of the SDK, as far as we rely on it. */
type StatusError = {
  readonly status: number;
  readonly headers?: Headers;
  readonly code?: unknown;
  readonly param?: unknown;
  readonly type?: unknown;
  readonly message?: unknown;
};

/** A failure as data. Servers quote keys and prompts in what they say, so none of their words are in the message. */
export const failureOf = (error: unknown, deadline: Deadline): Failure => {
  if (deadline.over === "stopped") return failure("stopped", "the asker has stopped it");
  if (deadline.over === "too_slow") return failure("too_slow", "no whole answer within the time given");
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof TooLong)) return failure("nonsense", "the answer is too long");
  if (hasStatus(error)) return ofStatus(error);
  if (error instanceof SyntaxError) {
    return { ...failure("unreachable", "what answers does not speak as a model's server does"), passing: true };
  }
  const code = causes.map(systemCodeOf).find((one) => one !== undefined);
  return { ...failure("unreachable", `the connection failed${code === undefined ? "" : ` (${code})`}`), passing: true };
};

const failure = (fault: ModelFault, message: string): Failure => ({ ok: false, fault, message, passing: false });

const hasStatus = (error: unknown): error is StatusError =>
  error instanceof Error && typeof (error as { readonly status?: unknown }).status === "number";

const causesOf = (error: unknown): readonly Error[] => {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause);
  return causes;
};

/** The operating system's or Node's own word, such as ECONNREFUSED; an error of the API has a server's word there. */
const systemCodeOf = (error: Error & { readonly code?: unknown }): string | undefined =>
  !("status" in error) && typeof error.code === "string" && /^[A-Z][A-Z_]{2,40}$/.test(error.code)
    ? error.code
    : undefined;

const ofStatus = (error: StatusError): Failure => {
  const { status } = error;
  const noCredit = status === 402 || [error.code, error.type].some((word) => /quota|billing/.test(String(word)));
  if (noCredit) return failure("quota", `status ${status}: the account has no credit left`);
  if (status === 401 || status === 403) return failure("unauthorized", `status ${status}: the key is not accepted`);
  const words = wordsOf(error);
  if (status === 400 || status === 422) return ofRefusal(status, words);
  if (words.includes("failed to parse grammar")) return ofRefusal(status, words);
  if (status === 404) return failure("rejected", "status 404: there is no such model, or no such route");
  if ([409, 429, 503, 529].includes(status)) {
    return { ...failure("busy", `status ${status}: it has too much to do`), ...againOf(error) };
  }
  if (status === 408 || status >= 500) {
    return { ...failure("unreachable", `status ${status}: it is out of order`), ...againOf(error) };
  }
  if (status < 400) return failure("rejected", `status ${status}: it is somewhere else, and we don't go there`);
  return failure("rejected", `status ${status}: the request is refused`);
};

const wordsOf = ({ code, param, message }: StatusError): string =>
  [code, param, message]
    .filter((word) => typeof word === "string")
    .map((word) => word.slice(0, 4000).toLowerCase())
    .join(" ");

/** Every server has its own words for the same refusals. */
const complaints: readonly (readonly [Complaint, RegExp])[] = [
  ["schema", /invalid schema|invalid_json_schema|failed to parse grammar/],
  ["format", /response_format|json_schema|json_object|grammar|structured output|guided/],
  ["temperature", /temperature/],
  ["tokens", /max_tokens|max_completion_tokens/],
  // The SDK's words for an error that is in no form it knows.
  ["something", /status code \(no body\)/],
];

const ofRefusal = (status: number, words: string): Failure => {
  if (/content_filter|content_policy|moderation_blocked/.test(words)) {
    return failure("refused", `status ${status}: a content filter refuses it`);
  }
  // What is named first is what it is about: others may follow as what to use instead.
  const [first] = complaints
    .map(([about, pattern]) => ({ about, at: words.search(pattern) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at);
  const refusal = failure("rejected", `status ${status}: the request is refused`);
  return first === undefined ? refusal : { ...refusal, about: first.about };
};

const againOf = ({ headers }: StatusError): Pick<Failure, "passing" | "waitMs"> => {
  const waitMs = waitOf(headers);
  return { passing: headers?.get("x-should-retry") !== "false", ...(waitMs === undefined ? {} : { waitMs }) };
};

const waitOf = (headers: Headers | undefined): number | undefined => {
  const ms = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (ms >= 0) return ms;
  const after = headers?.get("retry-after") ?? "";
  const seconds = Number.parseFloat(after);
  if (seconds >= 0) return seconds * 1000;
  const at = Date.parse(after);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
};
