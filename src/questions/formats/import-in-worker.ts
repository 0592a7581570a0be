import { Worker } from "node:worker_threads";
import { type ImportOptions, type ImportOutcome, LIMITS } from "./pack.ts";

/** How much one import may take, and how many may wait for their turn. */
export type WorkerLimits = { readonly deadlineMs: number; readonly memoryMb: number; readonly waiting: number };

const usual: WorkerLimits = { deadlineMs: 10_000, memoryMb: 192, waiting: 20 };

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * The same as `importQuestions`, in a thread that has a deadline and little memory: no game stands still meanwhile,
 * and a hostile file ends its thread alone. One at a time in a process; those who come when too many wait are told so.
 */
export const importInWorker = async (
  bytes: Uint8Array,
  options: ImportOptions,
  limits: Partial<WorkerLimits> = {},
): Promise<ImportOutcome> => {
  const held = { ...usual, ...limits };
  // Too large a file needs no thread to be refused.
  if (bytes.length > LIMITS.bytes) return refused("the file is larger than 5 MB");
  if (waiting > held.waiting) return refused("too many files are being imported: try again in a minute");
  waiting++;
  const turn = last.then(() => run(bytes, options, held));
  last = turn;
  try {
    return await turn;
  } finally {
    waiting--;
  }
};

/** Never rejects: whatever ends the thread is a fault of the file. */
const run = (
  bytes: Uint8Array,
  options: ImportOptions,
  { deadlineMs, memoryMb }: WorkerLimits,
): Promise<ImportOutcome> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: { bytes, options },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    let finished = false;
    const finish = (outcome: ImportOutcome): void => {
      // Being ended is itself an event, which comes before `terminate` has resolved.
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      // The next one starts when this one's memory is free.
      void worker.terminate().then(() => resolve(outcome));
    };
    const timer = setTimeout(() => finish(refused("the file takes too long to read")), deadlineMs);
    worker.once("message", (outcome: ImportOutcome) => finish(outcome));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish(
        refused(
          error.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? "the file takes too much memory to read"
            : "the file can't be read",
        ),
      ),
    );
    worker.once("exit", () => finish(refused("the file can't be read")));
  });

const refused = (reason: string): ImportOutcome => ({
  ok: false,
  format: "unknown",
  faults: [{ line: 1, field: "file", reason }],
});
