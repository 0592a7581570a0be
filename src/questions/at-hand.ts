import type { Question } from "../core/game.ts";
import { seededRandom, shuffle } from "../core/random.ts";
import type { Choosing } from "./choosing.ts";
import { gather } from "./gather.ts";
import type { QuestionRequest, QuestionSource } from "./source.ts";

/** Sources at hand, the most trusted first. */
const atHand = ["bank", "facts"];

/** The sources that answer at once, asked for what is still missing. */
export class Desk {
  readonly choosing: Choosing;
  readonly request: QuestionRequest;
  readonly signal: AbortSignal;
  readonly #sources: ReadonlyMap<string, QuestionSource>;
  readonly #order: readonly string[];

  constructor(
    sources: ReadonlyMap<string, QuestionSource>,
    name: string,
    choosing: Choosing,
    request: QuestionRequest,
    signal: AbortSignal,
  ) {
    this.#sources = sources;
    this.#order = name === "facts" ? ["facts", "bank"] : name === "bank" ? ["bank"] : atHand;
    this.choosing = choosing;
    this.request = request;
    this.signal = signal;
  }

  async onTopic(count = this.choosing.missing): Promise<readonly Question[]> {
    const chosen: Question[] = [];
    for (const source of this.#order) await this.#add(chosen, source, this.request.topic, count, false);
    // Those that fit best would come first otherwise.
    return shuffle(chosen, seededRandom(`${this.request.seed}/mix/${this.choosing.done}`));
  }

  /** On anything, and when all has been asked, what was asked longest ago. */
  async anything(count = this.choosing.missing): Promise<readonly Question[]> {
    const chosen: Question[] = [];
    const order = new Set([...this.#order, ...atHand]);
    for (const source of order) await this.#add(chosen, source, "", count, false);
    for (const source of order) await this.#add(chosen, source, "", count, true);
    return chosen;
  }

  async some(count: number): Promise<readonly Question[]> {
    const fitting = await this.onTopic(count);
    return [...fitting, ...(await this.anything(count - fitting.length))];
  }

  async #add(chosen: Question[], name: string, topic: string, count: number, again: boolean): Promise<void> {
    const source = this.#sources.get(name);
    const missing = count - chosen.length;
    if (source === undefined || missing <= 0) return;
    const { choosing, request, signal } = this;
    // More than are missing, as some may have been chosen already.
    const { questions } = await gather(source, { ...request, topic, count: missing + choosing.done }, signal);
    chosen.push(...(again ? choosing.take(questions, missing) : choosing.takeFresh(questions, missing)));
  }
}
