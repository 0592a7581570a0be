import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createConnection } from "node:net";
import { freePort } from "./process.ts";
import { until } from "./until.ts";

/** A Redis server for tests, which keeps nothing on disk. */
export type RedisServer = {
  readonly url: string;
  /** Kills it; what it knew is gone. */
  readonly kill: () => Promise<void>;
  /** Starts it again, empty. */
  readonly start: () => Promise<void>;
};

const missing = `The tests of several processes need Redis. Install it (on Debian or Ubuntu: apt-get install redis-server),
or set REDIS_SERVER to the path of redis-server, and run the tests again.`;

/** Starts a server on a free port. */
export const startRedis = async (): Promise<RedisServer> => {
  const program = findRedis();
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const flags = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    server = spawn(program, flags, { stdio: "ignore" });
    await isOpen(port);
  };
  process.once("exit", () => server?.kill("SIGKILL"));
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    kill: async () => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
};

const isOpen = async (port: number): Promise<void> => {
  let isThere = false;
  await until("Redis", () => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("connect", () => (isThere = true)).once("error", () => {});
    socket.once("connect", () => socket.destroy());
    return isThere;
  });
};

const findRedis = (): string => {
  const named = process.env["REDIS_SERVER"];
  if (named !== undefined && named !== "") return named;
  const found = ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"].find(
    (path) => existsSync(path),
  );
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(missing);
  console.log("Redis is missing; installing Debian's package…");
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "ignore" } as const;
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "redis-server"], options);
  return "/usr/bin/redis-server";
};
