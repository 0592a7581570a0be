import { existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ConfigError, readConfig } from "../config.ts";
import { Outage } from "../journal/journal.ts";
import { type Log, logOf } from "../telemetry/log.ts";
import { pack, replaceBackup } from "./backup-file.ts";
import { requestBackup } from "./backup-request.ts";
import { connectDatabase } from "./connect.ts";
import { dump } from "./dump.ts";
import { restoreEmbedded, restoreServer } from "./restore.ts";
import { databaseIn } from "./restored.ts";

/**
 * `npm run backup -- FILE` and `npm run restore -- FILE`: the whole database in one file, the same for the embedded
 * one and a PostgreSQL server, so that it also takes what is in one to the other.
 */
const usage = "Use: npm run backup -- FILE, or npm run restore -- FILE";

type Place = { readonly dataDir: string; readonly url: string | undefined; readonly log: Log };

/** From the running server when there is one, else from the database itself. */
const backup = async (file: string, { dataDir, url, log }: Place): Promise<string> => {
  if (url === undefined && !existsSync(databaseIn(dataDir)))
    throw new ConfigError(`There is no database in DATA_DIR ${dataDir}`);
  const bytes = url === undefined ? await requestBackup(dataDir) : undefined;
  if (bytes !== undefined) {
    await replaceBackup(file, (to) => pipeline(bytes, to));
    return `${file} holds the database of the running Parlor`;
  }
  const connected = await connectDatabase({ dataDir, url, log });
  try {
    await replaceBackup(file, (to) => connected.patiently((db) => pack(dump(db), to)));
  } finally {
    await connected.close();
  }
  return `${file} holds the database`;
};

const restore = async (file: string, { dataDir, url, log }: Place): Promise<string> => {
  if (url !== undefined) {
    await restoreServer(url, file, log);
    return `The database is that of ${file}`;
  }
  const aside = await restoreEmbedded(dataDir, file, log);
  return `The database is that of ${file}${aside === undefined ? "" : `; the one before is in ${aside}`}`;
};

const main = async ([action, file, ...rest]: readonly string[]): Promise<string> => {
  if (file === undefined || rest.length > 0 || (action !== "backup" && action !== "restore"))
    throw new ConfigError(usage);
  if (existsSync(".env")) process.loadEnvFile();
  const { DATA_DIR, LOG_LEVEL } = readConfig(process.env);
  // An empty variable is none, as everywhere in the configuration.
  const url = process.env["DATABASE_URL"] || undefined;
  return (action === "backup" ? backup : restore)(file, { dataDir: DATA_DIR, url, log: logOf(LOG_LEVEL) });
};

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Outage ? error.message : error);
  process.exitCode = 1;
}
