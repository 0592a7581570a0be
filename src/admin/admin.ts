import type { Services } from "../../rooms/services.ts";
import type { Waker } from "../../rooms/waker.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { gamesOf } from "../lobby/index.ts";
import type { Usage } from "../protocol/admin.ts";
import { type HealthSampler, healthSamplerOf } from "../telemetry/health-sampler.ts";
import type { HealthStore } from "../telemetry/health.ts";
import { decidingOf } from "./deciding.ts";
import { type Lobbies, lobbiesOf } from "./lobbies.ts";
import { type Looking, lookingOf } from "./looking.ts";
import { obeyOrders } from "./orders.ts";
import { Overview } from "./overview.ts";
import { type Recorder, recorderOf } from "./recorder.ts";
import { type Sanctioning, sanctioningOf } from "./sanctioning.ts";
import { type AdminSessions, adminSessionsOf } from "./sessions.ts";
import { type Whereabouts, whereaboutsOf } from "./whereabouts.ts";
import type { Wire } from "./wire.ts";

/** What the staff run the server with. */
export type Admin = {
  readonly recorder: Recorder;
  readonly lobbies: Lobbies;
  readonly sanctioning: Sanctioning;
  readonly decide: ReturnType<typeof decidingOf>;
  readonly overview: Overview;
  readonly looking: Looking;
  readonly whereabouts: Whereabouts;
  readonly wire: Wire;
  readonly sessions: AdminSessions;
  readonly usage: () => Promise<Usage>;
  readonly health: HealthStore;
  /** Trains the learned signal anew with what moderators have decided; undefined where it can't be. */
  readonly retrain: (() => Promise<object>) | undefined;
  /** Call when the server listens, with the address by which other processes reach this one. */
  readonly start: (address: string) => Promise<void>;
  readonly stop: () => void;
};

export type AdminOptions = Pick<Admin, "usage" | "health" | "retrain"> & {
  readonly services: Services;
  readonly accounts: Accounts;
  readonly waker: Waker;
  /** This process, as other processes know it. */
  readonly runner: string;
  /** Signs sessions; of at least 32 bytes. */
  readonly secret: string;
  readonly isReady: () => boolean;
};

/** Figures are kept this often, and for so long. */
const keepEveryMs = 30_000;
const keptMs = 48 * 3_600_000;

export const adminOf = (options: AdminOptions): Admin => {
  const { services, accounts, waker, runner, secret, isReady, usage, health, retrain } = options;
  const { log, now, metrics, audit } = services;
  const startedAt = now();
  let address = "";
  const samplerOf = (): HealthSampler =>
    healthSamplerOf({ process: runner, address, startedAt, registry: metrics.registry, isReady, now });

  const { wire } = services;
  const recorder = recorderOf(audit, wire, now);
  const { act } = recorder;
  const lobbies = lobbiesOf(waker);
  const whereabouts = whereaboutsOf({
    running: services.running,
    wire,
    newId: services.newId,
    hasOthers: () => overview.now().processes.length > 1,
  });
  const sanctioning = sanctioningOf({ services, accounts, lobbies, act, wire, whereabouts });
  let live: HealthSampler | undefined;
  const overview = new Overview({
    process: runner,
    games: gamesOf(services.games),
    running: () => services.running.lobbies,
    sample: () => (live ??= samplerOf()).sample(),
    openCount: services.reviews.openCount,
    wire,
    now,
    log,
  });
  const sessions = adminSessionsOf({ secret, admission: services.admission, now });
  const stops: (() => void)[] = [];

  return {
    recorder,
    lobbies,
    sanctioning,
    decide: decidingOf({ services, lobbies, sanctioning, act, wire }),
    overview,
    looking: lookingOf(services),
    whereabouts,
    wire,
    sessions,
    usage,
    health,
    retrain,
    start: async (at) => {
      address = at;
      stops.push(await obeyOrders(wire, services, sessions), await whereabouts.start());
      await overview.start();
      const kept = samplerOf();
      const keep = async (): Promise<void> => {
        await health.add(await kept.sample());
        await health.removeOlder(now() - keptMs);
      };
      const worry = (error: unknown): void => log.warn({ err: error }, "figures of this process were not kept");
      void keep().catch(worry);
      const timer = setInterval(() => void keep().catch(worry), keepEveryMs);
      timer.unref();
      stops.push(
        () => clearInterval(timer),
        () => kept.stop(),
        () => live?.stop(),
        () => overview.stop(),
      );
    },
    stop: () => {
      for (const stop of stops.splice(0)) stop();
    },
  };
};
