import type { Question } from "../../core/game.ts";
import { Deadline } from "../../model/deadline.ts";
import { type DuplicateIndex, duplicateIndex } from "../duplicates.ts";
import type { Made, QuestionRequest } from "../source.ts";
import { batchesFor, batchSize, mostAsked, mostRounds } from "./plan.ts";
import type { Settings } from "./options.ts";
import { SourceFault } from "./source-fault.ts";
import { Talk } from "./talk.ts";
import { Tally } from "./tally.ts";
import { type Task, together } from "./together.ts";
import { cleanTopic, topicKey } from "./topic.ts";
import { Workshop } from "./workshop.ts";

/** How much of what has been played is held against new questions, and how many kept questions are looked at. */
const mostPlayed = 500;
const mostStored = 200;

/** One making of questions, from the first look into the store to the last round. */
export async function* makeQuestions(
  settings: Settings,
  request: QuestionRequest,
  signal: AbortSignal,
): AsyncGenerator<Made> {
  const { clock, timeoutMs, log } = settings;
  const left = new AbortController();
  const deadline = new Deadline({ signal: AbortSignal.any([signal, left.signal]), timeoutMs }, clock);
  const making = new Making(settings, request, deadline);
  const started = clock();
  try {
    yield* making.run();
  } finally {
    // What is still being written is for nobody.
    left.abort();
    deadline.close();
    const { figures, fault } = making;
    const fields = { ...figures, ms: Math.round(clock() - started), fault: fault?.message };
    log[fault === undefined ? "info" : "warn"](fields, "the model's questions");
  }
}

class Making {
  readonly #settings: Settings;
  readonly #request: QuestionRequest;
  readonly #deadline: Deadline;
  readonly #talk: Talk;
  readonly #workshop: Workshop;
  readonly #tally = new Tally();
  readonly #seen: DuplicateIndex = duplicateIndex();
  /** Kept questions that this lobby has not been asked and has not been given now. */
  #stored: readonly Question[] = [];
  /** How many questions may still be asked of the model. */
  #left: number;
  #fault: SourceFault | undefined;

  constructor(settings: Settings, request: QuestionRequest, deadline: Deadline) {
    this.#settings = settings;
    this.#request = request;
    this.#deadline = deadline;
    this.#talk = new Talk(deadline);
    this.#left = mostAsked * request.count;
    const [tally, seen] = [this.#tally, this.#seen];
    const topic = cleanTopic(request.topic);
    const { seed, suits = () => true } = request;
    this.#workshop = new Workshop({ ...settings, topic, seed, suits, talk: this.#talk, tally, seen });
  }

  get fault(): SourceFault | undefined {
    return this.#fault;
  }

  get figures(): object {
    const { requests, tokens } = this.#talk;
    return { ...this.#tally.figures, requests, tokens };
  }

  async *run(): AsyncGenerator<Made> {
    yield { stage: "recalling" };
    yield* this.#together([(emit) => this.#recall(emit)]);
    for (let round = 0; round < mostRounds && this.#mayAsk; round++) {
      yield { stage: "writing" };
      const before = this.#talk.lost.length;
      const batches = this.#batches();
      yield* this.#together(batches);
      const lost = this.#talk.lost.slice(before);
      // A model that won't have a topic does not change its mind.
      if (lost.length >= batches.length && lost.every((fault) => fault === "refused")) break;
    }
    if (this.#deadline.over === "stopped" || this.#missing === 0) return;
    if (this.#stored.length > 0) yield this.#recalled(this.#stored);
    this.#fault ??= this.#faultOfAll();
    if (this.#missing > 0 && this.#fault !== undefined) throw this.#fault;
  }

  get #missing(): number {
    return this.#request.count - this.#tally.given;
  }

  get #mayAsk(): boolean {
    return this.#missing > 0 && this.#left > 0 && this.#fault === undefined && this.#deadline.over === undefined;
  }

  /** Gives half of what is wanted from the store, so that every topic has something new each time. */
  async #recall(emit: (made: Made) => void): Promise<void> {
    const { store, ready, isFit } = this.#settings;
    const { asked, hidden, played, count, topic, seed, suits = () => true } = this.#request;
    const words = cleanTopic(topic);
    if (words !== "" && !isFit(words)) throw new SourceFault("refused");
    await ready();
    for (const prompt of played.slice(-mostPlayed)) this.#seen.add(prompt);
    const not = new Set([...asked, ...hidden]);
    const found = await store.find({ source: "model", topic: topicKey(topic), limit: mostStored, not, seed });
    const isFresh = ({ prompt, choices, key }: Question) => this.#seen.find(prompt, choices[key] ?? "") === undefined;
    const fresh = found.filter((question) => suits(question) && isFresh(question));
    for (const { prompt, choices, key } of fresh) this.#seen.add(prompt, choices[key]);
    this.#workshop.avoid([...fresh.map(({ prompt }) => prompt), ...played]);
    const half = Math.floor(count / 2);
    this.#stored = fresh.slice(half);
    emit(this.#recalled(fresh.slice(0, half)));
  }

  #recalled(questions: readonly Question[]): Made {
    const made = this.#given(questions);
    this.#tally.recalled += made.questions.length;
    return made;
  }

  /** As many as are missing still; what is over has been kept and waits for another lobby. */
  #given(questions: readonly Question[]): { readonly questions: readonly Question[] } {
    const given = questions.slice(0, this.#missing);
    this.#tally.given += given.length;
    return { questions: given };
  }

  /** One round: requests for what is missing, and everything that comes after each. */
  #batches(): readonly Task<Made>[] {
    // Who could not finish an answer is asked for less at a time.
    const size = this.#talk.lost.includes("truncated") ? Math.ceil(batchSize / 2) : batchSize;
    const batches = batchesFor(this.#missing, this.#left, size);
    this.#left -= batches.reduce((sum, count) => sum + count, 0);
    return batches.map((count) => async (emit) => {
      const drafts = await this.#workshop.write(count);
      if (drafts.length === 0) return;
      emit({ stage: "checking" });
      const questions = await this.#workshop.verify(drafts);
      if (questions.length > 0) emit(this.#given(questions));
    });
  }

  async *#together(tasks: readonly Task<Made>[]): AsyncGenerator<Made> {
    try {
      yield* together(tasks, this.#settings.parallel, this.#deadline.signal);
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      this.#fault ??= error;
    }
  }

  /** Why all of it came to little, when no single failure says so. */
  #faultOfAll(): SourceFault | undefined {
    if (this.#deadline.over === "too_slow") return new SourceFault("too_slow");
    const lost = this.#talk.lost.at(-1);
    return lost === undefined || this.#tally.kept > 0 ? undefined : new SourceFault(lost);
  }
}
