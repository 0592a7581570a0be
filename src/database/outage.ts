import { Outage } from "../journal/journal.ts";

/** What a socket says when nobody, or nobody any more, is at the other end. */
const socketCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** Of PostgreSQL: connection lost, out of something (disk, memory, connections), stopping or starting, an I/O error. */
const stateClasses = new Set(["08", "53", "58"]);
const states = new Set([
  "57P01", // stopped by its operator
  "57P02", // crashed
  "57P03", // starting up
  "57P05", // idle for too long
  "57014", // statement_timeout
  "55P03", // lock_timeout
  "25P03", // idle in a transaction for too long
  "25006", // read-only, as after a failover
]);

/** `pg` gives these without a code. */
const words =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/**
 * The Outage that an error of either database amounts to; undefined when the error is somebody's fault.
 * An outage can be tried again, but whether what was under way took effect is not known.
 */
export const asOutage = (error: unknown): Outage | undefined => {
  if (error instanceof Outage) return error;
  if (!(error instanceof Error)) return undefined;
  return isOutage(error) ? new Outage(`The database can't be reached: ${error.message}`, { cause: error }) : undefined;
};

const isOutage = (error: Error & { readonly code?: unknown; readonly syscall?: unknown }): boolean => {
  const { code } = error;
  if (typeof code !== "string") return words.test(error.message);
  // A server on a Unix socket that is gone.
  if (code === "ENOENT") return error.syscall === "connect";
  return socketCodes.has(code) || states.has(code) || (code.length === 5 && stateClasses.has(code.slice(0, 2)));
};

/** Whether a row was refused because its key is taken; `constraint` asks for one key by its name. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  error instanceof Error &&
  (error as { code?: unknown }).code === "23505" &&
  (constraint === undefined || (error as { constraint?: unknown }).constraint === constraint);
