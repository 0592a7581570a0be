import express, { type Application } from "express";
import { join } from "node:path";
import { ApiError, failureBody } from "./errors.ts";

/** The pages that are one application: it reads the address itself. */
const pages = ["/", "/l/:code", "/screen/:code"];

/** Serves the built portal; its hashed files may be kept for ever, its page never. */
export const servePortal = (app: Application, directory: string | undefined): void => {
  app.disable("x-powered-by");
  if (directory !== undefined) servePages(app, directory);
  app.use((_request, response) => {
    response.status(404).json(failureBody(new ApiError("not_found")));
  });
};

const servePages = (app: Application, directory: string): void => {
  app.use(
    express.static(directory, {
      index: false,
      setHeaders: (response, path) => {
        const hashed = path.startsWith(join(directory, "assets"));
        response.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  app.get(pages, (_request, response) => {
    response.setHeader("cache-control", "no-cache");
    response.sendFile("index.html", { root: directory });
  });
};
