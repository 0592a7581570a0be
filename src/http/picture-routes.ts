import { renderPicture } from "../pictures/generated.ts";
import { createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";

const yearSeconds = 31_536_000;

/** Pictures drawn by rule from the hash of a topic; they never change. */
export const pictureRoutes = () => ({
  picture: createEndpoint("/pictures/:name", { method: "GET" }, (request) => {
    const name = request.params.name;
    const svg = name.endsWith(".svg") ? renderPicture(name.slice(0, -4)) : undefined;
    if (svg === undefined) throw new ApiError("not_found");
    return Promise.resolve(
      new Response(svg, {
        headers: {
          "content-type": "image/svg+xml; charset=utf-8",
          "cache-control": `public, max-age=${yearSeconds}, immutable`,
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        },
      }),
    );
  }),
});
