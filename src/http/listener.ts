import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";
import { isUpload, readJson } from "./body.ts";
import { callerOf, callFor } from "./caller.ts";
import { addressHeader } from "./context.ts";
import { ApiError, failureBody } from "./errors.ts";
import type { SeatRequest } from "./matchmaking.ts";
import type { Origins } from "./origins.ts";

export type ListenerOptions = {
  readonly seats: (request: SeatRequest) => Promise<object>;
  readonly origins: Origins;
  readonly trustProxy: boolean;
  /** The path under which a proxy sends us our own requests, such as `/p1`; "" for none. */
  readonly prefix?: string;
  readonly log: Log;
  /** How long a request's body may take, unless a route gives it more time. */
  readonly bodyMs?: number;
};

const policy = [
  "default-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: https:",
  "style-src 'self' 'unsafe-inline'",
  // Questions read aloud come by fetch, as their sender must be known.
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const safety: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(self)",
};

/**
 * Puts our own handling before everything the framework listens for: sizes, origins and safe headers for
 * all, and the joining of rooms, which the framework would let anybody do in any way.
 */
export const guardRequests = (server: Server, options: ListenerOptions): void => {
  const inner = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response, inner, options).catch((error: unknown) => fail(response, error, options.log));
  });
};

const handle = async (
  request: IncomingMessage & { body?: unknown },
  response: ServerResponse,
  inner: readonly RequestListener[],
  options: ListenerOptions,
): Promise<void> => {
  const caller = callerOf(request, response, options.bodyMs ?? 5000);
  for (const name in safety) response.setHeader(name, safety[name] as string);
  const { origin, host } = request.headers;
  if (!options.origins.allows(origin, host)) throw new ApiError("unauthorized", { origin: "is not allowed" }, 403);
  request.url = withoutPrefix(request.url ?? "/", options.prefix ?? "");
  const address = addressOf(request, options.trustProxy);
  request.headers[addressHeader] = address;
  const path = (request.url ?? "/").split("?", 1)[0] as string;
  // Nothing in a database has NUL in it, nor may it be asked for one: not every route need know that.
  if (path.includes("%00")) throw new ApiError("not_found");
  if (request.url.includes("%00")) throw new ApiError("malformed", { query: "can't be stored" });
  const writes = request.method !== "GET" && request.method !== "HEAD" && request.method !== "OPTIONS";
  // What may be large is read by its route, which knows first who sends it.
  if (writes && !isUpload(request.method, path)) {
    const body = await readJson(request);
    if (path.startsWith("/matchmake/")) {
      const [, , method = "", target = ""] = path.split("/");
      allow(response, origin);
      const { authorization } = request.headers;
      return send(response, 200, await options.seats({ method, target, options: body, authorization, address }));
    }
    if (body !== undefined && (typeof body !== "object" || body === null)) {
      throw new ApiError("malformed", { body: "must be an object" });
    }
    // The router takes a body that has been read already from here.
    request.body = body;
  }
  if (/^\/(?:api|auth|metrics|admin\/(?:monitor|playground))\b/i.test(path)) endWhole(response);
  callFor(caller, () => {
    for (const listener of inner) listener(request, response);
  });
};

/**
 * The router writes an answer as one piece, and forgets to end it when it is told to wait before it writes more
 * (better-call 1.3.3, its issue 123): it is never told so.
 */
const endWhole = (response: ServerResponse): void => {
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  response.write = ((...given: unknown[]) => {
    write(...given);
    return true;
  }) as ServerResponse["write"];
};

const withoutPrefix = (url: string, prefix: string): string =>
  prefix !== "" && (url === prefix || url.startsWith(`${prefix}/`)) ? url.slice(prefix.length) || "/" : url;

/** The client's own address; a proxy's word for it counts only where the operator says so. */
const addressOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(",")[0]?.trim();
  return first || (request.socket.remoteAddress ?? "");
};

/** Lets an allowed page of another origin read the answer. */
const allow = (response: ServerResponse, origin: string | undefined): void => {
  if (origin === undefined) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("vary", "origin");
};

const send = (response: ServerResponse, status: number, body: object): void => {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
    .end(text);
};

const fail = (response: ServerResponse, error: unknown, log: Log): void => {
  if (response.headersSent) return void response.destroy();
  if (error instanceof ApiError) {
    if (error.status === 413) response.setHeader("connection", "close");
    return send(response, error.status, failureBody(error));
  }
  if (error instanceof Outage) return send(response, 503, failureBody(new ApiError("not_available")));
  log.error({ err: error }, "a request failed");
  send(response, 500, failureBody(new ApiError("not_available", undefined, 500)));
};
