import type { Application } from "express";
import sirv from "sirv";
import { ApiError, failureBody } from "./errors.ts";

/** The pages that are one application: it reads the address itself. */
const pages = ["/l/:code", "/screen/:code", "/packs", "/packs/:id", "/p/:id", "/g/:id", "/boards", "/reset-password"];
/** The parts of the dashboard one by one: other things of the staff stand beside them, under `/admin` as well. */
const sections = ["lobbies", "queue", "people", "audit", "questions", "use", "health", "settings"];
const staffPages = ["/admin", ...sections.flatMap((name) => [`/admin/${name}`, `/admin/${name}/:id`])];

/** Serves the built portal, compressed beforehand; its hashed files may be kept for ever, its page never. */
export const servePortal = (app: Application, directory: string | undefined): void => {
  app.disable("x-powered-by");
  if (directory !== undefined) servePages(app, directory);
  app.use((_request, response) => {
    response.status(404).json(failureBody(new ApiError("not_found")));
  });
};

const servePages = (app: Application, directory: string): void => {
  const serve = sirv(directory, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const kept = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      response.setHeader("cache-control", kept);
    },
  });
  app.get([...pages, ...staffPages], (request, response, next) => {
    request.url = "/";
    serve(request, response, next);
  });
  app.get("/", serve);
  app.use(serve);
};
