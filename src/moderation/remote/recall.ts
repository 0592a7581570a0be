import { createHmac } from "node:crypto";
import type { Opinion } from "./opinion.ts";

const most = 10_000;
const keptMs = 3_600_000;

export type RecallOptions = {
  /** Of this process alone, so that keys can't be looked up in a table of known texts. */
  readonly salt: Uint8Array;
  readonly now: () => number;
};

/** Opinions of the last hour, flagged or not, without the texts. */
export class Recall {
  readonly #options: RecallOptions;
  /** The one longest unused is first. */
  readonly #kept = new Map<string, { readonly opinion: Opinion; readonly until: number }>();

  constructor(options: RecallOptions) {
    this.#options = options;
  }

  /** The same for texts that differ in case alone. */
  keyOf(text: string): string {
    return createHmac("sha256", this.#options.salt).update(text.toLowerCase()).digest("base64");
  }

  get(key: string): Opinion | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key);
    if (found.until <= this.#options.now()) return undefined;
    this.#kept.set(key, found);
    return found.opinion;
  }

  set(key: string, opinion: Opinion): void {
    this.#kept.delete(key);
    this.#kept.set(key, { opinion, until: this.#options.now() + keptMs });
    if (this.#kept.size <= most) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }
}
