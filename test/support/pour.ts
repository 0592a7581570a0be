import type { ServerResponse } from "node:http";

/** Answers with JSON that never ends, as fast as it is taken. */
export const pour = (response: ServerResponse): void => {
  response.writeHead(200, { "content-type": "application/json" });
  const more = (): void => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};
