import { mostAtOnce, type Note, type Notes } from "./notes.ts";

/** Notes that last as long as the process. */
export const memoryNotes = (): Notes => {
  const all = new Map<string, Note>();
  return {
    add: (notes) => {
      for (const note of notes) all.set(note.id, note);
      return Promise.resolve();
    },
    waiting: (player) =>
      Promise.resolve(
        [...all.values()]
          .filter((note) => note.player === player)
          .toSorted((a, b) => a.at - b.at)
          .slice(0, mostAtOnce),
      ),
    told: (ids) => {
      for (const id of ids) all.delete(id);
      return Promise.resolve();
    },
    removeAllOf: async (player) => {
      for (const note of all.values()) if (note.player === player) all.delete(note.id);
    },
    removeOlder: async (before) => {
      for (const note of all.values()) if (note.at < before) all.delete(note.id);
    },
  };
};
