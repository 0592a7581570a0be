import type { PlayerId } from "../core/ids.ts";

/** Word for one player that waits until they are there to hear it, such as that a game of theirs was corrected. */
export type Note = {
  readonly id: string;
  readonly player: PlayerId;
  readonly code: string;
  readonly text: string;
  readonly data: object;
  /** ms since 1970. */
  readonly at: number;
};

export type Notes = {
  readonly add: (notes: readonly Note[]) => Promise<void>;
  /** What waits for a player, oldest first, at most 20. */
  readonly waiting: (player: PlayerId) => Promise<readonly Note[]>;
  /** They have been told. */
  readonly told: (ids: readonly string[]) => Promise<void>;
  readonly removeAllOf: (player: PlayerId) => Promise<void>;
  /** Drops what nobody has come to hear. */
  readonly removeOlder: (before: number) => Promise<void>;
};

export const mostAtOnce = 20;
