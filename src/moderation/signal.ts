import type { Log } from "../telemetry/log.ts";
import { type Learned, learnedOf, readShipped } from "./learned/model.ts";
import { retrainInWorker } from "./learned/retrain-in-worker.ts";
import type { SignalStore } from "./signal-store.ts";

/** The learned model that is in use: the one that comes with Parlor, or what this server's moderators have made of it. */
export type Signal = Learned & {
  /** Takes up what was retrained elsewhere. */
  readonly refresh: () => Promise<void>;
  /** Trains it anew with what moderators have decided; rejects with a RetrainRefused that says why not. */
  readonly retrain: () => Promise<{ readonly decisions: number; readonly threshold: number }>;
};

export type SignalOptions = {
  readonly store: SignalStore;
  /** What moderators have decided, the oldest first. */
  readonly decisions: () => Promise<readonly { readonly text: string; readonly label: 0 | 1 }[]>;
  /** Texts that are surely harmless, such as questions. */
  readonly harmless: () => readonly string[];
  readonly log: Log;
};

export const signalOf = async ({ store, decisions, harmless, log }: SignalOptions): Promise<Signal> => {
  const shipped = await readShipped();
  let learned = learnedOf(shipped);
  let usedSince = 0;
  const refresh = async (): Promise<void> => {
    const newer = await store.newer(usedSince);
    if (newer === undefined) return;
    usedSince = newer.at;
    try {
      learned = learnedOf(newer.file);
    } catch (error) {
      log.warn({ err: error }, "the retrained signal can't be used; the one from before stays");
    }
  };
  await refresh();
  return {
    score: (text) => learned.score(text),
    get threshold() {
      return learned.threshold;
    },
    refresh,
    retrain: async () => {
      const decided = await decisions();
      // Always from what was shipped: what has been purged since is forgotten, too.
      const file = await retrainInWorker(shipped, decided, { seed: "retrained", harmless: harmless() });
      await store.keep(file);
      learned = learnedOf(file);
      return { decisions: decided.length, threshold: learned.threshold };
    },
  };
};
