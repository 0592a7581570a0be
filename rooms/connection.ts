import type { MessageType } from "../src/protocol/messages.ts";
import { Bucket } from "./bucket.ts";

/** How many of each message one connection may send: at once, and a second after that. */
const rates: Partial<Record<MessageType, readonly [most: number, perSecond: number]>> = {
  typing: [6, 2],
  react: [4, 0.5],
  history: [10, 1],
  time: [10, 2],
  report: [5, 0.1],
  answer: [10, 4],
};
const otherRate = [15, 4] as const;
/** All frames of a connection together; who goes past `overflow` more is let go. */
const frames = { most: 60, perSecond: 25, overflow: 40 } as const;
/** Messages that could not be understood: this many at once, then one in 3 s. */
const slips = { most: 10, perSecond: 1 / 3 } as const;

/** What is counted about one connection. */
export class Connection {
  readonly #buckets = new Map<string, Bucket>();
  readonly #frames: Bucket;
  readonly #overflow: Bucket;
  readonly #slips: Bucket;
  /** Set when we closed it: it must not come back by its reconnection token. */
  evicted = false;

  constructor(now: number) {
    this.#frames = new Bucket(frames.most, frames.perSecond, now);
    this.#overflow = new Bucket(frames.overflow, 1, now);
    this.#slips = new Bucket(slips.most, slips.perSecond, now);
  }

  /** Whether a frame may be looked at; `flood` means that this connection should be closed. */
  frame(now: number): "ok" | "too_fast" | "flood" {
    if (this.#frames.take(now)) return "ok";
    return this.#overflow.take(now) ? "too_fast" : "flood";
  }

  /** Whether a message of this type may be handled now. */
  message(type: MessageType, now: number): boolean {
    let bucket = this.#buckets.get(type);
    if (bucket === undefined) {
      const [most, perSecond] = rates[type] ?? otherRate;
      bucket = new Bucket(most, perSecond, now);
      this.#buckets.set(type, bucket);
    }
    return bucket.take(now);
  }

  /** Notes a message that could not be understood; false when it was one too many. */
  slip(now: number): boolean {
    return this.#slips.take(now);
  }
}
