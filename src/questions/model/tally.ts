import type { Sameness } from "../duplicates.ts";
import type { RuleCode } from "../rules.ts";

/** Why a question that a model wrote is not used. */
export type Refusal =
  | RuleCode
  /** It has not the form of a question: something is missing, or there are not three wrong answers. */
  | "malformed"
  | `duplicate_${Sameness}`
  /** Somebody who did not see the key came to another answer, or to none. */
  | "not_agreed"
  | "ambiguous"
  | "longest_too_often"
  /** Of no use to the mode that it was made for. */
  | "unsuited";

/** What one making came to, in figures only: no text that was written, typed or asked is ever put in here. */
export class Tally {
  /** Questions asked of the model, and those of them that were kept. */
  asked = 0;
  kept = 0;
  recalled = 0;
  given = 0;
  readonly #refused = new Map<Refusal, number>();

  refuse(...refusals: readonly Refusal[]): void {
    for (const refusal of refusals) this.#refused.set(refusal, (this.#refused.get(refusal) ?? 0) + 1);
  }

  get figures(): object {
    const { asked, kept, recalled, given } = this;
    return { asked, kept, recalled, given, refused: Object.fromEntries(this.#refused) };
  }
}
