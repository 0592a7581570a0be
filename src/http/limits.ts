import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { ApiError } from "./errors.ts";

/** A limit on how often something may be done under one key, such as an address or a player. */
type Limit = {
  /** Counts one try, or as many as it weighs; throws `too_fast` when there have been too many. */
  readonly count: (key: string, weight?: number) => Promise<void>;
  /** Throws `too_fast` when there have been too many already, without counting. */
  readonly check: (key: string) => Promise<void>;
};

/** Makes a limit of `most` in so many seconds. The name tells it from others, in all processes. */
export type LimitMaker = (name: string, most: number, seconds: number) => Limit;

/** Limits that all processes count together by Redis; while that is away, or without it, each for itself. */
export const limitMakerOf =
  (redis: Redis | undefined): LimitMaker =>
  (name, most, seconds) => {
    const rule = { points: most, duration: seconds };
    const own = new RateLimiterMemory(rule);
    const limiter =
      redis === undefined
        ? own
        : new RateLimiterRedis({
            ...rule,
            storeClient: redis,
            keyPrefix: `limit:${name}`,
            insuranceLimiter: own,
            rejectIfRedisNotReady: true,
          });
    return {
      count: async (key, weight = 1) => {
        try {
          await limiter.consume(key, weight);
        } catch (reason) {
          if (reason instanceof Error) throw reason;
          throw new ApiError("too_fast");
        }
      },
      check: async (key) => {
        const used = await limiter.get(key);
        if (used !== null && used.consumedPoints >= most) throw new ApiError("too_fast");
      },
    };
  };

/** Limits by what they protect. A school is one address, so addresses get room; guessing gets little. */
export const limitsOf = (limitOf: LimitMaker) => ({
  signIn: limitOf("sign-in", 600, 60),
  password: limitOf("password", 60, 600),
  join: limitOf("join", 60, 60),
  wrongCode: limitOf("wrong-code", 20, 60),
  newLobby: limitOf("new-lobby", 60, 3600),
  report: limitOf("report", 20, 3600),
});
export type Limits = ReturnType<typeof limitsOf>;
