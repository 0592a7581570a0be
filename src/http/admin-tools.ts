import { createMiddleware, Room } from "@colyseus/core";
import { monitor } from "@colyseus/monitor";
import type { Application, Request, RequestHandler, Response } from "express";
import type { Admin } from "../admin/admin.ts";
import { type Identity, TokenError } from "../accounts/tokens.ts";
import type { Log } from "../telemetry/log.ts";
import { sessionIn } from "./admin-session-routes.ts";
import { readCode } from "./codes.ts";
import { type HttpContext, identify } from "./context.ts";
import { ApiError, failureBody } from "./errors.ts";
import { isReading, monitorCall, playgroundPaths } from "./admin-tool-rules.ts";

type Tools = {
  readonly context: Pick<HttpContext, "identities">;
  readonly admin: Pick<Admin, "sessions" | "recorder">;
  readonly log: Log;
};

/** Both are guarded before they are reached; without any guard of their own they hide behind 404 in production. */
const use = [createMiddleware(async () => {})];

/**
 * Colyseus' monitor and playground, for the staff alone. A browser opens them by the cookie of `/api/admin/session`,
 * a program by a bearer token.
 */
export const serveAdminTools = (app: Application, tools: Tools): void => {
  const guarded = (check: (request: Request, identity: Identity) => Promise<RequestHandler>): RequestHandler =>
    function guard(request, response, next): void {
      const run = async (): Promise<void> => {
        const identity = await whoAsks(tools, request);
        const serve = await check(request, identity);
        // For what they tell; their files say the same for everybody, and say so.
        response.setHeader("cache-control", "private, no-store");
        await serve(request, response, next);
      };
      run().catch((error: unknown) => refuse(response, error, tools.log));
    };

  const monitorPages = monitor({ use }) as unknown as RequestHandler;
  app.use(
    "/admin/monitor",
    guarded((request, identity) => checkMonitor(tools, request, identity, monitorPages)),
  );

  let playgroundPages: Promise<RequestHandler> | undefined;
  app.use(
    "/admin/playground",
    guarded(async (request, { role }) => {
      // It shows how the server is made inside, which is no business of who looks after people.
      if (role !== "admin") throw new ApiError("not_owner");
      if (!isReading(request.method) || !playgroundPaths.test(request.path)) throw new ApiError("not_found");
      return (playgroundPages ??= loadPlayground());
    }),
  );
};

const checkMonitor = async (
  { admin }: Tools,
  request: Request,
  identity: Identity,
  pages: RequestHandler,
): Promise<RequestHandler> => {
  const call = monitorCall(request.method, request.path, request.originalUrl, request.headers["sec-fetch-site"]);
  switch (call.kind) {
    case "nothing":
      throw new ApiError("not_found");
    case "look":
      return pages;
    case "refused":
      throw new ApiError("not_owner");
    case "act": {
      if (identity.role !== "admin") throw new ApiError("not_owner");
      const { room, method } = call;
      const deed = { action: `monitor.${method}`, target: `lobby:${room}`, subject: "", why: "" } as const;
      await admin.recorder.act(identity, { ...deed, before: null, after: { args: call.args } }, async () => {});
      // Its own way to end a room would leave a lobby that nobody can wake: it is given up in good order instead.
      if (method === "disconnect" && readCode(room) === room)
        request.url = `/api/room/call?${new URLSearchParams({ roomId: room, method: "abandon", args: "[]" }).toString()}`;
      return pages;
    }
  }
};

/** Throws an ApiError for everybody who is not staff. */
const whoAsks = async ({ context, admin }: Tools, { headers }: Request): Promise<Identity> => {
  const identity = await (headers.authorization === undefined
    ? admin.sessions.admit(sessionIn(headers.cookie)).catch((error: unknown) => {
        throw error instanceof TokenError ? new ApiError(error.code) : error;
      })
    : identify(context, headers.authorization));
  if (identity.role === "player" || identity.kind !== "human") throw new ApiError("not_owner");
  return identity;
};

/**
 * Loaded when it is first wanted. As it loads it takes over how rooms let people in, and sends everybody who joins any
 * room the types of its messages: both are put back.
 */
const loadPlayground = async (): Promise<RequestHandler> => {
  const onAuth: unknown = Reflect.get(Room, "onAuth");
  const onJoin: unknown = Reflect.get(Room.prototype, "_onJoin");
  const { playground } = await import("@colyseus/playground");
  const pages = playground({ prefix: "/playground", use });
  Reflect.set(Room, "onAuth", onAuth);
  Reflect.set(Room.prototype, "_onJoin", onJoin);
  return pages;
};

const refuse = (response: Response, error: unknown, log: Log): void => {
  if (response.headersSent) return void response.destroy();
  const known = error instanceof ApiError ? error : new ApiError("not_available");
  if (known !== error) log.error({ err: error }, "a page of the staff failed");
  response.status(known.status).set("cache-control", "no-store").json(failureBody(known));
};
