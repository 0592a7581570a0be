import { Worker } from "node:worker_threads";
import { type Decided, MOST_DECISIONS, type RetrainOptions, RetrainRefused, refuseTooFew } from "./retrain.ts";

/** What the thread is given. */
export type RetrainJob = {
  readonly base: Uint8Array;
  readonly decisions: readonly Decided[];
  readonly options: RetrainOptions;
};

/** What it answers. */
export type RetrainAnswer =
  | { readonly ok: true; readonly file: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** How much one retraining may take. */
type Limits = { readonly deadlineMs: number; readonly memoryMb: number };

const usual: Limits = { deadlineMs: 30_000, memoryMb: 256 };

let isRunning = false;

/**
 * The same as `retrained`, in a thread of its own, so that no game stands still meanwhile. One at a time in a process;
 * rejects with a `RetrainRefused` that says why.
 */
export const retrainInWorker = async (
  base: Uint8Array,
  decisions: readonly Decided[],
  options: RetrainOptions,
  limits: Partial<Limits> = {},
): Promise<Uint8Array> => {
  // Too few need no thread to be refused.
  refuseTooFew(decisions);
  if (isRunning) throw new RetrainRefused("retraining", "the model is being retrained: wait until that is done");
  isRunning = true;
  try {
    const answer = await run({ base, decisions: decisions.slice(-MOST_DECISIONS), options }, { ...usual, ...limits });
    if (!answer.ok) throw new RetrainRefused("retraining_failed", answer.reason);
    return answer.file;
  } finally {
    isRunning = false;
  }
};

/** Never rejects. */
const run = (job: RetrainJob, { deadlineMs, memoryMb }: Limits): Promise<RetrainAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    let finished = false;
    const finish = (answer: RetrainAnswer): void => {
      // Being ended is itself an event, which comes before `terminate` has resolved.
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      void worker.terminate().then(() => resolve(answer));
    };
    const timer = setTimeout(() => finish({ ok: false, reason: "retraining takes too long" }), deadlineMs);
    worker.once("message", (answer: RetrainAnswer) => finish(answer));
    worker.once("error", (error) => finish({ ok: false, reason: `retraining failed: ${error.message}` }));
    worker.once("exit", () => finish({ ok: false, reason: "retraining ended without a model" }));
  });
