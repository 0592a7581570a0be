import type { Services } from "../rooms/services.ts";
import type { Database } from "./database/database.ts";
import { Lease } from "./journal/lease.ts";
import type { Log } from "./telemetry/log.ts";

export type UpkeepOptions = {
  readonly database: Database | undefined;
  readonly services: Pick<Services, "journal" | "running" | "now">;
  readonly log: Log;
  readonly runner: string;
  readonly address: string;
  readonly lobbyDays: number;
};

/** What a process does for its store while it runs. */
export type Upkeep = {
  /** Whether the store takes what is written to it. */
  readonly isWell: () => boolean;
  readonly stop: () => Promise<void>;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Keeps the process' lease, yields lobbies that others have taken over, and clears away what is old. */
export const startUpkeep = async (options: UpkeepOptions): Promise<Upkeep> => {
  const { database, services, log, runner, address, lobbyDays } = options;
  const { journal, running, now } = services;
  const yieldLost = async (): Promise<void> => running.keepOnly(await journal.stillOurs(running.holds()));
  const clear = async (): Promise<void> => {
    const gone = await journal.removeOlder(now() - lobbyDays * dayMs);
    if (gone.length > 0) log.info({ lobbies: gone.length }, "old lobbies were removed");
  };
  const worry = (what: string) => (error: unknown) => log.warn({ err: error }, what);
  const lease =
    database === undefined
      ? undefined
      : new Lease({
          db: database.db,
          id: runner,
          address,
          monotonic: () => performance.now(),
          onLapse: () => void yieldLost().catch(worry("lost lobbies could not be found")),
          onError: worry("the lease was not renewed"),
        });
  await lease?.start();
  const clearing = setInterval(() => void clear().catch(worry("old lobbies were not removed")), hourMs);
  clearing.unref();
  return {
    isWell: () => lease?.isHeld ?? true,
    stop: async () => {
      clearInterval(clearing);
      await lease?.stop().catch(worry("the lease was not given up"));
    },
  };
};
