import { parentPort, workerData } from "node:worker_threads";
import { retrained } from "./retrain.ts";
import type { RetrainAnswer, RetrainJob } from "./retrain-in-worker.ts";

/** The thread that retrains: one job in, one answer out. */
const answerTo = ({ base, decisions, options }: RetrainJob): RetrainAnswer => {
  try {
    return { ok: true, file: retrained(base, decisions, options) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.postMessage(answerTo(workerData as RetrainJob), []);
