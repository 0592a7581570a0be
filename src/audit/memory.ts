import { randomBytes } from "node:crypto";
import type { Audit } from "./audit.ts";
import { entryOf, erasedWords, isTrue, type Kept, sealed } from "./chain.ts";

/** A log that lasts as long as the process. */
export const memoryAudit = (): Audit => {
  let all: readonly Kept[] = [];
  return {
    add: async (entry, at) => {
      const kept = sealed(entry, at, all.at(-1), () => randomBytes(16).toString("hex"));
      all = [...all, kept];
      return entryOf(kept);
    },
    list: async ({ search = "", actor, action, target, from = -Infinity, to = Infinity, limit, before = Infinity }) => {
      const folded = search.toLowerCase();
      return all
        .filter(({ id, at }) => id < before && at >= from && at <= to)
        .filter((one) => one.actor === (actor ?? one.actor) && one.action === (action ?? one.action))
        .filter((one) => one.target === (target ?? one.target))
        .filter((one) =>
          [one.action, one.target, one.actor_name, one.why, one.before, one.after].some(
            (text) => text?.toLowerCase().includes(folded) === true,
          ),
        )
        .toReversed()
        .slice(0, limit)
        .map(entryOf);
    },
    verify: async () => {
      const broken = all.find((kept, index) => !isTrue(kept, all[index - 1]));
      return { entries: all.length, brokenAt: broken?.id ?? null };
    },
    erase: async (person) => {
      // Entries about nobody are about "".
      if ((person as string) === "") return;
      for (const role of ["subject", "actor"] as const) {
        const nothing = Object.fromEntries(erasedWords[role].map((name) => [name, null]));
        all = all.map((kept) =>
          kept[role] === (person as string) ? { ...kept, ...nothing, salts: { ...kept.salts, ...nothing } } : kept,
        );
      }
    },
  };
};
