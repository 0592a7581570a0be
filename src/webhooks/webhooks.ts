import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Log } from "../telemetry/log.ts";
import { readTarget, type UrlFault } from "./address.ts";
import { Delivery } from "./delivery.ts";
import { pruneOutbox } from "./outbox.ts";
import { queueOf } from "./queue.ts";
import { replay } from "./replay.ts";
import { type Outcome, type Send, senderOf } from "./send.ts";
import { newSecret, signedHeaders } from "./signature.ts";
import { type NewWebhook, type Webhook, type WebhookStore, webhookStoreOf } from "./store.ts";

export type WebhooksOptions = {
  readonly db: Kysely<Tables>;
  readonly log: Log;
  /** ms since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Lets webhooks have addresses that are not public. */
  readonly allowPrivate: boolean;
  readonly send?: Send;
};

/** Everything about webhooks that the process keeps: the list of them, and the telling. */
export type Webhooks = Omit<WebhookStore, "add" | "target"> & {
  /** The secret is to be had here and nowhere else; undefined when the owner has `most` already. */
  readonly add: (
    webhook: Pick<NewWebhook, "owner" | "url" | "events">,
    most: number,
  ) => Promise<(Webhook & { readonly secret: string }) | undefined>;
  /** What is wrong with a URL; undefined when it will do. */
  readonly faultOf: (url: string) => UrlFault | undefined;
  /** Makes everything after an outbox row due again. */
  readonly replay: (id: string, after: number) => Promise<number>;
  /** Sends a `webhook.test` at once, once. */
  readonly test: (id: string) => Promise<Outcome | undefined>;
  /** Forgets what was told before an instant. */
  readonly prune: (before: number) => Promise<number>;
  readonly delivery: Pick<Delivery, "start" | "stop" | "poke">;
};

/** Makes the webhooks of a process; nothing is sent before `delivery.start()`. */
export const webhooksOf = (options: WebhooksOptions): Webhooks => {
  const { db, log, now, newId, allowPrivate } = options;
  const { add, target, ...store } = webhookStoreOf(db);
  const send = options.send ?? senderOf({ allowPrivate });
  const delivery = new Delivery({ queue: queueOf(db), send, now, random: Math.random, log });
  return {
    ...store,
    delivery,
    add: async (webhook, most) => {
      const secret = newSecret();
      const added = await add({ ...webhook, id: newId(), secret }, most);
      return added === undefined ? undefined : { ...added, secret };
    },
    change: async (id, changes) => {
      const changed = await store.change(id, changes);
      delivery.poke();
      return changed;
    },
    faultOf: (url) => {
      const read = readTarget(url, allowPrivate);
      return typeof read === "string" ? read : undefined;
    },
    replay: async (id, after) => {
      const queued = await replay(db, id, after, now());
      delivery.poke();
      return queued;
    },
    test: async (id) => {
      const found = await target(id);
      if (found === undefined) return undefined;
      const body = JSON.stringify({ type: "webhook.test", timestamp: new Date(now()).toISOString(), data: {} });
      return send({
        url: found.url,
        body,
        headers: signedHeaders(found.secret, `msg_${id}_test_${newId()}`, now(), body),
      });
    },
    prune: (before) => pruneOutbox(db, new Date(before)),
  };
};
