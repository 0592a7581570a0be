import type { Log } from "../telemetry/log.ts";
import type { Claim, Queue } from "./queue.ts";
import { verdictOf } from "./retry.ts";
import type { Message, Send } from "./send.ts";
import { signedHeaders } from "./signature.ts";

export type DeliveryOptions = {
  readonly queue: Queue;
  readonly send: Send;
  /** ms since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** How long to wait at most before looking for what has become due. */
  readonly pollMs?: number;
};

/** Requests on their way at once, in all and to one webhook: a slow receiver must not hold up the others. */
const mostOnTheWay = 16;
const mostToOne = 4;

/** The id by which a receiver knows what it has had already: the same for every try, and for every replay. */
export const messageId = (webhook: string, outbox: number): string => `msg_${webhook}_${outbox}`;

/** What is sent for a claim: the same bytes at every try, but for the time and the signature over it. */
const messageOf = ({ url, secret, webhook, outbox, lobby, seq, type, at, payload }: Claim, now: number): Message => {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), lobby, seq, data: payload });
  return { url, body, headers: signedHeaders(secret, messageId(webhook, outbox), now, body) };
};

/** Sends what is due, as long as it is started; any number of processes may do so at once. */
export class Delivery {
  readonly #options: Required<DeliveryOptions>;
  /** Requests on their way, by webhook. */
  readonly #onTheWay = new Map<string, number>();
  readonly #tries = new Set<Promise<void>>();
  #loop: Promise<void> | undefined;
  #stopping = false;
  #poked = false;
  #wake: () => void = () => {};

  constructor(options: DeliveryOptions) {
    this.#options = { pollMs: 1000, ...options };
  }

  start(): void {
    this.#stopping = false;
    this.#loop ??= this.#run();
  }

  /** Says that something may have become due. */
  poke(): void {
    this.#poked = true;
    this.#wake();
  }

  /** Takes nothing more, and resolves when what is on its way has come to its end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.poke();
    await this.#loop;
    this.#loop = undefined;
    await Promise.all(this.#tries);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#poked = false;
      const claim = this.#tries.size < mostOnTheWay ? await this.#take() : undefined;
      if (claim === undefined) await this.#rest();
      else this.#begin(claim);
    }
  }

  async #take(): Promise<Claim | undefined> {
    const busy = [...this.#onTheWay].filter(([, count]) => count >= mostToOne).map(([webhook]) => webhook);
    try {
      return await this.#options.queue.take(this.#options.now(), busy);
    } catch (error) {
      this.#options.log.warn({ err: error }, "what is due for webhooks can't be read; it is tried again");
      return undefined;
    }
  }

  async #rest(): Promise<void> {
    if (this.#poked) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, this.#options.pollMs);
    });
    clearTimeout(timer);
  }

  #begin(claim: Claim): void {
    const { webhook } = claim;
    this.#onTheWay.set(webhook, (this.#onTheWay.get(webhook) ?? 0) + 1);
    const trying = this.#try(claim)
      // The claim runs out and it is sent again: at least once, and the receiver knows it by its id.
      .catch((error: unknown) => this.#options.log.warn({ err: error, webhook }, "a delivery's outcome is not noted"))
      .finally(() => {
        const left = (this.#onTheWay.get(webhook) ?? 1) - 1;
        if (left === 0) this.#onTheWay.delete(webhook);
        else this.#onTheWay.set(webhook, left);
        this.#tries.delete(trying);
        this.poke();
      });
    this.#tries.add(trying);
  }

  async #try(claim: Claim): Promise<void> {
    const { queue, send, now, random, log } = this.#options;
    const outcome = await send(messageOf(claim, now()));
    const verdict = verdictOf(outcome, claim.attempts, now() - claim.at.getTime(), random());
    await queue.settle(claim, verdict, now());
    if (verdict.state !== "given_up") return;
    const { webhook, outbox } = claim;
    log.warn({ webhook, outbox, reason: verdict.error }, verdict.gone ? "a webhook is gone" : "a delivery is given up");
  }
}
