/** What one statement gave. `command` is its first word, such as SELECT or COMMIT. */
export type Answer = {
  readonly rows: object[];
  readonly command: string;
  /** Rows written; undefined when the statement writes none. */
  readonly affected: number | undefined;
};

/** One user's line to a database. Every call may reject with what `asOutage` knows as an outage. */
export type Connection = {
  readonly query: (text: string, parameters: readonly unknown[]) => Promise<Answer>;
  /** Begins a transaction: all queries until `end` belong to it. */
  readonly begin: (text: string) => Promise<void>;
  /** Ends the transaction, if one is open, by `commit` or `rollback`. */
  readonly end: (text: string) => Promise<Answer | undefined>;
  /** Gives the line back; a broken one is not used again. */
  readonly release: (broken: boolean) => void;
};

/** A database as the driver sees it. */
export type Source = {
  readonly connect: () => Promise<Connection>;
  /** Whether queries are cut off when they take long; only migrations, backups and the like may go without. */
  readonly limit: (on: boolean) => void;
  readonly close: () => Promise<void>;
};

/** How long a query may take, in ms, and how long a transaction may sit without one. */
export type Limits = { readonly queryMs: number; readonly idleMs: number };

export const usualLimits: Limits = { queryMs: 5000, idleMs: 10_000 };
