import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Socket } from "node:net";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Ask, probeDescriptor, type Sample, type Usage } from "./probe.ts";

/** A server in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #answers: Interface;
  #asked: Promise<unknown> = Promise.resolve();

  constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
    this.#answers = createInterface({ input: child.stdio[probeDescriptor] as Socket });
  }

  /** User and system time of the whole process since it began, and its memory. */
  usage(): Promise<Usage> {
    return this.#ask({ do: "usage" });
  }

  /** The same after everything unneeded has been thrown away. */
  heap(): Promise<Usage> {
    return this.#ask({ do: "heap" });
  }

  /** The same again, with what keeps the process awake and how late its loop was since the last sample. */
  sample(): Promise<Sample> {
    return this.#ask({ do: "sample" }) as Promise<Sample>;
  }

  /** Begins a CPU profile; the function given back ends it and writes it to a file. */
  async profile(): Promise<(file: string) => Promise<unknown>> {
    await this.#ask({ do: "profile" });
    return (file) => this.#ask({ do: "keep", file });
  }

  /** One after the other: answers have no names. */
  #ask(ask: Ask): Promise<Usage> {
    const asked = this.#asked.then(async () => {
      const answer = once(this.#answers, "line") as Promise<[string]>;
      (this.#child.stdio[probeDescriptor] as Socket).write(`${JSON.stringify(ask)}\n`);
      return JSON.parse((await answer)[0]) as Usage;
    });
    this.#asked = asked.catch(() => {});
    return asked;
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 5000);
    await gone;
    clearTimeout(late);
  }
}

const start = async (file: URL, environment: Readonly<Record<string, string>>): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ["--import", new URL("probe.ts", import.meta.url).href, fileURLToPath(file)], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, ...environment, PARLOR_PROBE: "1" },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  const failed = once(child, "exit").then(() => Promise.reject(new Error(`${file.pathname} did not start`)));
  const [line] = (await Promise.race([once(lines, "line"), failed])) as [string];
  failed.catch(() => {});
  return new ServerProcess(/http:\S+/.exec(line)?.[0] ?? "", child);
};

const made: string[] = [];

const cleanUpAtTheEnd = (): void => {
  process.once("exit", () => made.forEach((directory) => rmSync(directory, { recursive: true, force: true })));
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
};

/** Starts Parlor as `npm start` does, on a free port of this machine and with a data directory of its own. */
export const startParlor = async (environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> => {
  const data = await mkdtemp(join(tmpdir(), "parlor-bench-"));
  if (made.push(data) === 1) cleanUpAtTheEnd();
  return start(new URL("../src/index.ts", import.meta.url), {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: data,
    LOG_LEVEL: "warn",
    PUBLIC_URL: "",
    OPENTDB_URL: "off",
    // Load runs come from one address; this lets each of their processes have one of its own.
    TRUST_PROXY: "true",
    ...environment,
  });
};

/** Starts the plain `ws` server that Parlor is measured against. */
export const startBaseline = (): Promise<ServerProcess> => start(new URL("./baseline.ts", import.meta.url), {});

/** Starts the plain socket.io server that both are measured beside. */
export const startSocketio = (): Promise<ServerProcess> =>
  start(new URL("./baseline-socketio.ts", import.meta.url), {});
