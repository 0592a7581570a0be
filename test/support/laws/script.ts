import type { Random } from "../../../src/core/random.ts";

/**
 * What happens in a game, as numbers alone: what they stand for is found out as the game goes. So any part of a script
 * is a script, and one that breaks a law can be made shorter.
 */
export type Step = readonly [wait: number, act: number, who: number, what: number];
export type Script = { readonly set: readonly number[]; readonly steps: readonly Step[] };

export const most = { set: 16, dice: 9999, steps: 30, wait: 11, act: 99, who: 6 } as const;

/** Marsaglia's xorshift with 32 bits: seeded at no cost, and good enough to draw scripts. */
const randomFrom = (seed: number): Random => {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

export const scriptOf = (seed: number): Script => {
  const random = randomFrom(seed);
  const upTo = (greatest: number): number => Math.floor(random() * (greatest + 1));
  const set = Array.from({ length: most.set }, () => upTo(most.dice));
  // Most are short, as a short one breaks what a long one would.
  const longest = upTo(3) === 0 ? most.steps : 14;
  const steps = Array.from({ length: 6 + upTo(longest - 6) }, (): Step => [
    upTo(most.wait),
    upTo(most.act),
    upTo(most.who),
    upTo(most.dice),
  ]);
  return { set, steps };
};
