import { Kysely } from "kysely";
import type { Log } from "../telemetry/log.ts";
import { pack } from "./backup-file.ts";
import { backupRequests } from "./backup-request.ts";
import { type Answering, lockDataDir } from "./data-lock.ts";
import { dialectOf } from "./driver.ts";
import { dump } from "./dump.ts";
import { embeddedSource } from "./embedded.ts";
import { patiently } from "./patiently.ts";
import { databaseIn, takeRestored } from "./restored.ts";
import { serverSource } from "./server.ts";
import { type Limits, type Source, usualLimits } from "./source.ts";
import type { Tables } from "./tables.ts";

/** A database as it is, whatever its tables are. */
export type Connected = {
  readonly db: Kysely<Tables>;
  readonly kind: "embedded" | "server";
  /** Does work on one connection that may take longer than a query of the game may. */
  readonly patiently: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  /** Where the embedded database lives; undefined keeps it in memory, until it is closed. Not used with `url`. */
  readonly dataDir: string | undefined;
  /** Of a PostgreSQL server. */
  readonly url?: string | undefined;
  readonly log: Log;
  readonly limits?: Limits;
};

/** Connects to a database; the embedded one's directory is ours from then on, and others may ask us for backups. */
export const connectDatabase = async (options: ConnectOptions): Promise<Connected> => {
  const { dataDir, url, log, limits = usualLimits } = options;
  if (url !== undefined) return connectedTo(serverSource(url, log, limits), "server", async () => {});
  if (dataDir === undefined)
    return connectedTo(await embeddedSource(undefined, log, limits), "embedded", async () => {});
  let answering: Answering = (_request, socket) => socket.end("it is starting");
  const lock = await lockDataDir(dataDir, (request, socket) => answering(request, socket));
  try {
    takeRestored(dataDir);
    const connected = connectedTo(await embeddedSource(databaseIn(dataDir), log, limits), "embedded", lock.release);
    answering = backupRequests(dataDir, (to) => connected.patiently((db) => pack(dump(db), to)), log);
    return connected;
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const connectedTo = (source: Source, kind: Connected["kind"], release: () => Promise<void>): Connected => {
  const db = new Kysely<Tables>({ dialect: dialectOf(source) });
  return {
    db,
    kind,
    patiently: (work) => patiently(source, db, work),
    close: async () => {
      await db.destroy();
      await source.close();
      await release();
    },
  };
};
