import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type createRouter, defineRoom, defineServer, matchMaker } from "@colyseus/core";
import { Encoder } from "@colyseus/schema";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { adminRoomOf } from "../rooms/admin-room.ts";
import { directoryRoomOf } from "../rooms/directory-room.ts";
import { type LobbyRoom, lobbyRoomOf } from "../rooms/lobby-room.ts";
import type { Services } from "../rooms/services.ts";
import { processFor } from "../rooms/waker.ts";
import type { Admin } from "./admin/admin.ts";
import type { Cluster } from "./cluster/cluster.ts";
import type { Origins } from "./http/origins.ts";
import { pingInTurns } from "./pings.ts";
import type { Log } from "./telemetry/log.ts";

export type FrameworkOptions = {
  readonly http: HttpServer;
  readonly origins: Origins;
  readonly cluster: Cluster | undefined;
  readonly publicAddress: string | undefined;
  readonly log: Log;
  readonly rooms: { readonly services: Services; readonly admin: Admin };
  readonly routes: ReturnType<typeof createRouter>;
  readonly express: NonNullable<Parameters<typeof defineServer>[0]["express"]>;
};

/** A server that gives nobody more time than they need. */
export const newHttpServer = (): HttpServer =>
  createHttpServer({
    headersTimeout: 3000,
    // The listener gives most requests much less; see caller.ts.
    requestTimeout: 130_000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 16 * 1024,
  });

/** Colyseus, set up as we need it; its defaults are for development. */
export const frameworkOf = (options: FrameworkOptions) => {
  const { http, origins, cluster, publicAddress, log, rooms, routes, express } = options;
  const { services, admin } = rooms;
  // A room allocates two buffers of this size, which ours never use; see serializer.ts. So small, they are on the heap.
  Encoder.BUFFER_SIZE = 64;
  guardMatchmaking(origins);
  const transport = new WebSocketTransport({
    server: http,
    maxPayload: 16 * 1024,
    // We ping by ourselves, not everybody at once.
    pingInterval: 0,
    beforeUpgrade: (_request, { headers }) =>
      origins.allows(headers.get("origin"), headers.get("host")) ? undefined : new Response(null, { status: 403 }),
  });
  pingInTurns(http, transport);
  return defineServer({
    greet: false,
    gracefullyShutdown: false,
    ...(cluster === undefined ? {} : { driver: cluster.driver, presence: cluster.presence }),
    ...(publicAddress === undefined ? {} : { publicAddress }),
    selectProcessIdToCreateRoom: processFor,
    logger: frameworkLog(log),
    transport,
    rooms: {
      // Whoever asked for it, it can be found now. A process that hands it over can't say so: it still has one of this code.
      lobby: defineRoom(lobbyRoomOf(services))
        .enableRealtimeListing()
        .on("create", (room) => (room as unknown as LobbyRoom).open()),
      directory: defineRoom(directoryRoomOf(services)),
      admin: defineRoom(adminRoomOf(services, admin)),
    },
    routes,
    express,
  });
};

/** Rooms are made by our own route only, and only pages of allowed origins may read our answers. */
const guardMatchmaking = (origins: Origins): void => {
  const { controller } = matchMaker;
  controller.exposedMethods = [];
  controller.DEFAULT_CORS_HEADERS = { ...controller.DEFAULT_CORS_HEADERS, "Access-Control-Allow-Origin": "null" };
  controller.getCorsHeaders = (headers) => {
    const origin = headers.get("origin");
    const plain: Record<string, string> = { Vary: "Origin" };
    return origin !== null && origins.allows(origin, headers.get("host"))
      ? { ...plain, "Access-Control-Allow-Origin": origin }
      : plain;
  };
};

const passing = /^(ipc_timeout|Unreadable|Held|Conflict|Outage):/;

/** The framework's own words, kept to warnings and errors. */
const frameworkLog = (log: Log) => {
  const words = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(" ");
  return {
    trace: () => {},
    debug: () => {},
    info: (...parts: unknown[]) => log.debug(words(parts)),
    warn: (...parts: unknown[]) => log.warn(words(parts)),
    error: (...parts: unknown[]) => {
      const said = words(parts);
      // Another process is gone or stands still, and the lobby is somewhere else.
      if (passing.test(said)) log.warn(said);
      else log.error(said);
    },
  };
};
