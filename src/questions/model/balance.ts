import type { Draft } from "../rules.ts";

/** The most that "the longest choice is right" may come true; in good sets by people it is one in five. */
const most = 0.35;

const longestIsRight = ({ correct, wrong }: Draft): boolean => wrong.every((choice) => choice.length < correct.length);

/** Lets questions through as long as the length of choices does not tell the right one, over all it has let through. */
export class Balance {
  #all = 0;
  #longest = 0;

  admit<T extends Draft>(drafts: readonly T[]): readonly T[] {
    this.#all += drafts.filter((draft) => !longestIsRight(draft)).length;
    return drafts.filter((draft) => !longestIsRight(draft) || this.#fits());
  }

  /** Counts one more whose longest choice is right, if there is room for it. One alone tells nothing. */
  #fits(): boolean {
    if (this.#longest > 0 && this.#longest + 1 > most * (this.#all + 1)) return false;
    this.#all++;
    this.#longest++;
    return true;
  }
}
