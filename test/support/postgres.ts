import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";

/** A PostgreSQL server for tests, in a directory of its own. */
export type TestServer = {
  /** Of its first database. */
  readonly url: string;
  /** Makes an empty database; gives its url. */
  readonly newDatabase: () => Promise<string>;
  /** `immediate` is a crash: nobody is told. */
  readonly stop: (mode: "fast" | "immediate") => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** One that several tests use: nobody stops it. */
type SharedServer = Pick<TestServer, "newDatabase">;

/** Where the processes of a test run find the server that the first of them has started. */
const sharedName = "PARLOR_TEST_POSTGRES";
let shared: Promise<SharedServer> | undefined;

/** The one server of a test run; it goes with the process that has started it. */
export const sharedPostgres = (): Promise<SharedServer> => {
  const url = process.env[sharedName];
  shared ??= url === undefined ? startPostgres() : Promise.resolve({ newDatabase: newDatabaseAt(url) });
  return shared;
};

/** Starts the server for this process and those that it starts. */
export const sharePostgres = async (): Promise<void> => {
  process.env[sharedName] = (await startPostgres()).url;
};

const newDatabaseAt = (url: string): (() => Promise<string>) => {
  let databases = 0;
  return async () => {
    const name = `test_${process.pid}_${++databases}`;
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return new URL(name, url).href;
  };
};

/** Starts a server on a free port; it takes about a second. */
export const startPostgres = async (): Promise<TestServer> => {
  const bin = findPostgres();
  const user = whoRuns();
  const directory = mkdtempSync(join(tmpdir(), "parlor-postgres-"));
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, "data");
  const run = { ...user, cwd: directory, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "parlor", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...run,
    stdio: "pipe",
  });
  const port = await freePort();
  const settings = [
    "fsync=off",
    "max_connections=400",
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
  ];
  const flags = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const url = `postgres://parlor@127.0.0.1:${port}/postgres`;

  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(join(bin, "postgres"), flags, { ...run, stdio: ["ignore", "ignore", "pipe"] });
    await isReady(server);
  };
  const stop = async (mode: "fast" | "immediate"): Promise<void> => {
    if (server === undefined || server.exitCode !== null) return;
    const gone = new Promise((resolve) => server?.once("exit", resolve));
    server.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
    await gone;
  };
  await start();
  const atExit = (): void => {
    if (server?.exitCode === null) execFileSync(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], run);
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", atExit);
  return {
    url,
    newDatabase: newDatabaseAt(url),
    stop,
    start,
    remove: async () => {
      await stop("immediate");
      process.off("exit", atExit);
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

/** The server says on its standard error when it can be asked. */
const isReady = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    if (server.stderr === null) throw new Error("the server's words are not heard");
    const said: string[] = [];
    createInterface({ input: server.stderr }).on("line", (line) => {
      said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said.join("\n")}`)));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL refuses to run as root: then it is run by the user its package has made. */
const whoRuns = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
};

const binaries = (): string | undefined =>
  [
    ...globSync("/usr/lib/postgresql/*/bin").toSorted().toReversed(),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ].find((folder) => existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb")));

/** The folder of PostgreSQL's programs, which are installed if that is possible; else the process ends. */
const findPostgres = (): string => {
  const found = binaries();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("PostgreSQL is installed for the tests");
    const apt = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    try {
      execFileSync("apt-get", ["update"], apt);
      execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "postgresql"], apt);
    } catch {
      // What is missing is said below.
    }
  }
  const installed = binaries();
  if (installed !== undefined) return installed;
  console.error("The tests need PostgreSQL (postgres and initdb on the PATH); on Debian: apt-get install postgresql");
  process.exit(1);
};
