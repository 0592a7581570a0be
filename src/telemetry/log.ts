import { type DestinationStream, pino } from "pino";
import { requestFields } from "./requests.ts";
import { scrubbed } from "./scrub.ts";

export type Log = {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
};
type LogMethod = (fields: object | string, message?: string) => void;

const longest = 4000;
const mostCauses = 3;

/** JSON lines on standard error, with the request that they belong to. What could be a secret is cut out wherever it may turn up. */
export const logOf = (level: string, destination: DestinationStream = standardError()): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: requestFields,
      serializers: { err: (error: unknown) => plain(error) },
      redact: {
        paths: [
          "token",
          "password",
          "authorization",
          "*.token",
          "*.password",
          "*.authorization",
          "headers",
          "*.headers",
        ],
        censor: "[cut]",
      },
      hooks: { streamWrite: scrubbed },
    },
    destination,
  );

const standardError = (): DestinationStream => pino.destination({ fd: 2, sync: false });

/** An error's own words and nothing else that libraries hang on it, such as a request with its headers or a row. */
const plain = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return typeof error === "string" ? error.slice(0, longest) : typeof error;
  const { name, message, stack, cause } = error;
  const code = Reflect.get(error, "code") as unknown;
  return {
    type: name,
    message: message.slice(0, longest),
    stack: stack?.slice(0, longest),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(cause === undefined || depth === mostCauses ? {} : { cause: plain(cause, depth + 1) }),
  };
};
