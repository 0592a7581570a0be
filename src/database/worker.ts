import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import type { Answer } from "./source.ts";
import { parsers } from "./values.ts";

/** The embedded database in a thread of its own, as a query holds up everything in the thread it runs in. */

export type Question = { readonly id: number; readonly text: string; readonly parameters: readonly (string | null)[] };

/** What can be said of a refused query without quoting its rows. */
export type Refusal = {
  readonly message: string;
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
};

export type Reply =
  | { readonly type: "open" }
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly type: "refusal"; readonly id: number; readonly refusal: Refusal };

const port = parentPort;
if (port === null) throw new Error("this file is the inside of a worker");

/** Parameters come as text, as over the wire; these two would not be passed on as they are. */
const asText = (text: string): string => text;
const serializers = { 16: asText, 17: asText };

const { directory } = workerData as { readonly directory: string | undefined };
const pglite = await PGlite.create({
  ...(directory === undefined ? {} : { dataDir: directory }),
  parsers,
  serializers,
});

const tell = (reply: Reply): void => port.postMessage(reply);

const writes = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

const answerTo = async ({ id, text, parameters }: Question): Promise<void> => {
  try {
    const { rows, command = "", affectedRows } = await pglite.query<object>(text, [...parameters]);
    tell({ type: "answer", id, answer: { rows, command, affected: writes.has(command) ? affectedRows : undefined } });
  } catch (error) {
    const refusal = error as Partial<Refusal>;
    // No code: the database itself has gone down. The thread goes with it, and a new one is started.
    if (typeof refusal.code !== "string") throw error;
    const { message = "", code, constraint, table, column } = refusal;
    tell({ type: "refusal", id, refusal: { message, code, constraint, table, column } });
  }
};

const stop = async (): Promise<void> => {
  await pglite.close();
  port.close();
};

let turn: Promise<void> = Promise.resolve();
port.on("message", (message: Question | "close") => {
  turn = turn.then(() => (message === "close" ? stop() : answerTo(message)));
});
tell({ type: "open" });
