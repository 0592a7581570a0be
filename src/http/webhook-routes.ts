import { z } from "zod";
import type { Identity } from "../accounts/tokens.ts";
import { webhookTypes } from "../webhooks/events.ts";
import { serverWide } from "../webhooks/outbox.ts";
import { deliveryStates, type Webhook } from "../webhooks/store.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import { addressHeader, type HttpContext, identify } from "./context.ts";
import { checked, createEndpoint } from "./endpoint.ts";
import { ApiError } from "./errors.ts";
import type { LimitMaker } from "./limits.ts";

const url = z.string().min(1).max(2048);
const events = z
  .array(z.enum(webhookTypes))
  .min(1)
  .max(webhookTypes.length)
  .transform((types) => [...new Set(types)]);

export const newWebhookFormat = z.strictObject({ url, events: events.default([...webhookTypes]) });
export const webhookChangesFormat = z.strictObject({
  url: url.optional(),
  events: events.optional(),
  active: z.boolean().optional(),
});
export const webhookListFormat = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(64).optional(),
});
export const deliveryListFormat = webhookListFormat.extend({
  state: z.enum(deliveryStates).optional(),
  cursor: z.coerce.number().int().min(1).optional(),
});
export const replayFormat = z.strictObject({ after: z.int().min(0) });

/** Webhooks that one person may have, and that the server may have for itself. */
const mostOwn = 5;
const mostServerWide = 50;

/** What is asked of these routes makes requests to others, so neither a person nor an address gets many. */
const limitsOf = (limitOf: LimitMaker) => ({
  add: limitOf("webhook-add", 20, 3600),
  test: limitOf("webhook-test", 30, 3600),
  replay: limitOf("webhook-replay", 10, 3600),
});

/** Webhooks: the admins' are told of every lobby, anybody else's of the lobbies they own. */
export const webhookRoutes = (context: Pick<HttpContext, "identities" | "limitOf">, webhooks: Webhooks) => {
  const limits = limitsOf(context.limitOf);

  const personOf = async (headers: Headers | undefined): Promise<Identity> => {
    const identity = await identify(context, headers?.get("authorization"));
    if (identity.kind !== "human") throw new ApiError("unauthorized", undefined, 403);
    return identity;
  };
  /** The webhook, for those whose it is and for admins; for others it is not there. */
  const webhookFor = async (headers: Headers | undefined, id: string): Promise<{ webhook: Webhook; by: Identity }> => {
    const by = await personOf(headers);
    const webhook = await webhooks.find(id);
    if (webhook === undefined || (webhook.owner !== by.id && by.role !== "admin")) throw new ApiError("not_found");
    return { webhook, by };
  };
  const count = async (what: keyof typeof limits, { id, role }: Identity, headers: Headers | undefined) => {
    if (role === "admin") return;
    await limits[what].count(id);
    await limits[what].count(headers?.get(addressHeader) ?? "");
  };
  const checkUrl = (text: string | undefined): void => {
    const fault = text === undefined ? undefined : webhooks.faultOf(text);
    if (fault !== undefined) throw new ApiError("malformed", { url: fault });
  };

  return {
    makeWebhook: createEndpoint(
      "/api/webhooks",
      { method: "POST", body: newWebhookFormat, ...checked },
      async (request) => {
        const person = await personOf(request.headers);
        checkUrl(request.body.url);
        await count("add", person, request.headers);
        const [owner, most] = person.role === "admin" ? [serverWide, mostServerWide] : [person.id, mostOwn];
        const added = await webhooks.add({ owner, ...request.body }, most);
        if (added === undefined) throw new ApiError("too_fast", { webhooks: `at most ${most}` });
        request.setStatus(201);
        return added;
      },
    ),

    listWebhooks: createEndpoint(
      "/api/webhooks",
      { method: "GET", query: webhookListFormat, ...checked },
      async (request) => {
        const { id, role } = await personOf(request.headers);
        const { limit, cursor } = request.query;
        const found = await webhooks.list(role === "admin" ? undefined : id, { limit: limit + 1, after: cursor });
        const page = found.slice(0, limit);
        return { webhooks: page, ...nextOf(found.length > limit ? page.at(-1)?.id : undefined) };
      },
    ),

    showWebhook: createEndpoint("/api/webhooks/:id", { method: "GET" }, async (request) => {
      const { webhook } = await webhookFor(request.headers, request.params.id);
      return webhook;
    }),

    changeWebhook: createEndpoint(
      "/api/webhooks/:id",
      { method: "PATCH", body: webhookChangesFormat, ...checked },
      async (request) => {
        const { webhook } = await webhookFor(request.headers, request.params.id);
        checkUrl(request.body.url);
        if (Object.values(request.body).every((value) => value === undefined)) return webhook;
        const changed = await webhooks.change(webhook.id, request.body);
        if (changed === undefined) throw new ApiError("not_found");
        return changed;
      },
    ),

    removeWebhook: createEndpoint("/api/webhooks/:id", { method: "DELETE" }, async (request) => {
      const { webhook } = await webhookFor(request.headers, request.params.id);
      await webhooks.remove(webhook.id);
      return { ok: true };
    }),

    listDeliveries: createEndpoint(
      "/api/webhooks/:id/deliveries",
      { method: "GET", query: deliveryListFormat, ...checked },
      async (request) => {
        const { webhook } = await webhookFor(request.headers, request.params.id);
        const { limit, cursor, state } = request.query;
        const found = await webhooks.deliveries(webhook.id, state, { limit: limit + 1, after: cursor });
        const page = found.slice(0, limit);
        const last = found.length > limit ? page.at(-1)?.outbox : undefined;
        return { deliveries: page, ...nextOf(last === undefined ? undefined : String(last)) };
      },
    ),

    replayWebhook: createEndpoint(
      "/api/webhooks/:id/replay",
      { method: "POST", body: replayFormat, ...checked },
      async (request) => {
        const { webhook, by } = await webhookFor(request.headers, request.params.id);
        await count("replay", by, request.headers);
        return { queued: await webhooks.replay(webhook.id, request.body.after) };
      },
    ),

    testWebhook: createEndpoint("/api/webhooks/:id/test", { method: "POST" }, async (request) => {
      const { webhook, by } = await webhookFor(request.headers, request.params.id);
      await count("test", by, request.headers);
      const outcome = await webhooks.test(webhook.id);
      if (outcome === undefined) throw new ApiError("not_found");
      return outcome;
    }),
  };
};

const nextOf = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
