import { RateLimiterMemory } from "rate-limiter-flexible";
import { ApiError } from "./errors.ts";

/** A limit on how often something may be done under one key, such as an address or a player. */
export type Limit = {
  /** Counts one try, or as many as it weighs; throws `too_fast` when there have been too many. */
  readonly count: (key: string, weight?: number) => Promise<void>;
  /** Throws `too_fast` when there have been too many already, without counting. */
  readonly check: (key: string) => Promise<void>;
};

export const limitOf = (most: number, seconds: number): Limit => {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
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
export const limitsOf = () => ({
  signIn: limitOf(600, 60),
  password: limitOf(60, 600),
  join: limitOf(60, 60),
  wrongCode: limitOf(20, 60),
  newLobby: limitOf(60, 3600),
  report: limitOf(20, 3600),
});
export type Limits = ReturnType<typeof limitsOf>;
