import { cursorOf, type Mark, markOf } from "./cursor.ts";
import type { Pack, PackLine, Packs } from "./packs.ts";

/** Packs that last as long as the process. `now` is in ms since 1970. */
export const memoryPacks = (now: () => number): Packs => {
  const packs = new Map<string, Pack>();
  const put = (pack: Pack): Pack => {
    packs.set(pack.id, pack);
    return pack;
  };
  const of = (owner: string): Pack[] => [...packs.values()].filter((pack) => pack.owner === owner);

  return {
    add: async (pack, most) => {
      if (of(pack.owner).length >= most) return undefined;
      const at = new Date(now()).toISOString();
      return put({ ...pack, size: pack.questions.length, version: 1, createdAt: at, updatedAt: at });
    },
    list: async (owner, limit, cursor) => {
      const mark = markOf(cursor);
      const all = of(owner).toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
      const rest = mark === undefined ? all : all.filter((pack) => isBefore(mark, pack));
      const page = rest.slice(0, limit).map(lineOf);
      const last = page.at(-1);
      return { packs: page, ...(last !== undefined && rest.length > limit ? { cursor: cursorOf(last) } : {}) };
    },
    find: async (id) => packs.get(id),
    line: async (id) => {
      const pack = packs.get(id);
      return pack && lineOf(pack);
    },
    change: async (id, version, changes) => {
      const pack = packs.get(id);
      if (pack === undefined) return undefined;
      if (pack.version !== version) return "conflict";
      const changed = { ...pack, ...changes };
      const at = new Date(now()).toISOString();
      return put({ ...changed, size: changed.questions.length, version: version + 1, updatedAt: at });
    },
    remove: async (id) => void packs.delete(id),
    removeAllOf: async (owner) => {
      for (const { id } of of(owner)) packs.delete(id);
    },
  };
};

const lineOf = (pack: Pack): PackLine => {
  const { id, owner, title, description, visibility, size, version, createdAt, updatedAt } = pack;
  return { id, owner, title, description, visibility, size, version, createdAt, updatedAt };
};

/** Whether one comes before the other in a list, the newest being first. */
const isBefore = (a: Mark, b: Mark): boolean => (a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt);
