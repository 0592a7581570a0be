import type { Services } from "../rooms/services.ts";
import type { Database } from "./database/database.ts";
import { Lease } from "./journal/lease.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";
import type { Log } from "./telemetry/log.ts";

export type UpkeepOptions = {
  readonly database: Database | undefined;
  readonly services: Pick<Services, "journal" | "running" | "care" | "now">;
  readonly log: Log;
  readonly runner: string;
  readonly address: string;
  readonly lobbyDays: number;
  readonly webhooks: Webhooks | undefined;
};

/** What a process does for its store while it runs. */
export type Upkeep = {
  /** Whether the store takes what is written to it. */
  readonly isWell: () => boolean;
  readonly stop: () => Promise<void>;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** How long it is kept what webhooks were told, so that it can be told again. */
const webhookDays = 30;

/**
 * Keeps the process' lease, yields lobbies that others have taken over, hears of questions that others have hidden, and
 * clears away what is old.
 */
export const startUpkeep = async (options: UpkeepOptions): Promise<Upkeep> => {
  const { database, services, log, runner, address, lobbyDays, webhooks } = options;
  const { journal, running, care, now } = services;
  const yieldLost = async (): Promise<void> => running.keepOnly(await journal.stillOurs(running.holds()));
  const clear = async (): Promise<void> => {
    const gone = await journal.removeOlder(now() - lobbyDays * dayMs);
    if (gone.length > 0) log.info({ lobbies: gone.length }, "old lobbies were removed");
  };
  const tidy = async (): Promise<void> => {
    await webhooks?.prune(now() - webhookDays * dayMs);
    await database?.tidy();
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
  const looking = setInterval(() => void care.refresh().catch(worry("hidden questions were not looked up")), minuteMs);
  looking.unref();
  const clearing = setInterval(() => void clear().catch(worry("old lobbies were not removed")), hourMs);
  clearing.unref();
  const tidying = setInterval(() => void tidy().catch(worry("the store was not tidied")), dayMs);
  tidying.unref();
  return {
    isWell: () => lease?.isHeld ?? true,
    stop: async () => {
      clearInterval(looking);
      clearInterval(clearing);
      clearInterval(tidying);
      await lease?.stop().catch(worry("the lease was not given up"));
    },
  };
};
