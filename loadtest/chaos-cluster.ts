import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../src/database/database.ts";
import { startPostgres, type TestServer } from "../test/support/postgres.ts";
import { freePort, ParlorProcess } from "../test/support/process.ts";
import { type RedisServer, startRedis } from "../test/support/redis.ts";
import { errorsIn } from "./chaos-server.ts";

/** One of several equal processes, through all its lives. */
export type Member = {
  readonly port: number;
  readonly url: string;
  readonly dataDir: string;
  /** Undefined while it is down. */
  life: ParlorProcess | undefined;
};

/** A process that lost a lobby to another one says so as an error; here that is what is asked for. */
const asked = /"a lobby stopped"/;
/** With a question open a process waits at most so many seconds before it leaves. */
const drainSeconds = 8;

/** Several processes, one Redis and one PostgreSQL: one server, all of whose parts can be broken. */
export class ChaosCluster {
  readonly members: readonly Member[];
  readonly redis: RedisServer;
  readonly postgres: TestServer;
  /** What any process has logged as an error, or died of. */
  readonly errors: string[] = [];
  readonly #databaseUrl: string;

  private constructor(members: readonly Member[], redis: RedisServer, postgres: TestServer, databaseUrl: string) {
    this.members = members;
    this.redis = redis;
    this.postgres = postgres;
    this.#databaseUrl = databaseUrl;
  }

  static async start(count: number): Promise<ChaosCluster> {
    const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
    const members = await Promise.all(
      Array.from({ length: count }, async (): Promise<Member> => {
        const port = await freePort();
        const dataDir = await mkdtemp(join(tmpdir(), "parlor-chaos-"));
        return { port, url: `http://127.0.0.1:${port}`, dataDir, life: undefined };
      }),
    );
    const cluster = new ChaosCluster(members, redis, postgres, await postgres.newDatabase());
    try {
      // The first one makes the tables.
      for (const member of members) await cluster.restart(member);
    } catch (error) {
      await cluster.remove();
      throw error;
    }
    return cluster;
  }

  get urls(): readonly string[] {
    return this.members.map(({ url }) => url);
  }

  get up(): readonly Member[] {
    return this.members.filter(({ life }) => life !== undefined);
  }

  /** `kill -9`. */
  async kill(member: Member): Promise<void> {
    const life = this.#take(member);
    await life.kill();
    this.errors.push(...errorsIn(life).filter((line) => !asked.test(line)));
  }

  /** Stops it as an operator does; it hands its lobbies over first. */
  async stop(member: Member): Promise<void> {
    const life = this.#take(member);
    const code = await life.stop();
    if (code !== 0)
      this.errors.push(`a process that was stopped ended with ${code}: ${life.said.slice(-20).join("\n")}`);
    this.errors.push(...errorsIn(life).filter((line) => !asked.test(line)));
  }

  async restart(member: Member): Promise<void> {
    const { port, dataDir } = member;
    member.life = await ParlorProcess.start({
      port,
      dataDir,
      databaseUrl: this.#databaseUrl,
      environment: {
        REDIS_URL: this.redis.url,
        PUBLIC_ADDRESS: `127.0.0.1:${port}`,
        DRAIN_SECONDS: String(drainSeconds),
      },
    });
  }

  openDatabase(): Promise<Database> {
    return openDatabase({ dataDir: undefined, url: this.#databaseUrl });
  }

  /** Takes everything away that was made. */
  async remove(): Promise<void> {
    await Promise.all(this.up.map(({ life }) => (life as ParlorProcess).kill()));
    await this.redis.kill();
    await this.postgres.remove();
    await Promise.all(this.members.map(({ dataDir }) => rm(dataDir, { recursive: true, force: true })));
  }

  #take(member: Member): ParlorProcess {
    const { life } = member;
    if (life === undefined) throw new Error(`nothing runs at ${member.url}`);
    if (!life.isThere) this.errors.push(`a process died by itself: ${life.said.slice(-20).join("\n")}`);
    member.life = undefined;
    return life;
  }
}
