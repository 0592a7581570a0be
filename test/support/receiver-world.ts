import { openDatabase, type Database } from "../../src/database/database.ts";
import { Delivery } from "../../src/webhooks/delivery.ts";
import type { WebhookType } from "../../src/webhooks/events.ts";
import { webhookTypes } from "../../src/webhooks/events.ts";
import { serverWide, writeOutbox } from "../../src/webhooks/outbox.ts";
import { type Claim, type Queue, queueOf } from "../../src/webhooks/queue.ts";
import { type Send, senderOf } from "../../src/webhooks/send.ts";
import { newSecret } from "../../src/webhooks/signature.ts";
import { type WebhookStore, webhookStoreOf } from "../../src/webhooks/store.ts";
import type { Log } from "../../src/telemetry/log.ts";
import { Clock } from "./clock.ts";
import { newDataDir } from "./database.ts";
import { sharedPostgres } from "./postgres.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

/** Opened once a run, as that takes seconds; it goes with the process. */
const once = (open: () => Promise<Database>): (() => Promise<Database>) => {
  let opened: Promise<Database> | undefined;
  return () => (opened ??= open());
};

/** Both kinds of database, empty but for tables and what other tests of webhooks have left there. */
export const databases: readonly { readonly name: string; readonly open: () => Promise<Database> }[] = [
  { name: "PGlite", open: once(async () => openDatabase({ dataDir: await newDataDir() })) },
  {
    name: "PostgreSQL",
    open: once(async () => openDatabase({ dataDir: undefined, url: await (await sharedPostgres()).newDatabase() })),
  },
];

/** What one part of the process does for the other, in a test that may break either. */
export type Parts = { readonly queue: Queue; readonly send: Send };

/** A database, a receiver, a clock that can be set ahead, and all that was logged. */
export class World {
  readonly clock = new Clock();
  readonly logged: string[] = [];
  readonly store: WebhookStore;
  readonly parts: Parts;
  readonly #made: string[] = [];
  readonly database: Database;
  readonly receiver: Receiver;

  private constructor(database: Database, receiver: Receiver, timeoutMs: number) {
    this.database = database;
    this.receiver = receiver;
    this.store = webhookStoreOf(database.db);
    this.parts = { queue: queueOf(database.db), send: senderOf({ allowPrivate: true, timeoutMs }) };
  }

  /** On a database that earlier tests have used, too. */
  static async on(database: Database, timeoutMs = 2000): Promise<World> {
    await database.db.deleteFrom("webhook").execute();
    await database.db.deleteFrom("outbox").execute();
    return new World(database, await startReceiver(), timeoutMs);
  }

  readonly log: Log = {
    debug: (...words) => this.#note(words),
    info: (...words) => this.#note(words),
    warn: (...words) => this.#note(words),
    error: (...words) => this.#note(words),
  };

  #note(words: readonly unknown[]): void {
    this.logged.push(words.map((word) => (typeof word === "string" ? word : JSON.stringify(word))).join(" "));
  }

  /** A webhook at a path of the receiver, which checks its signature; gives its id. */
  async webhook(path: string, owner = serverWide, events: readonly WebhookType[] = webhookTypes): Promise<string> {
    const secret = newSecret();
    const id = `hook${path.replaceAll("/", "-")}`;
    await this.store.add({ id, owner, url: this.receiver.url + path, secret, events }, 100);
    this.receiver.secrets.set(path, secret);
    this.#made.push(secret);
    return id;
  }

  get secrets(): readonly string[] {
    return this.#made;
  }

  /** Notes something of each of these events of a lobby's log, as the journal would. */
  write(lobby: string, seqs: readonly number[], type: WebhookType = "game.started", owner = "ana"): Promise<void> {
    const payload = { lobby: { code: lobby, title: "Test", owner } };
    const rows = seqs.map((seq) => ({ seq, type, payload }));
    return this.database.db.transaction().execute((trx) => writeOutbox(trx, lobby, rows));
  }

  /** Runs a process' delivery until nothing is due by the clock, or until its parts have all failed. */
  async drain({ queue, send }: Parts = this.parts): Promise<void> {
    let onTheWay = 0;
    const idle = Promise.withResolvers<void>();
    const delivery = new Delivery({
      queue: {
        take: async (now, busy) => {
          // What ends while we look may make something due that we have not seen.
          const quiet = onTheWay === 0;
          let claim: Claim | undefined;
          try {
            claim = await queue.take(now, busy);
          } finally {
            if (claim !== undefined) onTheWay++;
            else if (quiet) idle.resolve();
          }
          return claim;
        },
        settle: (...outcome) => queue.settle(...outcome).finally(() => onTheWay--),
      },
      send: async (message) => {
        try {
          return await send(message);
        } catch (error) {
          onTheWay--;
          throw error;
        }
      },
      now: this.clock.now,
      random: () => 0.5,
      log: this.log,
    });
    delivery.start();
    await idle.promise;
    await delivery.stop();
  }

  /** Every delivery as `webhook lobby/seq state attempts`, oldest first. */
  async states(): Promise<readonly string[]> {
    const webhooks = await this.store.list(undefined, { limit: 100 });
    const lines = await Promise.all(webhooks.map(({ id }) => this.store.deliveries(id, undefined, { limit: 1000 })));
    return lines.flatMap((those, n) =>
      those
        .toReversed()
        .map(({ lobby, seq, state, attempts }) => `${webhooks[n]?.id} ${lobby}/${seq} ${state} ${attempts}`),
    );
  }

  close(): Promise<void> {
    return this.receiver.close();
  }
}

/** The parts of a process that dies at its `dieAt`-th step: from then on, nothing it does has an effect. */
export const mortal = ({ queue, send }: Parts, dieAt: number): Parts & { readonly steps: () => number } => {
  let steps = 0;
  const step = (): void => {
    if (++steps >= dieAt) throw new Error("the process is dead");
  };
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    step();
    const result = await work();
    step();
    return result;
  };
  return {
    queue: {
      take: (now, busy) => around(() => queue.take(now, busy)),
      settle: (...outcome) => around(() => queue.settle(...outcome)),
    },
    send: (message) => around(() => send(message)),
    steps: () => steps,
  };
};
