import { Conflict, type Journal } from "./journal.ts";

/** A journal that lasts as long as the process. Kept as JSON text, as any other store would. */
export const memoryJournal = <Event>(): Journal<Event> => {
  const streams = new Map<string, string[]>();
  return {
    read: (stream) => Promise.resolve((streams.get(stream) ?? []).map((line) => JSON.parse(line) as Event)),
    append: (stream, length, events) => {
      const lines = streams.get(stream) ?? [];
      if (lines.length !== length) {
        return Promise.reject(new Conflict(`stream ${stream} has ${lines.length} events, not ${length}`));
      }
      for (const event of events) lines.push(JSON.stringify(event));
      streams.set(stream, lines);
      return Promise.resolve();
    },
    remove: (stream) => {
      streams.delete(stream);
      return Promise.resolve();
    },
  };
};
