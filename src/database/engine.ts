import { Worker } from "node:worker_threads";
import { Outage } from "../journal/journal.ts";
import type { Log } from "../telemetry/log.ts";
import type { Answer } from "./source.ts";
import type { Question, Refusal, Reply } from "./worker.ts";

type Job = {
  readonly question: Question;
  /** The life of the engine that the job belongs to; any, when it stands alone. */
  readonly life: number | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
};

/** Questions on their way at once: enough to keep the thread busy, few enough to lose when it is stopped. */
const mostOnTheWay = 64;

/** After it could not be opened, such as with a full disk, it is left alone for so long, in ms. */
const restMs = 1000;

/** The embedded database's thread: hands it queries in order, and starts another when it hangs or dies. */
export class Engine {
  readonly #directory: string | undefined;
  readonly #log: Log;
  readonly #queryMs: number;
  readonly #waiting: Job[] = [];
  readonly #asked = new Map<number, Job>();
  #worker: Worker | undefined;
  #opening: Promise<void> | undefined;
  #closing = false;
  #failed: { readonly outage: Outage; readonly at: number } | undefined;
  #nextId = 1;
  #limited = true;
  #timer: NodeJS.Timeout | undefined;
  /** Rises when a thread is lost, and with it every open transaction. */
  life = 1;

  /** Without a directory the rows live in memory, and end with the thread. */
  constructor(directory: string | undefined, log: Log, queryMs: number) {
    this.#directory = directory;
    this.#log = log;
    this.#queryMs = queryMs;
  }

  /** Opens the database; rejects when it can't be opened. */
  start(): Promise<void> {
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  /** Rejects with Outage when the thread is lost meanwhile, or when `life` is over. */
  query(text: string, parameters: readonly unknown[], life?: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const question = { id: this.#nextId++, text, parameters: parameters as readonly (string | null)[] };
      this.#waiting.push({ question, life, resolve, reject });
      this.#ask();
    });
  }

  /** Whether a query that takes too long costs the thread its life. */
  limit(on: boolean): void {
    this.#limited = on;
    this.#watch();
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#opening?.catch(() => {});
    const worker = this.#worker;
    if (worker === undefined) return;
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage("close", []);
    await gone;
    this.#watch();
  }

  #ask(): void {
    if (this.#worker === undefined) {
      if (this.#closing) this.#refuse(this.#waiting.splice(0), new Error("The database is closed"));
      else if (this.#failed !== undefined && performance.now() - this.#failed.at < restMs)
        this.#refuse(this.#waiting.splice(0), this.#failed.outage);
      else this.start().catch(() => {});
      return;
    }
    while (this.#asked.size < mostOnTheWay) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      if (job.life !== undefined && job.life !== this.life) {
        job.reject(new Outage("The transaction was lost with the database's thread"));
        continue;
      }
      this.#asked.set(job.question.id, job);
      this.#worker.postMessage(job.question, []);
      if (this.#asked.size === 1) this.#watch();
    }
  }

  async #open(): Promise<void> {
    if (this.life > 1 && this.#directory === undefined) {
      this.#refuse(this.#waiting.splice(0), new Outage("The database was in memory and is lost"));
      return;
    }
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: { directory: this.#directory } });
    try {
      await opened(worker);
    } catch (error) {
      const outage = new Outage("The embedded database can't be opened", { cause: error });
      this.#failed = { outage, at: performance.now() };
      this.#refuse(this.#waiting.splice(0), outage);
      throw outage;
    }
    worker.on("message", (reply: Reply) => this.#hear(reply));
    worker.on("error", (error) => this.#lose(worker, error.message));
    worker.on("exit", () => this.#lose(worker, "its thread ended"));
    this.#worker = worker;
    this.#failed = undefined;
    this.#ask();
  }

  #hear(reply: Reply): void {
    if (reply.type === "open") return;
    const job = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    this.#watch();
    if (reply.type === "answer") job?.resolve(reply.answer);
    else job?.reject(refusalOf(reply.refusal));
    this.#ask();
  }

  /** The thread answers in order: the time since its last answer is how long it has been at the next one. */
  #watch(): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    if (worker === undefined || this.#asked.size === 0 || !this.#limited) return;
    this.#timer = setTimeout(() => {
      void worker.terminate();
      this.#lose(worker, `a query took more than ${this.#queryMs} ms`);
    }, this.#queryMs);
  }

  #lose(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.life++;
    this.#watch();
    if (!this.#closing) this.#log.warn({ reason }, "the embedded database is started again");
    const lost = [...this.#asked.values()];
    this.#asked.clear();
    this.#refuse(lost, new Outage(`The embedded database has stopped: ${reason}`));
    if (this.#closing) this.#refuse(this.#waiting.splice(0), new Error("The database is closed"));
    else this.#opening ??= this.#reopen(worker).finally(() => (this.#opening = undefined));
  }

  /** The old thread must be gone before another may open the same files. */
  async #reopen(old: Worker): Promise<void> {
    await old.terminate();
    await this.#open().catch((error: unknown) => this.#log.error({ err: error }, "the embedded database stays closed"));
  }

  #refuse(jobs: readonly Job[], error: Error): void {
    for (const job of jobs) job.reject(error);
  }
}

const opened = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("its thread ended while opening")));
  });

const refusalOf = ({ message, ...fields }: Refusal): Error => Object.assign(new Error(message), fields);
