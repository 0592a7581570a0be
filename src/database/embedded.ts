import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../config.ts";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";
import { Engine } from "./engine.ts";
import type { Connection, Limits, Source } from "./source.ts";
import { Turns } from "./turns.ts";

/** The PostgreSQL inside PGlite; another one can't read its files. */
const postgresMajor = "18";

/** Within the database's directory; says that the first start came to its end. */
const readyMark = "PARLOR";

/** The embedded database in its directory, which must be locked already; in memory without one. */
export const embeddedSource = async (directory: string | undefined, log: Log, limits: Limits): Promise<Source> => {
  if (directory !== undefined) prepare(directory, log);
  const engine = new Engine(directory, log, limits.queryMs);
  try {
    await engine.start();
  } catch (error) {
    // Not an outage: these files will be as wrong the next time.
    throw new ConfigError(
      `The database in ${directory ?? "memory"} can't be opened: its files are damaged or can't be read.\n` +
        "Put a backup in its place with `npm run restore -- FILE`; what is there now is kept aside.",
      { cause: error },
    );
  }
  if (directory !== undefined) writeFileSync(join(directory, readyMark), "");
  const turns = new Turns();
  return {
    connect: () => Promise.resolve(connectionOf(engine, turns, limits.idleMs)),
    limit: (on) => engine.limit(on),
    close: () => engine.close(),
  };
};

/** Makes the directory, or checks that what is in it can be opened. */
const prepare = (directory: string, log: Log): void => {
  if (existsSync(directory) && !existsSync(join(directory, readyMark))) {
    const aside = `${directory}.unfinished-${Date.now()}`;
    renameSync(directory, aside);
    log.warn({ aside }, "the first start was cut short: its database is put aside and a new one is made");
  }
  // PGlite makes files that everybody may read.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const version = join(directory, "PG_VERSION");
  const major = existsSync(version) ? readFileSync(version, "utf8").trim() : postgresMajor;
  if (major !== postgresMajor)
    throw new ConfigError(
      `The database in ${directory} was made by PostgreSQL ${major}, and this Parlor has PostgreSQL ${postgresMajor}. ` +
        `Make a backup with the Parlor that made it (npm run backup -- FILE) and restore it with this one.`,
    );
};

const connectionOf = (engine: Engine, turns: Turns, idleMs: number): Connection => {
  /** The engine's life that an open transaction belongs to. */
  let life: number | undefined;
  let idle: NodeJS.Timeout | undefined;

  const watch = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      const over = life;
      life = 0;
      engine.query("rollback", [], over).catch(() => {});
      turns.release();
    }, idleMs);
  };
  const within = async (text: string, parameters: readonly unknown[], mine: number) => {
    if (mine === 0) throw new Outage("The transaction sat idle for too long and was rolled back");
    clearTimeout(idle);
    try {
      return await engine.query(text, parameters, mine);
    } finally {
      if (life !== undefined) watch();
    }
  };

  return {
    query: async (text, parameters) => {
      if (life !== undefined) return within(text, parameters, life);
      await turns.pass();
      return engine.query(text, parameters);
    },
    begin: async (text) => {
      await turns.hold();
      try {
        const now = engine.life;
        await engine.query(text, [], now);
        life = now;
        watch();
      } catch (error) {
        turns.release();
        throw error;
      }
    },
    end: async (text) => {
      if (life === undefined) return undefined;
      const mine = life;
      life = undefined;
      try {
        return await within(text, [], mine);
      } finally {
        if (mine !== 0) turns.release();
      }
    },
    release: () => {},
  };
};
