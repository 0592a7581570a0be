import type { ImportedQuestion } from "./pack.ts";
import { alike } from "./tidy.ts";

type Seen = { readonly line: number; readonly right: string; readonly wrong: ReadonlySet<string> };

type Repeat =
  | { readonly type: "new" }
  | { readonly type: "repeats"; readonly reason: string }
  | { readonly type: "contradicts"; readonly reason: string };

/**
 * Questions asked twice in a file. The same text with the same answer is a repeat. With another answer it is a
 * contradiction when one calls wrong what the other calls right; else it is a question of its own, as there are many
 * answers to "Which of these is a fruit?".
 */
export class Repeats {
  readonly #seen = new Map<string, Seen[]>();

  see({ prompt, choices, key }: ImportedQuestion, line: number): Repeat {
    const right = alike(choices[key] ?? "");
    const wrong = new Set(choices.map(alike).filter((choice) => choice !== right));
    const earlier = this.#seen.get(alike(prompt)) ?? [];
    const same = earlier.find((one) => one.right === right);
    if (same !== undefined) {
      return { type: "repeats", reason: `the same question as in line ${same.line}; it is left out` };
    }
    const other = earlier.find((one) => one.wrong.has(right) || wrong.has(one.right));
    if (other !== undefined) {
      return { type: "contradicts", reason: `the same question in line ${other.line} has another right answer` };
    }
    this.#seen.set(alike(prompt), [...earlier, { line, right, wrong }]);
    return { type: "new" };
  }
}
