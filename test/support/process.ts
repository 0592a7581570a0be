import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const startMs = 60_000;

/** Every process that was started and is still there; they go with ours, however that ends. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export type ProcessOptions = {
  readonly port: number;
  readonly dataDir: string;
  /** Of a PostgreSQL server; without it the database is the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** A program with arguments that starts the server in its own place. */
  readonly by?: readonly [string, ...string[]];
};

/** A real server in a process of its own, as `npm start` runs it. */
export class ParlorProcess {
  readonly url: string;
  /** Every line it has printed or logged, oldest first. */
  readonly said: readonly string[];
  /** When it said that it is open, by `performance.now()`. */
  readonly readyAt: number;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess, said: readonly string[]) {
    this.url = url;
    this.said = said;
    this.readyAt = performance.now();
    this.#child = child;
  }

  /** Resolves when it is open; rejects with what it said when it ends instead. */
  static async start(options: ProcessOptions): Promise<ParlorProcess> {
    const { child, said } = launch(options);
    const open = new Promise<void>((resolve) => {
      const look = (line: string) => line.startsWith("Parlor is open at") && resolve();
      createInterface({ input: child.stdout }).on("line", look);
    });
    const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`it ended with ${code}`)));
    ended.catch(() => {});
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error("it took too long")), startMs).unref();
    });
    try {
      await Promise.race([open, ended, late]);
    } catch (error) {
      child.kill("SIGKILL");
      throw new Error(`The server did not start: ${(error as Error).message}\n${said.join("\n")}`, { cause: error });
    }
    return new ParlorProcess(`http://127.0.0.1:${options.port}`, child, said);
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  /** Whether it runs, or at least still exists. */
  get isThere(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<number | null> {
    return this.#end("SIGKILL");
  }

  /** Asks it to stop, as an operator does; gives its exit code. */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  /** It stands still and knows nothing of it. */
  freeze(): void {
    this.#child.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child.kill("SIGCONT");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.isThere) return this.#child.exitCode;
    const gone = once(this.#child, "exit") as Promise<[number | null]>;
    this.#child.kill(signal);
    return (await gone)[0];
  }
}

/** Runs `npm start` until it ends by itself; gives its exit code and what it said. */
export const runToEnd = async (options: ProcessOptions) => {
  const { child, said } = launch(options, ["npm", "start", "--silent"]);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
};

const launch = (
  { port, dataDir, databaseUrl, environment, by }: ProcessOptions,
  command: readonly [string, ...string[]] = [process.execPath, "src/index.ts"],
) => {
  const [program, ...args] = by === undefined ? command : ([...by, ...command] as const);
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? "",
      LOG_LEVEL: "warn",
      PUBLIC_URL: "",
      OPENTDB_URL: "off",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const said: string[] = [];
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on("line", (line) => said.push(line));
  return { child, said };
};

/** A port that nobody listens on, to be used again and again. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
