/** Somebody else has written to the stream: we are no longer the one who runs it. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** The store can't be reached just now; what was asked of it may or may not have been done. */
export class Outage extends Error {
  override readonly name = "Outage";
}

/** Another process runs this stream and answers. */
export class Held extends Error {
  override readonly name: string = "Held";
}

const unreadable = "unreadable";

/**
 * What is stored was written by a newer version, or can't be read for another reason: this process leaves it alone.
 * Another process may be able to run it.
 */
export class Unreadable extends Held {
  override readonly name: string = "Unreadable";

  constructor(what: string, options?: ErrorOptions) {
    super(`${unreadable}: ${what}`, options);
  }

  /** Also of one that has been between processes, or through a framework, and of which only the words are left. */
  static is(error: unknown): boolean {
    return error instanceof Error && error.message.startsWith(`${unreadable}: `);
  }
}

/** What is kept of a stream beside its events, for lists and for who looks without waking it. */
export type Facts = {
  readonly owner: string;
  readonly status: string;
  readonly public: boolean;
  /** Plain JSON. */
  readonly listing: object;
};

/** Leave to write to a stream: its epoch, and how many events it has. */
export type Hold = { readonly epoch: number; readonly length: number };

/** A stream as it is taken over. `snapshot` is the state after its first `snapshotLength` events. */
export type Taken<Event> = Hold & {
  readonly snapshot: unknown;
  readonly snapshotLength: number;
  /** The events behind the snapshot. */
  readonly events: readonly Event[];
  /** Until when somebody surely ran it, in ms since 1970. */
  readonly stoodFrom: number;
};

/** A batch, and what becomes true together with it or not at all. */
export type Batch<Event, Extra> = {
  readonly events: readonly Event[];
  readonly facts: Facts;
  /** What else is to be counted or told because of these events; the journal carries it and does not look. */
  readonly extra: Extra;
};

/** One event of somebody's, and where it stands. */
export type PersonalEvent<Event> = { readonly stream: string; readonly seq: number; readonly event: Event };

export type Listed = Facts & { readonly stream: string; readonly asleep: boolean };

/**
 * What has happened in each lobby, in order, for ever, with one writer a stream: who takes a stream over
 * raises its epoch, and nobody with an older one can write any more. Events are plain JSON, and never change but for
 * words that are erased.
 */
export type Journal<Event, Extra> = {
  /** A new stream, held by us. Rejects with Conflict when it exists. */
  readonly create: (stream: string, facts: Facts) => Promise<Hold>;
  /**
   * Takes over a stream that nobody runs; undefined when there is none. Rejects with Held when somebody does, and with
   * Unreadable, having changed nothing, when only a newer version can read it.
   */
  readonly take: (stream: string) => Promise<Taken<Event> | undefined>;
  /**
   * Adds events behind the first `hold.length`; resolves when they are durable. Rejects with Conflict, and adds
   * nothing, when the hold is out of date. After an Outage the same call may be made again: it adds them once.
   */
  readonly append: (stream: string, hold: Hold, batch: Batch<Event, Extra>) => Promise<void>;
  /** Keeps the state after the first `hold.length` events, to make taking over quick. Plain JSON. */
  readonly keep: (stream: string, hold: Hold, state: unknown) => Promise<void>;
  /**
   * Gives the stream up, so that anybody may take it at once. Who takes it next hears that it has stood since
   * `stoodFrom`, or since now.
   */
  readonly release: (stream: string, epoch: number, stoodFrom?: number) => Promise<void>;
  /** Which of the streams that we believe to hold are still ours; rejects with Outage. */
  readonly stillOurs: (holds: ReadonlyMap<string, number>) => Promise<ReadonlySet<string>>;
  /** All events of a stream, oldest first; empty when there is none. */
  readonly read: (stream: string) => Promise<readonly Event[]>;
  readonly find: (stream: string) => Promise<Listed | undefined>;
  /** How many of somebody's streams are run just now, by whichever process. */
  readonly running: (owner: string) => Promise<number>;
  /** Forgets a stream. */
  readonly remove: (stream: string) => Promise<void>;
  /** Forgets the streams that nobody runs and nobody has touched since `before`; answers which. */
  readonly removeOlder: (before: number) => Promise<readonly string[]>;
  /** What somebody brought about by themselves, lobby by lobby: what they made, entered, said and reported. */
  readonly ofPerson: (
    person: string,
    page: { readonly limit: number; readonly after?: Pick<PersonalEvent<Event>, "stream" | "seq"> | undefined },
  ) => Promise<readonly PersonalEvent<Event>[]>;
  /**
   * Erases the words of up to `most` events of before an instant, and snapshots that may hold them; answers how many.
   * Times are those in the events. See docs/decisions/0008-texts-can-be-erased.md.
   */
  readonly expireWords: (before: number, most: number) => Promise<number>;
  /** Erases who somebody was and what they wrote; what happened stays, under the bare id. The same again changes nothing. */
  readonly forget: (person: string) => Promise<void>;
};
