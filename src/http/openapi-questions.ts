import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answers, failure, idInPath, json, signedInOnly } from "./openapi-parts.ts";
import { reviewFormat, reviewListFormat, supplyFormat } from "./question-routes.ts";

const cared = z
  .object({
    id: z.string(),
    question: z.object({
      prompt: z.string(),
      choices: z.array(z.string()),
      key: z.int(),
      category: z.string(),
      explanation: z.string(),
    }),
    plays: z.int(),
    right: z.int(),
    reports: z.int(),
    state: z.enum(["live", "hidden", "kept", "removed"]),
    reason: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: "CaredQuestion" });
const report = z.object({
  question: z.string(),
  player: z.string(),
  lobby: z.string(),
  game: z.string(),
  reason: z.string(),
  at: z.number(),
});

/** Where questions come from, the review of those that people complain about, and pictures of topics. */
export const questionPaths: ZodOpenApiPathsObject = {
  "/api/sources": {
    get: {
      summary: "Where questions come from, and about how many each has on a topic",
      requestParams: { query: supplyFormat },
      responses: answers(
        "200",
        "The sources",
        z.object({ sources: z.array(z.object({ name: z.string(), supply: z.int() })) }),
      ),
    },
  },
  "/pictures/{name}": {
    get: {
      summary: "The drawn picture of a topic, as a lobby's `image.url` names it",
      requestParams: { path: z.object({ name: z.string() }) },
      responses: {
        "200": { description: "A picture", content: { "image/svg+xml": { schema: z.string() } } },
        default: { description: "Refused; `error.code` says why", ...json(failure) },
      },
    },
  },
  "/api/admin/questions": {
    get: {
      summary: "Questions that were reported or do badly; staff",
      security: signedInOnly,
      requestParams: { query: reviewListFormat },
      responses: answers("200", "A page", z.object({ questions: z.array(cared), cursor: z.string().optional() })),
    },
  },
  "/api/admin/questions/{id}": {
    get: {
      summary: "One of them with its reports; staff",
      security: signedInOnly,
      requestParams: idInPath,
      responses: answers("200", "It", cared.extend({ reported: z.array(report) })),
    },
    post: {
      summary: "Keep it, remove it, or say which choice is right; staff",
      security: signedInOnly,
      requestParams: idInPath,
      requestBody: json(reviewFormat),
      responses: answers("200", "It, and how many games were scored again", cared.extend({ games: z.int() })),
    },
  },
};
