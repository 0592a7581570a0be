import { type ChildProcessByStdio, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../src/database/database.ts";
import { sharedPostgres } from "./postgres.ts";

/** Where a database is. */
export type Place = { readonly dataDir: string | undefined; readonly url?: string };

/** Both kinds of database; each place is empty, but for tables. */
export const adapters: readonly { readonly name: string; readonly newPlace: () => Promise<Place> }[] = [
  { name: "PGlite", newPlace: async () => ({ dataDir: await newDataDir() }) },
  {
    name: "PostgreSQL",
    newPlace: async () => ({ dataDir: undefined, url: await (await sharedPostgres()).newDatabase() }),
  },
];

const made: string[] = [];
process.once("exit", () => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** A directory that is removed when the tests end. */
export const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "parlor-test-"));
  made.push(directory);
  return directory;
};

/** Where the processes of a test run find the directory that the first of them has made. */
const templateName = "PARLOR_TEST_TEMPLATE";
let template: Promise<string> | undefined;

const makeTemplate = async (): Promise<string> => {
  const dataDir = newDirectory();
  await (await openDatabase({ dataDir })).close();
  return dataDir;
};

/** Makes the database that is copied, for this process and those that it starts. */
export const shareTemplate = async (): Promise<void> => {
  process.env[templateName] = await makeTemplate();
};

/** A data directory whose database was opened once: a copy, as making one takes seconds. */
export const newDataDir = async (): Promise<string> => {
  const shared = process.env[templateName];
  template ??= shared === undefined ? makeTemplate() : Promise.resolve(shared);
  const dataDir = newDirectory();
  cpSync(await template, dataDir, { recursive: true });
  return dataDir;
};

export type Child = {
  readonly pid: number;
  /** Resolves with the next line it prints; undefined when it has ended. */
  readonly line: () => Promise<string | undefined>;
  /** All lines printed since, once it has ended. */
  readonly rest: () => Promise<readonly string[]>;
  /** Resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/** Runs a program of ours in a process of its own; what it says on either output is read line by line. */
export const runChild = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Child => {
  const program = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    "/bin/sh",
    ["-c", 'exec "$@" 2>&1', "sh", process.execPath, program, ...args],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | undefined> => {
    const next = await lines.next();
    return next.done === true ? undefined : next.value;
  };
  return {
    pid: child.pid ?? 0,
    line,
    rest: async () => {
      const all: string[] = [];
      for (let one = await line(); one !== undefined; one = await line()) all.push(one);
      return all;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
};
