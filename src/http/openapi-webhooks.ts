import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { answers, idInPath, json, ok, signedInOnly } from "./openapi-parts.ts";
import {
  deliveryListFormat,
  newWebhookFormat,
  replayFormat,
  webhookChangesFormat,
  webhookListFormat,
} from "./webhook-routes.ts";

const webhook = z
  .object({
    id: z.string(),
    owner: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    active: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: "Webhook" });
const cursor = z.string().optional();
const security = signedInOnly;

/** Webhooks: an admin's are told of every lobby, anybody else's of the lobbies they own. */
export const webhookPaths: ZodOpenApiPathsObject = {
  "/api/webhooks": {
    post: {
      summary: "Make a webhook; its secret is told here and never again",
      security,
      requestBody: json(newWebhookFormat),
      responses: answers("201", "Made", webhook.extend({ secret: z.string() })),
    },
    get: {
      summary: "Your webhooks",
      security,
      requestParams: { query: webhookListFormat },
      responses: answers("200", "A page", z.object({ webhooks: z.array(webhook), cursor })),
    },
  },
  "/api/webhooks/{id}": {
    get: { summary: "A webhook", security, requestParams: idInPath, responses: answers("200", "It", webhook) },
    patch: {
      summary: "Change a webhook",
      security,
      requestParams: idInPath,
      requestBody: json(webhookChangesFormat),
      responses: answers("200", "As it is now", webhook),
    },
    delete: {
      summary: "Remove a webhook",
      security,
      requestParams: idInPath,
      responses: answers("200", "Removed", ok),
    },
  },
  "/api/webhooks/{id}/deliveries": {
    get: {
      summary: "What was told, is to be told, or could not be told",
      security,
      requestParams: { ...idInPath, query: deliveryListFormat },
      responses: answers("200", "A page", z.object({ deliveries: z.array(z.looseObject({ id: z.string() })), cursor })),
    },
  },
  "/api/webhooks/{id}/replay": {
    post: {
      summary: "Tell everything again from a point on",
      security,
      requestParams: idInPath,
      requestBody: json(replayFormat),
      responses: answers("200", "How many are due again", z.object({ queued: z.int() })),
    },
  },
  "/api/webhooks/{id}/test": {
    post: {
      summary: "Send a test at once",
      security,
      requestParams: idInPath,
      responses: answers("200", "What came of it", z.looseObject({})),
    },
  },
};
