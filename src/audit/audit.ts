import type { PlayerId } from "../core/ids.ts";

/** What the staff did. `before` and `after` are plain JSON, null where there is nothing. */
export type NewEntry = {
  readonly actor: PlayerId;
  readonly actorName: string;
  /** Such as `person.ban`. */
  readonly action: string;
  /** What it was done to, such as `player:…` or `lobby:ABCDE`. */
  readonly target: string;
  /** The one whom it concerns, whose data go when they go; "" for nobody. */
  readonly subject: PlayerId | "";
  readonly why: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type Entry = NewEntry & {
  /** Rises by one. */
  readonly id: number;
  /** ms since 1970. */
  readonly at: number;
  /** Over this entry and the one before it: nothing can be changed or taken out unnoticed. */
  readonly digest: string;
  /** Whether its words have been erased with the person they were about; the digest still holds. */
  readonly isErased: boolean;
};

export type AuditQuery = {
  /** In action, target, actor's name or words. */
  readonly search?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  /** ms since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
  /** Entries before this number, newest first. */
  readonly before?: number | undefined;
};

/** What the staff did, in order, for ever: entries are added and never changed. May reject with Outage. */
export type Audit = {
  readonly add: (entry: NewEntry, at: number) => Promise<Entry>;
  readonly list: (query: AuditQuery) => Promise<readonly Entry[]>;
  /** Whether every digest is right; otherwise the number of the first entry that was tampered with. */
  readonly verify: () => Promise<{ readonly entries: number; readonly brokenAt: number | null }>;
  /** Erases the words of entries about somebody; their digests stay true. */
  readonly erase: (subject: PlayerId) => Promise<void>;
};
