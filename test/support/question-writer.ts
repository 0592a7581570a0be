import { type Random, seededRandom, shuffle } from "../../src/core/random.ts";
import type { Model } from "../../src/model/model.ts";
import { folded } from "../../src/questions/text.ts";
import { json } from "./openai-behaviours.ts";
import type { OpenAiScript } from "./openai-server.ts";

/** A question as a model writes it. */
export type RawQuestion = {
  question: string;
  correct: string;
  wrong: string[];
  explanation: string;
  difficulty: string;
};

/** Something that is true in a world that nobody else knows. */
export type Fact = { readonly id: number; readonly raw: RawQuestion };

/** Makes a good question into one that must not be used; `before` are facts that were written earlier, if any. */
type Planted = {
  readonly raw: unknown;
  /** What the solver takes for true; what the writer says unless given. */
  readonly truth?: string;
  /** The solver sees a second reading, at one of its two tries. */
  readonly ambiguous?: boolean;
};
export type Plant = (fact: Fact, before: Fact | undefined) => Planted;

export type WriterOptions = {
  readonly seed?: string;
  /** What is wrong with the nth question, counted from 0; undefined for nothing. */
  readonly plant?: (nth: number, random: Random) => Plant | undefined;
  /** What is said instead, to the nth request for questions; undefined for nothing out of the ordinary. */
  readonly instead?: (questions: readonly unknown[], data: WriterData, nth: number) => unknown;
  /** How the solver answers instead. */
  readonly solver?: (answers: readonly SolverAnswer[], nth: number) => unknown;
};

export type WriterData = { readonly topic: string; readonly count: number; readonly avoid: readonly string[] };
type SolverAnswer = { readonly id: string; readonly choice: string; readonly ambiguous: boolean };
type SolverQuestion = {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
};

type Heard = { readonly name: string; readonly system: string; readonly user: string; readonly temperature?: number };

/** Of three or four, so that lengths tell as little of names as they do of real ones. */
const syllables = "ba do fi gu ka le mo nu pi ra se to vu wa xe yo zi".split(" ");
const nameOf = (random: Random): string => {
  const parts = Array.from(
    { length: 3 + Math.floor(random() * 2) },
    () => syllables[Math.floor(random() * syllables.length)],
  );
  const name = parts.join("");
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};

const templates: readonly ((name: string) => string)[] = [
  (name) => `Which river flows past the town of ${name}?`,
  (name) => `Who wrote the novel ${name}?`,
  (name) => `What do people in ${name} call their currency?`,
  (name) => `Which element is refined from the ore ${name}?`,
  (name) => `The old name of the island ${name} was:`,
  (name) => `The opera ${name} was composed by ____.`,
];

/** A language model that writes questions about a made-up world and solves them, as a test wants it. */
export class QuestionWriter {
  /** All requests, oldest first. */
  readonly heard: Heard[] = [];
  /** Which fact a prompt asks for. */
  readonly factOf = new Map<string, number>();
  /** Prompts of questions that must not be used; repeated ones are told by their fact. */
  readonly planted = new Set<string>();
  /** The right answer to each prompt. */
  readonly keyOf = new Map<string, string>();
  readonly #options: WriterOptions;
  readonly #random: Random;
  readonly #truths = new Map<string, { readonly text: string; readonly ambiguous: boolean }>();
  readonly #facts: Fact[] = [];
  #batches = 0;
  #solved = 0;
  written = 0;

  constructor(options: WriterOptions = {}) {
    this.#options = options;
    this.#random = seededRandom(options.seed ?? "writer");
  }

  /** In this process. */
  readonly model: Model = {
    ask: async (ask, { signal }) => {
      if (signal.aborted) return { ok: false, fault: "stopped", message: "" };
      const said: unknown = JSON.parse(JSON.stringify(this.reply(ask)));
      const { success, data } = ask.schema.safeParse(said);
      return success
        ? { ok: true, value: data, model: "writer-1", tokens: { input: 100, output: 200 } }
        : { ok: false, fault: "nonsense", message: "another form" };
    },
    say: async function* () {},
  };

  /** Behind a server that speaks OpenAI's protocol. */
  readonly answer: NonNullable<OpenAiScript["answer"]> = ({ schema, system, user, body: { temperature } }) =>
    json(this.reply({ name: schema, system, user, ...(temperature === undefined ? {} : { temperature }) }));

  reply({ name, system, user, temperature }: Heard): unknown {
    this.heard.push({ name, system, user, ...(temperature === undefined ? {} : { temperature }) });
    const data: unknown = JSON.parse(user);
    if (name === "answers") return this.#solve((data as { questions: SolverQuestion[] }).questions, temperature);
    const wish = data as WriterData;
    const questions = Array.from({ length: wish.count }, () => this.#write());
    const instead = this.#options.instead?.(questions, wish, this.#batches++);
    this.#believe(instead);
    return instead ?? { questions };
  }

  /** The solver thinks as the writer does, but where it knows better: so rules alone stand in the way of most faults. */
  #believe(said: unknown): void {
    const questions: unknown = Object(said).questions;
    if (!Array.isArray(questions)) return;
    for (const { question, correct, wrong = [] } of questions.map(Object) as Partial<RawQuestion>[]) {
      if (typeof question !== "string" || typeof correct !== "string") continue;
      const prompt = folded(question);
      const truth = this.#truths.get(prompt)?.text;
      if (truth !== undefined && (truth === correct || wrong.includes(truth))) continue;
      this.#truths.set(prompt, { text: correct, ambiguous: false });
      this.keyOf.set(prompt, correct);
      if (truth === undefined) this.factOf.set(prompt, -this.factOf.size - 1);
    }
  }

  #write(): unknown {
    const fact = this.#newFact();
    const before = this.#facts[Math.floor(this.#random() * this.#facts.length)];
    const plant = this.#options.plant?.(fact.id, this.#random);
    this.written++;
    const { raw, truth, ambiguous = false } = plant?.(fact, before) ?? { raw: fact.raw };
    const { question = "", correct = "" } = raw as Partial<RawQuestion>;
    const isCopy = before !== undefined && correct === before.raw.correct;
    this.factOf.set(folded(question), isCopy ? before.id : fact.id);
    this.keyOf.set(folded(question), isCopy ? before.raw.correct : fact.raw.correct);
    if (plant === undefined) this.#facts.push(fact);
    else if (!isCopy) this.planted.add(folded(question));
    if (!isCopy) this.#truths.set(folded(question), { text: truth ?? correct, ambiguous });
    return raw;
  }

  #newFact(): Fact {
    const template = templates[this.#facts.length % templates.length] ?? String;
    const names = new Set<string>();
    while (names.size < 4) names.add(nameOf(this.#random));
    const [correct = "", ...wrong] = shuffle([...names], this.#random);
    const question = template(`${nameOf(this.#random)} ${nameOf(this.#random)}`);
    const explanation = `It has been ${correct} for as long as anybody remembers.`;
    return { id: this.written, raw: { question, correct, wrong, explanation, difficulty: "easy" } };
  }

  #solve(questions: readonly SolverQuestion[], temperature: number | undefined): unknown {
    const nth = this.#solved++;
    const answers = questions.map(({ id, question, choices }) => {
      const truth = this.#truths.get(folded(question));
      const chosen = choices.find(({ text }) => folded(text) === folded(truth?.text ?? ""));
      const ambiguous = truth?.ambiguous === true && (temperature === 0) === (question.length % 2 === 0);
      return { id, choice: chosen?.id ?? "none", ambiguous };
    });
    return this.#options.solver?.(answers, nth) ?? { answers };
  }
}
