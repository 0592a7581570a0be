export { createEndpoint } from "@colyseus/core";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";
import { ApiError, failureBody } from "./errors.ts";

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

/** Put into an endpoint's options: what does not fit its schema is refused as `malformed`, field by field. */
export const checked = {
  onValidationError: ({ issues }: { readonly issues: readonly Issue[] }): never => {
    const fields = issues.map(({ message, path }) => [nameOf(path), message] as const);
    throw new ApiError("malformed", Object.fromEntries(fields));
  },
};

const nameOf = (path: Issue["path"]): string =>
  (path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join(".") || "body";

/** How the router answers what was thrown. */
export const routerErrors = (log: Log) => ({
  onError: (error: unknown): Response => {
    if (error instanceof Outage) return answerTo(new ApiError("not_available"));
    const known = error instanceof ApiError ? error : new ApiError("not_available", undefined, 500);
    if (known !== error) log.error({ err: error }, "a route failed");
    return answerTo(known);
  },
});

const answerTo = (error: ApiError): Response => Response.json(failureBody(error), { status: error.status });
