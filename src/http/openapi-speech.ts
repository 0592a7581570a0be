import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answers, failure, json, signedInOnly } from "./openapi-parts.ts";
import { partFormat, saidFormat } from "./speech-routes.ts";

const sound = z.string().meta({ format: "binary" });
const refused = { default: { description: "Refused; `error.code` says why", ...json(failure) } };

/** Reading aloud and listening; docs/voice.md says what becomes of what is heard. */
export const speechPaths: ZodOpenApiPathsObject = {
  "/api/speech": {
    get: {
      summary: "What this server can do with voices",
      responses: answers("200", "What it can do", z.object({ aloud: z.boolean(), listen: z.boolean() })),
    },
  },
  "/api/speech/{lobby}/{question}": {
    get: {
      summary: "The question on show read aloud, or its answer once that is revealed",
      security: signedInOnly,
      requestParams: { path: z.object({ lobby: z.string(), question: z.string() }), query: partFormat },
      responses: { "200": { description: "Sound", content: { "audio/mpeg": { schema: sound } } }, ...refused },
    },
  },
  "/api/transcribe": {
    post: {
      summary: "What a player of a lobby said, at most 15 seconds and a megabyte of it; nothing is kept",
      security: signedInOnly,
      requestParams: { query: saidFormat },
      requestBody: { content: { "audio/webm": { schema: sound }, "audio/mp4": { schema: sound } } },
      responses: answers("200", "The words", z.object({ text: z.string() })),
    },
  },
};
