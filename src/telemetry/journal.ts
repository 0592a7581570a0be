import type { Metrics } from "./metrics.ts";
import type { Traces } from "./traces.ts";

/** What of a batch is counted. */
type Batch = {
  readonly events: readonly unknown[];
  readonly extra: {
    readonly conduct: Parameters<Metrics["conduct"]>[0];
    readonly reviews: Parameters<Metrics["queued"]>[0];
    readonly games: readonly unknown[];
  };
};

export type JournalWatch = {
  readonly metrics: Pick<Metrics, "conduct" | "queued" | "gamesOver" | "appendFailed">;
  readonly traces: Traces | undefined;
};

/** A journal whose appends are counted and traced. */
export const watchedJournal = <
  Hold,
  Whole extends Batch,
  Journal extends { readonly append: (stream: string, hold: Hold, batch: Whole) => Promise<void> },
>(
  journal: Journal & { readonly append: (stream: string, hold: Hold, batch: Whole) => Promise<void> },
  { metrics, traces }: JournalWatch,
): Journal => ({
  ...journal,
  append: async (stream: string, hold: Hold, batch: Whole) => {
    const end = traces?.append(stream, batch.events.length);
    try {
      await journal.append(stream, hold, batch);
    } catch (error) {
      const why = whyOf(error);
      metrics.appendFailed(why);
      end?.(why);
      throw error;
    }
    end?.();
    const { conduct, reviews, games } = batch.extra;
    metrics.conduct(conduct);
    if (reviews.length > 0) metrics.queued(reviews);
    if (games.length > 0) metrics.gamesOver(games.length);
  },
});

const whyOf = (error: unknown): "outage" | "conflict" | "other" => {
  const { name } = Object(error) as { readonly name?: unknown };
  return name === "Outage" ? "outage" : name === "Conflict" ? "conflict" : "other";
};
