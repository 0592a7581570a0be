import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { WebhookType } from "./events.ts";
import { messageId } from "./delivery.ts";

/** A webhook as its owner sees it: its secret is shown once, when it is made. `owner` is "" when it is told of every lobby. */
export type Webhook = {
  readonly id: string;
  readonly owner: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  readonly createdAt: string;
};

export type NewWebhook = {
  readonly id: string;
  readonly owner: string;
  readonly url: string;
  readonly secret: string;
  readonly events: readonly WebhookType[];
};

type WebhookChanges = {
  readonly url?: string | undefined;
  readonly events?: readonly WebhookType[] | undefined;
  readonly active?: boolean | undefined;
};

/** `dead` is what is not tried any more. */
export const deliveryStates = ["due", "delivered", "dead"] as const;
type DeliveryState = (typeof deliveryStates)[number];

/** One thing told, or to be told, to one webhook. */
type DeliveryLine = {
  readonly outbox: number;
  /** The `webhook-id` it is sent with. */
  readonly id: string;
  readonly type: string;
  readonly lobby: string;
  readonly seq: number;
  readonly at: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
};

/** Part of a list; `after` is where the part before it ended. */
type Page<Key> = { readonly limit: number; readonly after?: Key | undefined };

export type WebhookStore = {
  /** Undefined when the owner has `most` already. */
  readonly add: (webhook: NewWebhook, most: number) => Promise<Webhook | undefined>;
  /** Of one owner, or of all. */
  readonly list: (owner: string | undefined, page: Page<string>) => Promise<readonly Webhook[]>;
  readonly find: (id: string) => Promise<Webhook | undefined>;
  readonly change: (id: string, changes: WebhookChanges) => Promise<Webhook | undefined>;
  readonly remove: (id: string) => Promise<void>;
  /** Newest first. */
  readonly deliveries: (
    id: string,
    state: DeliveryState | undefined,
    page: Page<number>,
  ) => Promise<readonly DeliveryLine[]>;
  /** Where to send to and what to sign with. */
  readonly target: (id: string) => Promise<{ readonly url: string; readonly secret: string } | undefined>;
};

const shown = ["id", "owner", "url", "events", "active", "created_at"] as const;

const webhookOf = ({ created_at, ...row }: Omit<Webhook, "createdAt"> & { readonly created_at: Date }): Webhook => ({
  ...row,
  createdAt: created_at.toISOString(),
});

const storedState = { due: "due", delivered: "delivered", dead: "given_up" } as const;
const shownState = { due: "due", delivered: "delivered", given_up: "dead" } as const;

/** Webhooks in the tables. */
export const webhookStoreOf = (db: Kysely<Tables>): WebhookStore => ({
  add: ({ events, ...webhook }, most) =>
    db.transaction().execute(async (trx) => {
      // One at a time for each owner, or two at once would both find room.
      await sql`select pg_advisory_xact_lock(hashtext(${`webhooks of ${webhook.owner}`}))`.execute(trx);
      const { count } = await trx
        .selectFrom("webhook")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("owner", "=", webhook.owner)
        .executeTakeFirstOrThrow();
      if (count >= most) return undefined;
      const values = { ...webhook, events: JSON.stringify(events) };
      return webhookOf(await trx.insertInto("webhook").values(values).returning(shown).executeTakeFirstOrThrow());
    }),

  list: async (owner, { limit, after }) => {
    const rows = await db
      .selectFrom("webhook")
      .select(shown)
      .$if(owner !== undefined, (those) => those.where("owner", "=", owner as string))
      .$if(after !== undefined, (those) => those.where("id", ">", after as string))
      .orderBy("id")
      .limit(limit)
      .execute();
    return rows.map(webhookOf);
  },

  find: async (id) => {
    const row = await db.selectFrom("webhook").select(shown).where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : webhookOf(row);
  },

  change: async (id, { url, events, active }) => {
    const row = await db
      .updateTable("webhook")
      .set({
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events: JSON.stringify(events) }),
        ...(active === undefined ? {} : { active }),
      })
      .where("id", "=", id)
      .returning(shown)
      .executeTakeFirst();
    return row === undefined ? undefined : webhookOf(row);
  },

  remove: async (id) => void (await db.deleteFrom("webhook").where("id", "=", id).execute()),

  deliveries: async (webhook, state, { limit, after }) => {
    const rows = await db
      .selectFrom("delivery as d")
      .innerJoin("outbox as o", "o.id", "d.outbox")
      .select(["d.outbox", "d.state", "d.attempts", "d.next_at", "d.last_error", "o.type", "o.lobby", "o.seq", "o.at"])
      .where("d.webhook", "=", webhook)
      .$if(state !== undefined, (those) => those.where("d.state", "=", storedState[state as DeliveryState]))
      .$if(after !== undefined, (those) => those.where("d.outbox", "<", after as number))
      .orderBy("d.outbox", "desc")
      .limit(limit)
      .execute();
    return rows.map(({ outbox, type, lobby, seq, at, attempts, ...row }) => ({
      outbox,
      id: messageId(webhook, outbox),
      type,
      lobby,
      seq,
      at: at.toISOString(),
      state: shownState[row.state],
      attempts,
      nextAt: row.next_at?.toISOString() ?? null,
      lastError: row.last_error,
    }));
  },

  target: (id) => db.selectFrom("webhook").select(["url", "secret"]).where("id", "=", id).executeTakeFirst(),
});
