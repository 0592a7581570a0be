import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../telemetry/log.ts";
import type { Pace } from "../pace.ts";
import { Rest } from "../rest.ts";
import type { KeptQuestion, QuestionStore } from "../store.ts";
import { type Category, keptUnder, topicOf } from "./categories.ts";
import { type Client, codes, mostAtOnce } from "./client.ts";
import type { Encoding } from "./decode.ts";
import { questionOf } from "./question.ts";

export type FetcherOptions = {
  readonly client: Client;
  readonly encoding: Encoding;
  readonly pace: Pace;
  readonly store: QuestionStore;
  readonly log: Log;
  readonly now: () => number;
  /** From one request to the next, over all processes. */
  readonly everyMs: number;
  /** Requests of this process in a day. */
  readonly daily: number;
  /** Kept with every question. */
  readonly provenance: object;
};

/** The queue of requests, and the session token, that all processes share. */
export const queue = "opentdb";
const tokenName = "opentdb/token";

const day = 86_400_000;
/** One job may be sent on so often, to a new token or a smaller amount. */
const mostRequests = 6;
/** A queue longer than so many requests is not worth waiting in. */
const longQueue = 20;
/** When fewer new ones than this came, there is little more to come. */
const few = 3;

/** Fetches questions into the store: one job at a time, spaced, seldom after failures. */
export class Fetcher {
  readonly #options: FetcherOptions;
  readonly #rest: Rest;
  readonly #stopping = new AbortController();
  /** Topics of which nothing new is to be had, until when. */
  readonly #settled = new Map<string, number>();
  /** How many a category gives at once, where that is less than usual. */
  readonly #amounts = new Map<number, number>();
  #job: { readonly topic: string; readonly done: Promise<number> } | undefined;
  #today = { day: 0, requests: 0 };

  constructor(options: FetcherOptions) {
    this.#options = options;
    this.#rest = new Rest("Open Trivia DB", options.log, options.now);
  }

  /**
   * Begins to fetch questions of a category, undefined being any; gives how many new ones came, 0 after a failure.
   * Undefined when nothing is to be fetched now. In a hurry no turn is spent on a session, without which some may
   * come again.
   */
  fetch(category: Category | undefined, hurry: boolean): Promise<number> | undefined {
    const topic = keptUnder(category);
    if (this.#job !== undefined) return this.#job.topic === topic ? this.#job.done : undefined;
    const now = this.#options.now();
    if (this.#stopping.signal.aborted || this.#rest.isResting || now < (this.#settled.get(topic) ?? 0))
      return undefined;
    if (this.#left() <= 0) return undefined;
    const done = this.#run(category, hurry).finally(() => {
      this.#job = undefined;
    });
    this.#job = { topic, done };
    return done;
  }

  /** Ends what is under way; nothing is fetched any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#job?.done;
  }

  async #run(category: Category | undefined, hurry: boolean): Promise<number> {
    const { log } = this.#options;
    try {
      const fresh = await this.#ask(category, hurry);
      this.#rest.succeeded();
      log.info({ category: category?.name ?? "any", fresh }, "questions came from Open Trivia DB (CC BY-SA 4.0)");
      return fresh;
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#rest.failed(error);
      return 0;
    }
  }

  async #ask(category: Category | undefined, hurry: boolean): Promise<number> {
    const { client, pace } = this.#options;
    const { signal } = this.#stopping;
    let token = "";
    let amount = (category && this.#amounts.get(category.id)) ?? mostAtOnce;
    let isReset = false;
    for (let nth = 0; nth < mostRequests; nth++) {
      await this.#slot();
      // Another process may have got one meanwhile.
      token ||= await pace.recall(tokenName);
      if (token === "" && !hurry) {
        token = await client.newToken(signal);
        await pace.remember(tokenName, token);
        continue;
      }
      const { response_code, results } = await client.questions({ amount, category: category?.id, token }, signal);
      if (response_code === codes.ok) {
        const fresh = await this.#keep(results, category);
        if (fresh < few && token !== "") this.#settled.set(keptUnder(category), this.#options.now() + day);
        return fresh;
      }
      if (response_code === codes.badParameter) throw new Error("it does not know what we asked for");
      if (response_code === codes.tokenUnknown) {
        await this.#forget(token);
        token = "";
      }
      if (response_code === codes.tokenExhausted && !isReset) {
        isReset = true;
        await this.#slot();
        await client.resetToken(token, signal);
      } else if (response_code === codes.tooFew || response_code === codes.tokenExhausted) {
        amount = Math.ceil(amount / 2);
        if (category !== undefined) this.#amounts.set(category.id, amount);
      }
    }
    throw new Error("it gave no questions");
  }

  /** Unless another process has a new one already. */
  async #forget(token: string): Promise<void> {
    const { pace } = this.#options;
    if ((await pace.recall(tokenName)) === token) await pace.remember(tokenName, "");
  }

  async #keep(results: readonly unknown[], category: Category | undefined): Promise<number> {
    const { store, encoding, provenance } = this.#options;
    const kept = results.slice(0, mostAtOnce).flatMap((result): readonly KeptQuestion[] => {
      const question = questionOf(result, encoding);
      if (question === undefined) return [];
      return [{ question, source: "opentdb", topic: topicOf(category?.name ?? question.category), provenance }];
    });
    return (await store.add(kept)).length;
  }

  /** Waits for our turn. */
  async #slot(): Promise<void> {
    const { pace, everyMs } = this.#options;
    if (this.#left() <= 0) throw new Error("there were enough requests for one day");
    if ((await pace.wait(queue)) > longQueue * everyMs) throw new Error("too many wait for it");
    this.#today = { ...this.#today, requests: this.#today.requests + 1 };
    const wait = await pace.take(queue, everyMs);
    await sleep(wait, undefined, { signal: this.#stopping.signal, ref: false });
  }

  #left(): number {
    const today = Math.floor(this.#options.now() / day);
    if (this.#today.day !== today) this.#today = { day: today, requests: 0 };
    return this.#options.daily - this.#today.requests;
  }
}
