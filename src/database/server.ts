import { Pool, type PoolClient, types as standard } from "pg";
import { ConfigError } from "../config.ts";
import type { Log } from "../telemetry/log.ts";
import type { Limits, Source } from "./source.ts";
import { parsers } from "./values.ts";

/** Connections are told apart by this name: a restore asks whether anybody else is there. */
export const applicationName = "parlor";

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    format === "binary" ? standard.getTypeParser(oid, "binary") : (parsers[oid] ?? standard.getTypeParser(oid, "text")),
};

/** A PostgreSQL server, through a pool of at most 10 connections that comes back by itself after an outage. */
export const serverSource = (url: string, log: Log, limits: Limits): Source => {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max: 10,
    connectionTimeoutMillis: 2000,
    statement_timeout: limits.queryMs,
    idle_in_transaction_session_timeout: limits.idleMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    types,
  });
  // Without these a server that stops takes our process with it: an error nobody listens to is thrown.
  pool.on("error", (error) => log.warn({ reason: error.message }, "an idle connection to the database broke"));
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    connect: async () => {
      const client = await connected(pool);
      const query = async (text: string, values: readonly unknown[]) => {
        const { rows, command, rowCount } = await client.query<object>(text, [...values]);
        return { rows, command, affected: writes.has(command) ? (rowCount ?? 0) : undefined };
      };
      return {
        query,
        begin: async (text) => void (await query(text, [])),
        end: (text) => query(text, []),
        release: (broken) => client.release(broken),
      };
    },
    limit: () => {},
    close: () => pool.end(),
  };
};

const writes = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/** No password, no such user, no such database: trying again won't help. */
const refused = /^(?:28|3D)/;

const connected = async (pool: Pool): Promise<PoolClient> => {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof Error && refused.test(String((error as { code?: unknown }).code)))
      throw new ConfigError(`DATABASE_URL: ${error.message}`, { cause: error });
    throw error;
  }
};
