/** Somebody else has written to the stream: we are no longer the one who runs it. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** The store can't be reached just now. */
export class Outage extends Error {
  override readonly name = "Outage";
}

/** What has happened in one lobby, in order, for ever. Events are plain JSON. */
export type Journal<Event> = {
  /** All events of a stream, oldest first; an unknown stream is empty. */
  readonly read: (stream: string) => Promise<readonly Event[]>;
  /**
   * Adds events behind the `length` events known so far; resolves when they are durable.
   * Rejects with Conflict, and adds nothing, when the stream has another length.
   */
  readonly append: (stream: string, length: number, events: readonly Event[]) => Promise<void>;
  /** Forgets a stream. */
  readonly remove: (stream: string) => Promise<void>;
};
