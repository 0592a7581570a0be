import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../src/database/database.ts";
import { startPostgres, type TestServer } from "../test/support/postgres.ts";
import { freePort, ParlorProcess } from "../test/support/process.ts";

export type DatabaseKind = "embedded" | "server";

/** Lines of the log from this level on say that something of ours threw. */
const errorLevel = 50;

/** The server under test: killed and started again on the same port, data directory and database. */
export class ChaosServer {
  readonly kind: DatabaseKind;
  readonly #port: number;
  readonly #dataDir: string;
  readonly #postgres: TestServer | undefined;
  readonly #databaseUrl: string | undefined;
  /** What any of its lives has logged as an error, or died of. */
  readonly errors: string[] = [];
  #life!: ParlorProcess;

  private constructor(kind: DatabaseKind, port: number, dataDir: string, postgres?: TestServer, databaseUrl?: string) {
    this.kind = kind;
    this.#port = port;
    this.#dataDir = dataDir;
    this.#postgres = postgres;
    this.#databaseUrl = databaseUrl;
  }

  static async start(kind: DatabaseKind): Promise<ChaosServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "parlor-chaos-"));
    const postgres = kind === "server" ? await startPostgres() : undefined;
    const server = new ChaosServer(kind, await freePort(), dataDir, postgres, await postgres?.newDatabase());
    try {
      await server.restart();
    } catch (error) {
      await server.remove();
      throw error;
    }
    return server;
  }

  get url(): string {
    return this.#life.url;
  }

  /** When its present life could be reached, by `performance.now()`. */
  get readyAt(): number {
    return this.#life.readyAt;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    if (!this.#life.isThere) this.errors.push(`it died by itself: ${this.#life.said.join("\n")}`);
    await this.#life.kill();
    this.#note();
  }

  async restart(): Promise<void> {
    this.#life = await ParlorProcess.start({
      port: this.#port,
      dataDir: this.#dataDir,
      databaseUrl: this.#databaseUrl,
    });
  }

  /** Stops it as an operator would. */
  async stop(): Promise<void> {
    const code = await this.#life.stop();
    if (code !== 0) this.errors.push(`it ended with ${code}`);
    this.#note();
  }

  /** The database of the stopped server. */
  openDatabase(): Promise<Database> {
    return openDatabase({
      dataDir: this.kind === "embedded" ? this.#dataDir : undefined,
      ...(this.#databaseUrl === undefined ? {} : { url: this.#databaseUrl }),
    });
  }

  /** Takes everything away that was made. */
  async remove(): Promise<void> {
    await this.#life?.kill();
    await this.#postgres?.remove();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  #note(): void {
    this.errors.push(...errorsIn(this.#life));
  }
}

/** What a process has logged as an error. */
export const errorsIn = ({ said }: ParlorProcess): readonly string[] =>
  said.filter((line) => line.startsWith("{") && (JSON.parse(line) as { readonly level: number }).level >= errorLevel);
