import type { Question } from "../../src/core/game.ts";
import type { Made, QuestionSource } from "../../src/questions/source.ts";

/** A source that gives, step by step, what the test lets out. */
export class SlowSource implements QuestionSource {
  readonly name: string;
  #waiting: (Made | Error | "end")[] = [];
  #wake = (): void => {};
  /** Whether the making under way has been stopped. */
  stopped = false;

  constructor(name: string) {
    this.name = name;
  }

  give(questions: readonly Question[], more: Omit<Made, "questions"> = {}): void {
    this.#let({ questions, ...more });
  }

  end(): void {
    this.#let("end");
  }

  fail(): void {
    this.#let(new Error("the source broke"));
  }

  #let(step: Made | Error | "end"): void {
    this.#waiting.push(step);
    this.#wake();
  }

  supply(): Promise<number> {
    return Promise.resolve(0);
  }

  async *make(_request: unknown, signal: AbortSignal): AsyncGenerator<Made> {
    this.stopped = false;
    signal.addEventListener("abort", () => {
      this.stopped = true;
      this.#wake();
    });
    for (;;) {
      if (signal.aborted) return;
      const step = this.#waiting.shift();
      if (step === "end") return;
      if (step instanceof Error) throw step;
      if (step !== undefined) yield step;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
