import type { PlayerId } from "../core/ids.ts";
import type { Exception, NewReview, Review, Reviews } from "./reviews.ts";
import { isTraining, mostContext, mostReports, reportsToReopen, takenMs } from "./review-rules.ts";

type Line = { readonly player: PlayerId; readonly text: string; readonly label: 0 | 1; readonly at: number };

export type MemoryReviews = Reviews & {
  /** What comes with a lobby's events. */
  readonly write: (reviews: readonly NewReview[]) => void;
};

/** A queue that lasts as long as the process. */
export const memoryReviews = (): MemoryReviews => {
  const matters = new Map<string, Review>();
  const exceptions = new Map<string, Exception>();
  const lines = new Map<string, Line>();
  /** Reports that were taken, by the id they came with. */
  const taken = new Set<string>();
  /** Who is deciding, by the matter's id. */
  const takers = new Map<string, { readonly by: PlayerId; readonly at: number }>();
  const isFree = (id: string, at: number): boolean => (takers.get(id)?.at ?? -Infinity) <= at - takenMs;

  const put = (review: Review): Review => {
    matters.set(review.id, review);
    return review;
  };
  const sameMatter = (one: NewReview): Review | undefined =>
    matters.get(one.id) ??
    matters
      .values()
      .find(
        ({ lobby, kind, message, player, state }) =>
          lobby === one.lobby &&
          kind === one.kind &&
          (one.message === ""
            ? kind === "person" && state === "open" && player === one.player
            : message === one.message),
      );
  const add = ({ report, ...one }: NewReview): void => {
    if (taken.has(one.id)) return;
    const fresh = { state: "open", reports: [], decidedAt: null, decidedBy: "", why: "" } as const;
    const matter = sameMatter(one) ?? put({ ...one, context: one.context.slice(-mostContext), ...fresh });
    if (report === undefined || matter.reports.some(({ player }) => player === report.player)) return;
    taken.add(one.id);
    const reports = [...matter.reports, { ...report, at: one.at }];
    const again = reports.filter(({ at }) => at > (matter.decidedAt ?? Infinity)).length;
    const reopens = matter.state === "allowed" && again >= reportsToReopen;
    put({ ...matter, reports, ...(reopens ? { state: "open", decidedAt: null, decidedBy: "", why: "" } : {}) });
  };
  const shown = (matter: Review): Review => ({ ...matter, reports: matter.reports.slice(0, mostReports) });

  return {
    list: async ({ state, kind, search = "", player, limit, after }) => {
      const folded = search.toLowerCase();
      const all = [...matters.values()]
        .filter(
          (one) => one.state === state && one.kind === (kind ?? one.kind) && one.player === (player ?? one.player),
        )
        .filter(({ text, name, lobby }) => [text, name, lobby].some((part) => part.toLowerCase().includes(folded)))
        .toSorted(newestFirst);
      const last = after === undefined ? undefined : matters.get(after);
      if (after !== undefined && last === undefined) return [];
      return all
        .filter((one) => last === undefined || newestFirst(last, one) < 0)
        .slice(0, limit)
        .map(shown);
    },
    find: async (id) => {
      const matter = matters.get(id);
      return matter && shown(matter);
    },
    add: async (review) => add(review),
    take: async (id, by, at) => {
      const matter = matters.get(id);
      if (matter === undefined) return undefined;
      if (matter.state !== "open" || !isFree(id, at)) return "conflict";
      takers.set(id, { by, at });
      return shown(matter);
    },
    giveBack: async (id, by) => {
      if (takers.get(id)?.by === by) takers.delete(id);
    },
    decide: async (id, { state, by, why, at, learn }) => {
      const matter = matters.get(id);
      if (matter === undefined) return undefined;
      if (matter.state !== "open" || (takers.get(id)?.by !== by && !isFree(id, at))) return "conflict";
      takers.delete(id);
      if (learn && isTraining(matter))
        lines.set(id, { player: matter.player, text: matter.text, label: state === "denied" ? 1 : 0, at });
      return shown(put({ ...matter, state, decidedAt: at, decidedBy: by, why }));
    },
    openCount: async () =>
      matters
        .values()
        .filter(({ state }) => state === "open")
        .toArray().length,
    exceptions: async () => [...exceptions.values()].toSorted((a, b) => b.at - a.at || (a.text < b.text ? -1 : 1)),
    addException: async (exception) => {
      if (!exceptions.has(exception.text)) exceptions.set(exception.text, exception);
    },
    removeException: async (text) => exceptions.delete(text),
    decisions: async () =>
      [...lines.values()].toSorted((a, b) => a.at - b.at).map(({ text, label }) => ({ text, label })),
    erase: async (player) => {
      for (const matter of matters.values()) {
        const own = matter.player === player ? { name: "", rule: "", text: "" } : {};
        const context = matter.context.map((line) =>
          line.player === (player as string) ? { ...line, name: "", text: "" } : line,
        );
        put({ ...matter, ...own, context, reports: matter.reports.filter((report) => report.player !== player) });
      }
      for (const [id, line] of lines) if (line.player === player) lines.delete(id);
    },
    removeOlder: async (before) => {
      const old = [...matters.values()].filter(({ at, decidedAt }) => (decidedAt ?? at) < before);
      for (const { id } of old) matters.delete(id);
      return old.length;
    },
    write: (reviews) => {
      for (const review of reviews) add(review);
    },
  };
};

const newestFirst = (a: Review, b: Review): number => b.at - a.at || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1);
