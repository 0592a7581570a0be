import { readFileSync } from "node:fs";
import { Redis } from "ioredis";
import { Client } from "pg";

/** What the stores have done since they started. */
export type StoreFigures = {
  readonly redisCommands: number;
  readonly redisBytes: number;
  readonly redisCpuUs: number;
  /** Of these, by name. */
  readonly byName: Readonly<Record<string, number>>;
  /** Transactions that wrote something. */
  readonly commits: number;
  readonly walBytes: number;
  /** NaN where the system does not tell. */
  readonly postgresCpuUs: number;
};

const microsecondsATick = 10_000;
/** Fields 14 to 17 of /proc/PID/stat: time of the process and of children that have ended. */
const firstTime = 11;

/** Reads figures of a Redis and a PostgreSQL; its own questions are a handful of each. */
export const storeReader = async (redisUrl: string, databaseUrl: string) => {
  const redis = new Redis(redisUrl);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const number = (text: string, field: string): number => Number(new RegExp(`^${field}:(\\S+)`, "m").exec(text)?.[1]);
  const read = async (): Promise<StoreFigures> => {
    const info = await redis.info("everything");
    const { rows } = await client.query<{ commits: string; wal: string; pids: number[] }>(
      `select pg_snapshot_xmax(pg_current_snapshot())::text as commits,
        (pg_current_wal_lsn() - '0/0'::pg_lsn)::text as wal,
        (select array_agg(pid) from pg_stat_activity where pid <> pg_backend_pid()) as pids`,
    );
    const [row] = rows;
    return {
      redisCommands: number(info, "total_commands_processed"),
      redisBytes: number(info, "total_net_output_bytes") + number(info, "total_net_input_bytes"),
      redisCpuUs: (number(info, "used_cpu_user") + number(info, "used_cpu_sys")) * 1e6,
      byName: Object.fromEntries(
        [...info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)].map(([, name = "", calls]) => [name, Number(calls)]),
      ),
      commits: Number(row?.commits),
      walBytes: Number(row?.wal),
      postgresCpuUs: (row?.pids ?? []).reduce((sum, pid) => sum + cpuOf(pid), 0),
    };
  };
  const close = async (): Promise<void> => {
    redis.disconnect();
    await client.end();
  };
  return { read, close, redis };
};

const cpuOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[firstTime]) + Number(fields[firstTime + 1])) * microsecondsATick;
  } catch {
    return 0;
  }
};
