import type { Question } from "../core/game.ts";
import type { QuestionRequest } from "./source.ts";
import { folded } from "./text.ts";

/** What has been chosen for one game so far: never twice the same, never what is hidden, never more than wanted. */
export class Choosing {
  readonly #request: QuestionRequest;
  readonly #ids = new Set<string>();
  readonly #prompts = new Set<string>();

  constructor(request: QuestionRequest) {
    this.#request = request;
  }

  get done(): number {
    return this.#ids.size;
  }

  get missing(): number {
    return Math.max(0, this.#request.count - this.#ids.size);
  }

  /** Takes what fits of these, at most `most`, and gives what was taken. */
  take(questions: readonly Question[], most = this.missing): readonly Question[] {
    const taken: Question[] = [];
    const limit = Math.min(most, this.missing);
    for (const question of questions) {
      if (taken.length >= limit) break;
      if (this.#request.suits?.(question) === false) continue;
      const prompt = `${folded(question.prompt)}\n${question.image}`;
      if (this.#request.hidden.has(question.id) || this.#ids.has(question.id) || this.#prompts.has(prompt)) continue;
      this.#ids.add(question.id);
      this.#prompts.add(prompt);
      taken.push(question);
    }
    return taken;
  }

  /** The same of those that the lobby has not been asked yet. */
  takeFresh(questions: readonly Question[], most = this.missing): readonly Question[] {
    return this.take(
      questions.filter(({ id }) => !this.#request.asked.has(id)),
      most,
    );
  }
}
