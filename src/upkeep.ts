import type { Services } from "../rooms/services.ts";
import type { Database } from "./database/database.ts";
import { Lease } from "./journal/lease.ts";
import type { Eraser } from "./privacy/eraser.ts";
import { eraseOld } from "./privacy/retention.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";
import type { Log } from "./telemetry/log.ts";

export type UpkeepOptions = {
  readonly database: Database | undefined;
  readonly services: Pick<
    Services,
    "journal" | "standings" | "running" | "care" | "conduct" | "reviews" | "notes" | "settings" | "now"
  > &
    Heeding;
  readonly eraser: Pick<Eraser, "settle">;
  readonly log: Log;
  readonly runner: string;
  readonly address: string;
  readonly lobbyDays: number;
  readonly webhooks: Webhooks | undefined;
};

type Heeding = Pick<Services, "settings" | "refreshWords" | "signal">;

/** What a process does for its store while it runs. */
export type Upkeep = {
  /** Whether the store takes what is written to it. */
  readonly isWell: () => boolean;
  readonly stop: () => Promise<void>;
};

/** How soon a process hears of people whose data are to go. */
const settleMs = 10_000;
/** How soon a process notices that a lobby is another one's. */
const lookMs = 3000;
/** How soon a process takes up what was changed in another. */
const heedMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** How long it is kept what webhooks were told, so that it can be told again. */
const webhookDays = 30;

/**
 * Keeps the process' lease, yields lobbies that others have taken over, hears of questions that others have hidden and
 * of people whose data are to go, and clears away what is old.
 */
export const startUpkeep = async (options: UpkeepOptions): Promise<Upkeep> => {
  const { database, services, eraser, log, runner, address, lobbyDays, webhooks } = options;
  const { journal, standings, running, care, now } = services;
  const yieldLost = async (): Promise<void> => {
    const holds = running.holds();
    running.keepOnly(holds, await journal.stillOurs(holds));
  };
  const clear = async (): Promise<void> => {
    const gone = await journal.removeOlder(now() - lobbyDays * dayMs);
    if (gone.length > 0) log.info({ lobbies: gone.length }, "old lobbies were removed");
  };
  /** One at a time: what takes long must not be begun again meanwhile. */
  const settle = oneAtATime(() => eraser.settle().catch(worry("the data of people who go could not be erased")));
  const erase = oneAtATime(() => eraseOld(services).catch(worry("what is old was not erased")));
  const count = oneAtATime(() => standings.settle().catch(worry("players were not rated")));
  const tidy = async (): Promise<void> => {
    await webhooks?.prune(now() - webhookDays * dayMs);
    await standings.prune();
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
  const heed = oneAtATime(() => heedOthers(services).catch(worry("what others have changed was not looked up")));
  // A process that stood still for a moment, and whose lobby another took over meanwhile, may not have noticed.
  const look = oneAtATime(() => yieldLost().catch(worry("lost lobbies could not be found")));
  const timers = [
    ...(database?.kind === "server" ? [every(lookMs, look)] : []),
    every(heedMs, heed),
    every(settleMs, settle),
    every(settleMs, count),
    every(minuteMs, () => void care.refresh().catch(worry("hidden questions were not looked up"))),
    every(hourMs, () => void clear().catch(worry("old lobbies were not removed"))),
    every(hourMs, erase),
    every(dayMs, () => void tidy().catch(worry("the store was not tidied"))),
  ];
  // What a crash has cut short is gone on with, and a server that never runs for an hour keeps nothing for ever.
  settle();
  count();
  erase();
  return {
    isWell: () => lease?.isHeld ?? true,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await lease?.stop().catch(worry("the lease was not given up"));
    },
  };
};

const every = (ms: number, work: () => void): NodeJS.Timeout => setInterval(work, ms).unref();

/** What admins and moderators have changed in another process, should word of it have been lost. */
const heedOthers = async ({ settings, refreshWords, signal }: Heeding): Promise<void> => {
  await Promise.all([settings.refresh(), refreshWords(), signal?.refresh()]);
};

const oneAtATime = (work: () => Promise<void>): (() => void) => {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    void work().finally(() => {
      isRunning = false;
    });
  };
};
