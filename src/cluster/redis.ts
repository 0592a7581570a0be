import { Redis } from "ioredis";
import type { Log } from "../telemetry/log.ts";

/** A command that has no answer by then is given up: people would rather be told than wait. */
const commandMs = 1000;
const mostPauseMs = 1000;

/** A connection to Redis that comes back by itself. Commands fail within about a second while it is away. */
export const openRedis = (url: string, log: Log): Redis => {
  const redis = new Redis(url, {
    commandTimeout: commandMs,
    connectTimeout: commandMs,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), mostPauseMs),
  });
  let isAway = false;
  redis.on("error", (error) => {
    if (!isAway) log.warn({ err: error }, "Redis is away");
    isAway = true;
  });
  redis.on("ready", () => {
    if (isAway) log.info({}, "Redis is back");
    isAway = false;
  });
  return redis;
};
