import { forgetting, personIn, type StoredEvent, withoutWords, wordsAt } from "./erasing.ts";
import type { Facts, Journal } from "./journal.ts";

/** A stream as far as something may be erased from it. */
export type Erasable = {
  facts: Facts;
  snapshot: string | undefined;
  snapshotLength: number;
  readonly lines: string[];
};

type Erasing<Event> = Pick<Journal<Event, never>, "ofPerson" | "expireWords" | "forget">;

const eventIn = (line: string): StoredEvent => JSON.parse(line) as StoredEvent;

/** What is taken out of streams that are kept in memory. */
export const erasingFrom = <Event>(streams: ReadonlyMap<string, Erasable>): Erasing<Event> => {
  const change = (stream: Erasable, changed: ReadonlyMap<number, StoredEvent>): void => {
    if (changed.size === 0) return;
    for (const [index, event] of changed) stream.lines[index] = JSON.stringify(event);
    stream.snapshot = undefined;
    stream.snapshotLength = 0;
  };
  const isOf = (person: string, { facts, lines }: Erasable): boolean =>
    facts.owner === person || lines.some((line) => personIn(eventIn(line)) === person);

  return {
    ofPerson: async (person, { limit, after }) =>
      [...streams]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([stream, { lines }]) =>
          lines.map((line, index) => ({ stream, seq: index + 1, event: JSON.parse(line) as Event })),
        )
        .filter(({ event }) => personIn(event as StoredEvent) === person)
        .filter(
          ({ stream, seq }) =>
            after === undefined || stream > after.stream || (stream === after.stream && seq > after.seq),
        )
        .slice(0, limit),
    expireWords: async (before, most) => {
      let count = 0;
      for (const stream of streams.values()) {
        const old = [...stream.lines.entries()]
          .map(([index, line]) => [index, eventIn(line)] as const)
          .filter(([, event]) => (wordsAt(event) ?? Infinity) < before)
          .slice(0, most - count);
        change(stream, new Map(old.map(([index, event]) => [index, withoutWords(event)])));
        count += old.length;
      }
      return count;
    },
    forget: async (person) => {
      for (const stream of streams.values()) {
        if (!isOf(person, stream)) continue;
        const isOwner = stream.facts.owner === person;
        const without = forgetting(person, isOwner);
        change(stream, new Map(stream.lines.map((line, index) => [index, without(eventIn(line))])));
        if (isOwner) stream.facts = { ...stream.facts, listing: { ...stream.facts.listing, title: "" } };
      }
    },
  };
};
