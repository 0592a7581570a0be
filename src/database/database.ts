import { type Kysely, sql } from "kysely";
import { logOf } from "../telemetry/log.ts";
import { pack, replaceBackup } from "./backup-file.ts";
import { connectDatabase, type Connected, type ConnectOptions } from "./connect.ts";
import { dump } from "./dump.ts";
import { migrate } from "./migrate.ts";
import { tableNames, type Tables } from "./tables.ts";

/**
 * The one way to rows. Queries on `db` reject with Outage when the database can't be reached, has no room or takes
 * more than 5 s; then it is not known whether a write took effect. Other errors carry PostgreSQL's `code`.
 */
export type Database = {
  readonly db: Kysely<Tables>;
  readonly kind: "embedded" | "server";
  /** Resolves when the database answers; rejects with Outage. */
  readonly ping: () => Promise<void>;
  /** Writes a backup, whole or not at all, that `npm run restore` takes. The embedded database answers nobody else meanwhile. */
  readonly dump: (file: string) => Promise<void>;
  /** Clears away dead rows, to be done once a day or so. A server does that by itself; the embedded database answers nobody else meanwhile. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = Omit<ConnectOptions, "log"> & Partial<Pick<ConnectOptions, "log">>;

/**
 * Opens the database and brings its tables up to date. Rejects with ConfigError when the operator must act: the
 * directory is in use, the database is newer than the code or of another PostgreSQL, the server does not let us in.
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const connected = await connectDatabase({ log: logOf("warn"), ...options });
  try {
    await connected.patiently((one) => migrate(one));
  } catch (error) {
    await connected.close();
    throw error;
  }
  return databaseOf(connected);
};

const databaseOf = ({ db, kind, patiently, close }: Connected): Database => ({
  db,
  kind,
  ping: async () => void (await sql`select 1`.execute(db)),
  dump: (file) => replaceBackup(file, (to) => patiently((one) => pack(dump(one), to))),
  tidy: () => (kind === "server" ? Promise.resolve() : patiently(vacuum)),
  close,
});

const vacuum = async (db: Kysely<Tables>): Promise<void> => {
  for (const table of tableNames) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
};
