import assert from "node:assert/strict";
import type { Question } from "../../src/core/game.ts";
import type { Model } from "../../src/model/model.ts";
import { duplicateIndex } from "../../src/questions/duplicates.ts";
import { modelSource } from "../../src/questions/model/source.ts";
import type { Made, QuestionRequest, QuestionSource } from "../../src/questions/source.ts";
import { memoryQuestionStore } from "../../src/questions/store-memory.ts";
import type { KeptQuestion, QuestionStore } from "../../src/questions/store.ts";
import { folded } from "../../src/questions/text.ts";
import type { Log } from "../../src/telemetry/log.ts";
import { questionRequest } from "./question-request.ts";
import { QuestionWriter, type WriterOptions } from "./question-writer.ts";

type Options = WriterOptions & {
  readonly model?: Model;
  readonly isFit?: (text: string) => boolean;
  readonly timeoutMs?: number;
  readonly parallel?: number;
  /** Instead of what the store does. */
  readonly store?: Partial<QuestionStore>;
};

/** What was made, and how it ended: with "" or with the message of an error. */
export type Ended = {
  readonly made: readonly Made[];
  readonly questions: readonly Question[];
  readonly stages: readonly string[];
  readonly error: string;
};

/** The `model` source over a writer, a store in memory, and everything that was kept and logged. */
export class QuestionWorld {
  readonly writer: QuestionWriter;
  readonly source: QuestionSource;
  readonly known = duplicateIndex();
  /** Everything that the store was given and kept, with where it came from. */
  readonly kept: KeptQuestion[] = [];
  readonly logged: Record<string, unknown>[] = [];
  readonly store = memoryQuestionStore();
  #ids = 0;

  constructor({ model, isFit = () => true, timeoutMs = 5000, parallel = 2, store = {}, ...options }: Options = {}) {
    this.writer = new QuestionWriter(options);
    const note = (fields: object | string): void => void this.logged.push({ ...(fields as object) });
    const log: Log = { debug: note, info: note, warn: note, error: note };
    this.source = modelSource({
      model: model ?? this.writer.model,
      store: {
        ...this.store,
        add: async (questions) => {
          const added = await this.store.add(questions);
          this.kept.push(...questions.filter(({ question }) => added.includes(question)));
          return added;
        },
        ...store,
      },
      known: this.known,
      log,
      now: () => Date.UTC(2030, 0, 1),
      clock: () => performance.now(),
      newId: () => `id${this.#ids++}`,
      isFit,
      timeoutMs,
      parallel,
    });
  }

  /** Reads a making to its end. `seen` is told of each step and may abort. */
  async make(
    wish: Partial<QuestionRequest> = {},
    { signal = never, seen = () => {} }: { readonly signal?: AbortSignal; readonly seen?: (made: Made) => void } = {},
  ): Promise<Ended> {
    const made: Made[] = [];
    let error = "";
    try {
      for await (const step of this.source.make(questionRequest(wish), signal)) {
        made.push(step);
        seen(step);
      }
    } catch (thrown) {
      assert(thrown instanceof Error);
      error = thrown.message;
    }
    const questions = made.flatMap((step) => step.questions ?? []);
    return { made, questions, stages: made.flatMap(({ stage }) => stage ?? []), error };
  }

  /** How often each reason to refuse a question was logged. */
  get refused(): Readonly<Record<string, number>> {
    const all: Record<string, number> = {};
    for (const { refused } of this.logged) {
      for (const [code, times] of Object.entries(refused as Record<string, number>))
        all[code] = (all[code] ?? 0) + times;
    }
    return all;
  }

  /** Fails when anything kept was planted, is there twice, has a wrong key, or when a text got into the log. */
  check(): void {
    const { writer } = this;
    const facts = new Set<number>();
    for (const { question } of this.kept) {
      const prompt = folded(question.prompt);
      assert(!writer.planted.has(prompt), question.prompt);
      const fact = writer.factOf.get(prompt) ?? assert.fail(`nobody wrote “${question.prompt}”`);
      assert(!facts.has(fact), `twice: ${question.prompt}`);
      facts.add(fact);
      assert.equal(question.choices.length, 4);
      assert.equal(question.choices[question.key], writer.keyOf.get(prompt));
    }
    const log = folded(JSON.stringify(this.logged));
    // Keys of one letter are what some writers say.
    const texts = [...writer.keyOf].flat().filter(({ length }) => length > 3);
    for (const text of texts) assert(!log.includes(folded(text)), text);
  }
}

export const never = new AbortController().signal;
