import { type Erasable, erasingFrom } from "./memory-erasing.ts";
import { Conflict, Held, type Hold, type Journal } from "./journal.ts";

type Stream = Erasable & {
  epoch: number;
  held: boolean;
  touchedAt: number;
};

export type MemoryOptions<Extra> = {
  readonly now: () => number;
  /** Called with each batch's extra once it is in. */
  readonly alongside: (stream: string, extra: Extra) => void;
};

/** A journal that lasts as long as the process. Kept as JSON text, as any other store would. */
export const memoryJournal = <Event, Extra>({ now, alongside }: MemoryOptions<Extra>): Journal<Event, Extra> => {
  const streams = new Map<string, Stream>();

  const held = (name: string, hold: Hold): Stream => {
    const stream = streams.get(name);
    if (stream === undefined || stream.epoch !== hold.epoch || stream.lines.length !== hold.length) {
      throw new Conflict(`the hold on ${name} is out of date`);
    }
    return stream;
  };
  const parse = (lines: readonly string[]): readonly Event[] => lines.map((line) => JSON.parse(line) as Event);
  const listed = (name: string, { facts, held: awake }: Stream) => ({ ...facts, stream: name, asleep: !awake });

  return {
    create: async (name, facts) => {
      if (streams.has(name)) throw new Conflict(`${name} exists`);
      streams.set(name, {
        epoch: 1,
        held: true,
        facts,
        touchedAt: now(),
        snapshot: undefined,
        snapshotLength: 0,
        lines: [],
      });
      return { epoch: 1, length: 0 };
    },
    take: async (name) => {
      const stream = streams.get(name);
      if (stream === undefined) return undefined;
      if (stream.held) throw new Held(`${name} is run by somebody`);
      stream.held = true;
      stream.epoch += 1;
      const { epoch, lines, snapshot, snapshotLength, touchedAt } = stream;
      return {
        epoch,
        length: lines.length,
        snapshot: snapshot === undefined ? undefined : (JSON.parse(snapshot) as unknown),
        snapshotLength,
        events: parse(lines.slice(snapshotLength)),
        stoodFrom: touchedAt,
      };
    },
    append: async (name, hold, { events, facts, extra }) => {
      const stream = held(name, hold);
      for (const event of events) stream.lines.push(JSON.stringify(event));
      stream.facts = facts;
      stream.touchedAt = now();
      alongside(name, extra);
    },
    keep: async (name, hold, state) => {
      const stream = held(name, hold);
      stream.snapshot = JSON.stringify(state);
      stream.snapshotLength = hold.length;
    },
    release: async (name, epoch, stoodFrom) => {
      const stream = streams.get(name);
      if (stream === undefined || stream.epoch !== epoch) return;
      stream.held = false;
      stream.touchedAt = stoodFrom ?? now();
    },
    stillOurs: async (holds) =>
      new Set([...holds].filter(([name, epoch]) => streams.get(name)?.epoch === epoch).map(([name]) => name)),
    read: async (name) => parse(streams.get(name)?.lines ?? []),
    find: async (name) => {
      const stream = streams.get(name);
      return stream === undefined ? undefined : listed(name, stream);
    },
    running: async (owner) =>
      streams
        .values()
        .filter(({ held: awake, facts }) => awake && facts.owner === owner && facts.status !== "closed")
        .toArray().length,
    remove: async (name) => {
      streams.delete(name);
    },
    removeOlder: async (before) => {
      const old = [...streams].filter(([, { held: awake, touchedAt }]) => !awake && touchedAt < before);
      for (const [name] of old) streams.delete(name);
      return old.map(([name]) => name);
    },
    ...erasingFrom<Event>(streams),
  };
};
