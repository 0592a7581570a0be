import { failed, type Moderator, type Verdict, type Verdicts } from "../../model/model.ts";
import type { Breaker } from "./breaker.ts";

const mostTexts = 32;
/** A small account may have judged no more than some ten thousand tokens a minute. */
const mostCharacters = 16_000;
const mostCalls = 2;
const mostWaiting = 500;

/** Runs something later; what it gives calls that off. */
export type Schedule = (run: () => void, ms: number) => () => void;

export type Times = {
  /** How long texts are gathered for one call. */
  readonly gatherMs: number;
  readonly callMs: number;
  /** How long anybody waits, from the moment of asking. */
  readonly inAllMs: number;
};

export type BatchesOptions = {
  readonly moderator: Moderator;
  readonly breaker: Breaker;
  readonly times: Times;
  readonly now: () => number;
  readonly schedule: Schedule;
};

/** A text that somebody waits for, until then. */
export type Asked = {
  readonly text: string;
  readonly endsAt: number;
  /** Called once; undefined when nobody could say. */
  readonly done: (verdict: Verdict | undefined) => void;
};

/** Gathers texts over a short while and has them judged together. */
export class Batches {
  readonly #options: BatchesOptions;
  readonly #stopping = new AbortController();
  /** Oldest first. */
  #waiting: Asked[] = [];
  #calls = 0;
  /** Calls off the end of the gathering; undefined when none goes on. */
  #endGathering: (() => void) | undefined;

  constructor(options: BatchesOptions) {
    this.#options = options;
  }

  /** Whether it takes no more, as it has stopped or too many wait. */
  get isFull(): boolean {
    return this.#stopping.signal.aborted || this.#waiting.length >= mostWaiting;
  }

  add(asked: Asked): void {
    this.#waiting.push(asked);
    if (this.#waiting.length >= mostTexts) return this.#send();
    if (this.#waiting.length > 1) return;
    const { schedule, times } = this.#options;
    this.#endGathering = schedule(() => this.#send(), times.gatherMs);
  }

  stop(): void {
    this.#stopping.abort();
    this.#endGathering?.();
    this.#dismiss(this.#waiting);
  }

  #send(): void {
    this.#endGathering?.();
    this.#endGathering = undefined;
    while (this.#calls < mostCalls) {
      const batch = this.#take();
      if (batch.length === 0) return;
      if (!this.#options.breaker.admit()) return this.#dismiss([...batch, ...this.#waiting]);
      void this.#judge(batch);
    }
  }

  /** Those that have waited longest. Who can hardly wait any longer is not asked for: that would look like a failure. */
  #take(): readonly Asked[] {
    const { now, times } = this.#options;
    const soonest = now() + times.callMs / 8;
    this.#dismiss(this.#waiting.filter(({ endsAt }) => endsAt < soonest));
    let texts = 0;
    let characters = 0;
    for (const { text } of this.#waiting) {
      characters += text.length;
      if (texts === mostTexts || characters > mostCharacters) break;
      texts++;
    }
    return this.#waiting.splice(0, texts);
  }

  async #judge(batch: readonly Asked[]): Promise<void> {
    const { breaker, now, times } = this.#options;
    const last = Math.max(...batch.map(({ endsAt }) => endsAt));
    this.#calls++;
    const answer = await this.#moderate(
      batch.map(({ text }) => text),
      Math.min(times.callMs, last - now()),
    );
    this.#calls--;
    if (answer.ok) breaker.well();
    // A filter that stands before the server has refused what was said, not the call.
    else if (answer.fault === "stopped" || answer.fault === "refused") breaker.ended();
    else breaker.ill(answer);
    for (const [place, { done }] of batch.entries()) done(answer.ok ? answer.verdicts[place] : undefined);
    if (this.#endGathering === undefined) this.#send();
  }

  async #moderate(texts: readonly string[], timeoutMs: number): Promise<Verdicts> {
    const { moderator } = this.#options;
    try {
      return await moderator.moderate(texts, { signal: this.#stopping.signal, timeoutMs });
    } catch {
      return failed("unreachable", "it could not be asked");
    }
  }

  #dismiss(asked: readonly Asked[]): void {
    const gone = new Set(asked);
    this.#waiting = this.#waiting.filter((one) => !gone.has(one));
    for (const { done } of gone) done(undefined);
  }
}
