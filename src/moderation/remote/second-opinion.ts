import { randomBytes } from "node:crypto";
import type { Moderator } from "../../model/model.ts";
import type { Log } from "../../telemetry/log.ts";
import { type Asked, Batches, type Schedule, type Times } from "./batches.ts";
import { Breaker } from "./breaker.ts";
import { defaultThresholds, type Opinion, opinionOf } from "./opinion.ts";
import { readable } from "./readable.ts";
import { Recall } from "./recall.ts";

/** A server's view of a text, beside our own verdict. It knows the text alone: not who said it, nor where. */
export type SecondOpinion = {
  /** Whether a text is published and perhaps retracted, or held until there is an opinion. */
  readonly mode: "post" | "pre";
  /** Undefined when nobody could say within the time: the local verdict stands. Never rejects. */
  readonly of: (text: string) => Promise<Opinion | undefined>;
  /** Whether it has failed so often that nobody is asked for a while. */
  readonly isOut: () => boolean;
  /** Who still waits is told at once that nobody could say. */
  readonly stop: () => void;
};

/** What came of one text. `flagged` is told besides one of the others. */
export type Outcome =
  /** The server has judged it. */
  | "asked"
  /** It was known, or being asked already. */
  | "cached"
  /** Nobody could say, or not in time. */
  | "failed"
  /** Not asked, as the server is left alone. */
  | "out"
  | "flagged";

export type SecondOpinionOptions = {
  readonly mode: "off" | "post" | "pre";
  /** There is none without a model's server. */
  readonly moderator: Moderator | undefined;
  readonly log: Log;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** By category, over the default ones; also for categories that only this server knows. */
  readonly thresholds?: Readonly<Record<string, number>>;
  readonly times?: Partial<Times>;
  /** ms on a clock that never goes back. */
  readonly now?: () => number;
  readonly schedule?: Schedule;
  readonly salt?: Uint8Array;
};

const timesOf: Readonly<Record<"post" | "pre", Times>> = {
  post: { gatherMs: 250, callMs: 1500, inAllMs: 15_000 },
  pre: { gatherMs: 30, callMs: 800, inAllMs: 800 },
};

/** None when it is off, or when there is nobody to ask. */
export const secondOpinionOf = (options: SecondOpinionOptions): SecondOpinion | undefined => {
  const { mode, moderator, log, onOutcome = () => {}, now = () => performance.now(), schedule = later } = options;
  if (mode === "off" || moderator === undefined) return undefined;
  const times = { ...timesOf[mode], ...options.times };
  const thresholds = { ...defaultThresholds, ...options.thresholds };
  const recall = new Recall({ salt: options.salt ?? randomBytes(32), now });
  const breaker = new Breaker(now, log);
  const batches = new Batches({ moderator, breaker, times, now, schedule });
  /** By key, what somebody waits for. */
  const underWay = new Map<string, Promise<Opinion | undefined>>();

  const ask = (key: string, text: string): Promise<Opinion | undefined> => {
    const { promise, resolve } = Promise.withResolvers<Opinion | undefined>();
    const end = (opinion?: Opinion): void => {
      callOff();
      if (underWay.get(key) === promise) underWay.delete(key);
      resolve(opinion);
    };
    const callOff = schedule(() => end(), times.inAllMs);
    underWay.set(key, promise);
    const done: Asked["done"] = (verdict) => {
      if (verdict === undefined) return end();
      const opinion = opinionOf(verdict, thresholds);
      // It may come too late for who asked, but not for who says the same again.
      recall.set(key, opinion);
      end(opinion);
    };
    batches.add({ text, endsAt: now() + times.inAllMs, done });
    return promise;
  };
  const tell = (outcome: "asked" | "cached", opinion: Opinion | undefined): Opinion | undefined => {
    onOutcome(opinion === undefined ? "failed" : outcome);
    if (opinion?.flagged === true) onOutcome("flagged");
    return opinion;
  };

  return {
    mode,
    of: async (said) => {
      const text = readable(said);
      if (text === "") return undefined;
      const key = recall.keyOf(text);
      const known = recall.get(key) ?? underWay.get(key);
      if (known !== undefined) return tell("cached", await known);
      if (!breaker.isShut) return tell("asked", batches.isFull ? undefined : await ask(key, text));
      onOutcome("out");
      return undefined;
    },
    isOut: () => breaker.isOut,
    stop: () => batches.stop(),
  };
};

const later: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms);
  // What nobody waits for any more must not keep the process.
  timer.unref();
  return () => clearTimeout(timer);
};
