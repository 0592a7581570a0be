/** Requests to somebody outside who allows one in so many ms, spaced over all processes of the server. */
export type Pace = {
  /** Takes the next free slot of the queue `name`, `everyMs` after the one before; gives how many ms to wait for it. */
  readonly take: (name: string, everyMs: number) => Promise<number>;
  /** How many ms one would wait for a slot now, without taking it. */
  readonly wait: (name: string) => Promise<number>;
  /** A small value that all processes share, such as a session token; "" for none. */
  readonly recall: (name: string) => Promise<string>;
  readonly remember: (name: string, value: string) => Promise<void>;
};
