import type { PlayerId } from "../core/ids.ts";

/** Somebody's wish that their data go. Times are ms since 1970. */
export type Erasure = {
  readonly player: PlayerId;
  readonly askedAt: number;
  /** Whether nothing was left of them, as far as the process that was asked could see. */
  readonly isDone: boolean;
};

/** Whose data are to go, so that every process hears of it, and no crash comes in between. May reject with Outage. */
export type Erasures = {
  /** From here on it is certain; asked again, it begins anew. */
  readonly ask: (player: PlayerId, at: number) => Promise<void>;
  readonly done: (player: PlayerId, at: number) => Promise<void>;
  /** Those asked for since an instant, and those that are not done. */
  readonly since: (at: number) => Promise<readonly Erasure[]>;
  /** Forgets that it was asked for, where it is long done. */
  readonly removeOlder: (before: number) => Promise<void>;
};
