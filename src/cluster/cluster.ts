import type { MatchMakerDriver, Presence } from "@colyseus/core";
import { RedisPresence } from "@colyseus/redis-presence";
import type { Redis } from "ioredis";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";
import { FencedDriver } from "./fenced-driver.ts";
import { startReaper } from "./reaper.ts";
import { openRedis } from "./redis.ts";

/** What makes several processes one server. */
export type Cluster = {
  readonly redis: Redis;
  readonly driver: MatchMakerDriver;
  readonly presence: Presence;
  /** Whether Redis answers. */
  readonly isThere: () => boolean;
  /** Call when the server listens; gives what ends it. */
  readonly start: () => () => void;
  readonly close: () => Promise<void>;
};

/** By Redis: who is there and which lobbies they run, words between processes, and what is counted together. Nothing that must last. */
export const openCluster = (url: string, log: Log): Cluster => {
  const redis = openRedis(url, log);
  const presence = new OpenPresence(openRedis(url, log));
  const driver = new FencedDriver(redis, log);
  return {
    redis,
    driver,
    presence: withOutages(presence, log),
    isThere: () => redis.status === "ready",
    start: () => startReaper(log),
    close: async () => {
      redis.disconnect();
      presence.disconnect();
    },
  };
};

/**
 * Its connections are closed with the others, at once. The framework would do it while rooms still write what nobody
 * waits for, and wait for Redis to say goodbye.
 */
class OpenPresence extends RedisPresence {
  override shutdown(): void {}

  disconnect(): void {
    this.pub.disconnect();
    this.sub.disconnect();
  }
}

/**
 * What the framework writes in passing, without waiting: counts, and questions to other processes, of which it waits
 * for the answers alone, and not for ever. That one was lost is no error of anybody's; thrown to nobody it would end
 * the process.
 */
const inPassing: ReadonlySet<string | symbol> = new Set(["hset", "hdel", "unsubscribe", "publish"]);

const isInPassing = (name: string | symbol, [topic]: readonly unknown[]): boolean =>
  inPassing.has(name) || (name === "subscribe" && typeof topic === "string" && topic.startsWith("ipc:"));

/** What can't be asked or said while Redis is away rejects with Outage. */
const withOutages = (presence: RedisPresence, log: Log): RedisPresence =>
  new Proxy(presence, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      const call = (member as (...given: unknown[]) => unknown).bind(target);
      return (...given: unknown[]) => {
        const answer = call(...given);
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((error: unknown) => {
          if (!isInPassing(name, given)) throw new Outage(`Redis is away: ${String(name)}`, { cause: error });
          log.debug({ err: error }, "Redis was not told");
          return false;
        });
      };
    },
  });
