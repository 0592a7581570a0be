import { pino } from "pino";

export type Log = {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
};
type LogMethod = (fields: object | string, message?: string) => void;

/** JSON lines on standard error. What could be a secret is cut out wherever it may turn up. */
export const logOf = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
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
    },
    pino.destination({ fd: 2, sync: false }),
  );
