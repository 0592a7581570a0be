import { failed, type Moderator, type Verdicts } from "../../src/model/model.ts";
import {
  type Outcome,
  type SecondOpinion,
  type SecondOpinionOptions,
  secondOpinionOf,
} from "../../src/moderation/remote/second-opinion.ts";
import { StillTime } from "./moderation-time.ts";

type Scores = Readonly<Record<string, number>>;

/** A call of the moderator; a test may answer it when it likes. */
type Call = {
  readonly texts: readonly string[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly at: number;
  readonly answer: (verdicts: Verdicts) => void;
};

/** What a moderator does with a call; "nothing" lasts until the time given is over. */
type Manner = "judge" | "nothing" | (() => Verdicts);

/** A second opinion on a clock that stands still, a moderator that does as it is told, and all that was said of them. */
export class OpinionWorld {
  readonly time = new StillTime();
  readonly calls: Call[] = [];
  readonly outcomes: Outcome[] = [];
  readonly said: (readonly [fields: object, message: string])[] = [];
  readonly second: SecondOpinion;
  manner: Manner = "judge";
  scoresOf: (text: string) => Scores = (text) => ({ harassment: text.includes("vile") ? 0.9 : 0.01 });

  constructor(options: Partial<SecondOpinionOptions> = {}) {
    const note = (fields: object | string, message = ""): void => {
      this.said.push([typeof fields === "string" ? { fields } : fields, message]);
    };
    const second = secondOpinionOf({
      mode: "pre",
      moderator: this.moderator,
      log: { debug: note, info: note, warn: note, error: note },
      onOutcome: (outcome) => this.outcomes.push(outcome),
      now: this.time.now,
      schedule: this.time.schedule,
      salt: new Uint8Array(32),
      ...options,
    });
    if (second === undefined) throw new Error("there is no second opinion");
    this.second = second;
  }

  readonly moderator: Moderator = {
    moderate: (texts, { signal, timeoutMs }) => {
      const { promise, resolve } = Promise.withResolvers<Verdicts>();
      this.calls.push({ texts, timeoutMs, signal, at: this.time.now(), answer: resolve });
      if (typeof this.manner === "function") return Promise.resolve().then(this.manner);
      if (this.manner === "judge") return Promise.resolve(this.verdictsOn(texts));
      this.time.schedule(() => resolve(failed("too_slow", "no whole answer within the time given")), timeoutMs);
      signal.addEventListener("abort", () => resolve(failed("stopped", "the asker has stopped it")));
      return promise;
    },
  };

  verdictsOn(texts: readonly string[]): Verdicts {
    return { ok: true, verdicts: texts.map((text) => ({ flagged: false, scores: this.scoresOf(text) })) };
  }

  /** What is said of each: "fine", "flagged", or "nobody" when nobody could say. */
  async asked(texts: readonly string[], ms = 2000): Promise<readonly string[]> {
    const answers = texts.map((text) => this.second.of(text));
    await this.time.pass(ms);
    return Promise.all(answers.map(async (answer) => wordFor(await answer)));
  }

  /** So many calls with a text each, that nobody has asked before, go wrong. */
  async fail(times: number, as: Manner = () => failed("busy", "status 429")): Promise<void> {
    const before = this.manner;
    this.manner = as;
    for (let time = 0; time < times; time++) await this.asked([`failing ${++this.#failures}`]);
    this.manner = before;
  }

  #failures = 0;
}

export const wordFor = (opinion: { readonly flagged: boolean } | undefined): string => {
  if (opinion === undefined) return "nobody";
  return opinion.flagged ? "flagged" : "fine";
};
