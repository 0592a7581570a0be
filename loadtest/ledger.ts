import { cpus, loadavg, type } from "node:os";
import { type Kind, kinds } from "./orders.ts";

/** One figure of one case: a value for each measured round of each server. Less is better. */
export type Measure = {
  readonly of: string;
  readonly name: string;
  readonly values: { readonly [K in Kind]?: readonly number[] };
};

/** What a run found, as it is kept. */
export type Result = {
  readonly scenario: string;
  readonly command: string;
  readonly at: string;
  readonly machine: { readonly node: string; readonly os: string; readonly cpus: string; readonly loadBefore: number };
  readonly measures: readonly Measure[];
  readonly errors: { readonly [K in Kind]?: Readonly<Record<string, number>> };
  readonly notes: readonly string[];
  readonly samples?: readonly object[];
  /** Of a soak: whether nothing grew. */
  readonly passed?: boolean;
};

/** Less than this is not worth a word. */
const generatorLateMs = 20;

/** Gathers the figures of a run. */
export class Ledger {
  /** Takes what is worth telling while a long run goes on. */
  readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  readonly #measures = new Map<string, { of: string; name: string; values: { [K in Kind]?: number[] } }>();
  readonly #errors: { [K in Kind]?: Record<string, number> } = {};
  readonly #notes: string[] = [];
  #samples: readonly object[] | undefined;
  #passed: boolean | undefined;

  add(of: string, name: string, kind: Kind, value: number): void {
    const key = `${of}\n${name}`;
    const measure = this.#measures.get(key) ?? { of, name, values: {} };
    this.#measures.set(key, measure);
    (measure.values[kind] ??= []).push(value);
  }

  fail(kind: Kind, errors: Readonly<Record<string, number>>): void {
    const all = (this.#errors[kind] ??= {});
    for (const [code, times] of Object.entries(errors)) all[code] = (all[code] ?? 0) + times;
  }

  note(text: string): void {
    if (!this.#notes.includes(text)) this.#notes.push(text);
  }

  /** That the load processes themselves were late, and what they measured by as much. */
  late(of: string, ms: number): void {
    this.#late.set(of, Math.max(ms, this.#late.get(of) ?? 0));
  }
  readonly #late = new Map<string, number>();

  judge(samples: readonly object[], passed: boolean): void {
    this.#samples = samples;
    this.#passed = passed;
  }

  result(scenario: string, command: string, at: Date): Result {
    const [cpu] = cpus();
    return {
      scenario,
      command,
      at: at.toISOString(),
      machine: {
        node: process.version,
        os: type(),
        cpus: `${cpus().length} × ${cpu?.model.trim() ?? "?"}`,
        loadBefore: this.#loadBefore,
      },
      measures: [...this.#measures.values()],
      errors: Object.fromEntries(kinds.map((kind) => [kind, this.#errors[kind] ?? {}])),
      notes: [...this.#notes, ...this.#lateNotes()],
      ...(this.#samples === undefined ? {} : { samples: this.#samples }),
      ...(this.#passed === undefined ? {} : { passed: this.#passed }),
    };
  }

  #lateNotes(): readonly string[] {
    const worst = [...this.#late].filter(([, ms]) => ms > generatorLateMs);
    return worst.map(
      ([of, ms]) =>
        `${of}: the load processes were up to ${Math.round(ms)} ms late (p99 of their loop), and so are the times.`,
    );
  }

  readonly #loadBefore = loadavg()[0] ?? 0;
}
