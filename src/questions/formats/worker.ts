import { parentPort, workerData } from "node:worker_threads";
import { importQuestions } from "./import.ts";
import type { ImportOptions } from "./pack.ts";

/** One import, in a thread of its own. */
const { bytes, options } = workerData as { readonly bytes: Uint8Array; readonly options: ImportOptions };
parentPort?.postMessage(await importQuestions(bytes, options), []);
