import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { Traces } from "./traces.ts";

/** A request under way, for log lines; whoever made it may be known by and by. */
type Asked = { readonly request: string; player?: string; isOver: boolean };

const asked = new AsyncLocalStorage<Asked>();

/** The ids of the request that is being answered here, if there is one. */
export const requestFields = (): object => {
  const current = asked.getStore();
  // What a request has started, such as a lobby, goes on without it.
  if (current === undefined || current.isOver) return {};
  const { request, player } = current;
  return player === undefined ? { request } : { request, player };
};

/** Notes who has made the request that is being answered here. */
export const askedBy = (player: string): void => {
  const current = asked.getStore();
  if (current !== undefined) current.player = player;
};

export type RequestsOptions = {
  /** The pattern of a route, such as `/api/lobbies/:code`; undefined where there is none. */
  readonly patternOf: (method: string, path: string) => string | undefined;
  /** Whether the ids that come with a request are a proxy's word. */
  readonly trustProxy: boolean;
  readonly newId: () => string;
  readonly metrics: Pick<Metrics, "answered">;
  readonly traces: Traces | undefined;
  readonly log: Pick<Log, "debug">;
};

const goodId = /^[\w.-]{8,64}$/;

/** Gives every request an id, and counts how long its answer takes. Call when all other listeners are there. */
export const watchRequests = (server: Server, options: RequestsOptions): void => {
  const { trustProxy, newId, traces } = options;
  const inner = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const started = performance.now();
    const { "x-request-id": given, traceparent } = request.headers;
    const id = trustProxy && typeof given === "string" && goodId.test(given) ? given : newId();
    const by: Asked = { request: id, isOver: false };
    response.setHeader("x-request-id", id);
    const end = traces?.request(id, trustProxy && typeof traceparent === "string" ? traceparent : undefined);
    response.once("close", () => {
      by.isOver = true;
      const route = routeOf(request, options.patternOf);
      const status = response.writableFinished ? response.statusCode : 499;
      const ms = performance.now() - started;
      options.metrics.answered(route, `${Math.floor(status / 100)}xx`, ms / 1000);
      end?.(route, status, by.player);
      const whose = by.player === undefined ? {} : { player: by.player };
      options.log.debug({ request: id, ...whose, route, status, ms: Math.round(ms) }, "a request was answered");
    });
    asked.run(by, () => {
      for (const listener of inner) listener(request, response);
    });
  });
};

/** A name out of a fixed set; by now the path is without the proxy's part. */
const routeOf = ({ method = "", url = "/" }: IncomingMessage, patternOf: RequestsOptions["patternOf"]): string => {
  const path = url.split("?", 1)[0] as string;
  if (method === "POST" && path.startsWith("/matchmake/")) return "POST /matchmake";
  const pattern = patternOf(method, path);
  return pattern === undefined ? "other" : `${method} ${pattern}`;
};
