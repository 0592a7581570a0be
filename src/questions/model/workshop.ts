import type { Question } from "../../core/game.ts";
import type { QuestionId } from "../../core/ids.ts";
import { seededRandom, shuffle } from "../../core/random.ts";
import type { DuplicateIndex } from "../duplicates.ts";
import { draftFaults } from "../rules.ts";
import type { KeptQuestion } from "../store.ts";
import { oneLine, withoutUnseen } from "../unseen.ts";
import { Balance } from "./balance.ts";
import { leanOf } from "./plan.ts";
import { promptHash, quotesRules, solverRules, writerRules } from "./prompts.ts";
import { noVote, paperOf, passes, type Vote } from "./solving.ts";
import type { Settings } from "./options.ts";
import type { Talk } from "./talk.ts";
import type { Refusal, Tally } from "./tally.ts";
import { topicKey } from "./topic.ts";
import { answersWire, questionsWire, readQuestion, type Written } from "./wire.ts";

/** What a model is told to avoid: so many prompts, each cut to so many characters. */
const mostAvoided = 50;
const longestAvoided = 120;

/** Blind tries: one that is sure of itself and one that looks around. */
const temperatures = [0, 0.7];

export type WorkshopOptions = Settings & {
  readonly topic: string;
  readonly seed: string;
  /** Whether a question is of use for what it is made for. */
  readonly suits: (question: Question) => boolean;
  readonly talk: Talk;
  readonly tally: Tally;
  /** What has been played, recalled or written for this making; what is written is added. */
  readonly seen: DuplicateIndex;
};

type Draft = Written & { readonly writer: string };
type Solved = Draft & { readonly solver: string; readonly votes: readonly Vote[] };

/** Where questions are written, looked over, solved blind and put away. Several batches may be under way at once. */
export class Workshop {
  readonly #options: WorkshopOptions;
  readonly #balance = new Balance();
  #avoided: readonly string[] = [];
  #requests = 0;

  constructor(options: WorkshopOptions) {
    this.#options = options;
  }

  /** Tells the model of questions that are there already; the latest matter most. */
  avoid(prompts: readonly string[]): void {
    this.#avoided = [...this.#avoided, ...prompts].slice(-mostAvoided);
  }

  /** So many questions, or fewer: those that keep every rule and are like no other. */
  async write(count: number): Promise<readonly Draft[]> {
    const { model, talk, tally, topic } = this.#options;
    tally.asked += count;
    const avoid = this.#avoided.map((prompt) => oneLine(withoutUnseen(prompt)).slice(0, longestAvoided).toWellFormed());
    const answer = await talk.ask(model, {
      name: "questions",
      system: writerRules,
      user: JSON.stringify({ topic, count, lean: leanOf(this.#requests++), avoid }),
      schema: questionsWire,
    });
    if (answer === undefined) return [];
    const drafts = answer.value.questions.slice(0, count).flatMap((raw) => this.#sound(raw));
    this.avoid(drafts.map(({ prompt }) => prompt));
    return drafts.map((draft) => ({ ...draft, writer: answer.model }));
  }

  /** The question that the model wrote, or nothing. */
  #sound(raw: unknown): readonly Written[] {
    const draft = readQuestion(raw);
    const refusals = draft === undefined ? ["malformed" as const] : this.#refusalsOf(draft);
    this.#options.tally.refuse(...refusals);
    if (draft === undefined || refusals.length > 0) return [];
    this.#options.seen.add(draft.prompt, draft.correct);
    return [draft];
  }

  #refusalsOf(draft: Written): readonly Refusal[] {
    const { isFit, known, seen, suits } = this.#options;
    const faults = draftFaults(draft, (text) => isFit(text) && !quotesRules(text));
    const same = seen.find(draft.prompt, draft.correct) ?? known.find(draft.prompt, draft.correct);
    return [
      ...faults,
      ...(same === undefined ? [] : [`duplicate_${same}` as const]),
      ...(suits(asQuestion(draft)) ? [] : ["unsuited" as const]),
    ];
  }

  /** Those of the drafts that stand up to being solved blind and that the store did not have, as it keeps them. */
  async verify(drafts: readonly Draft[]): Promise<readonly Question[]> {
    const { store, tally } = this.#options;
    const solved = await this.#solve(drafts);
    const agreed = solved.filter(({ votes }) => {
      if (!passes(votes)) tally.refuse(votes.some((vote) => !vote.agreed) ? "not_agreed" : "ambiguous");
      return passes(votes);
    });
    const balanced = this.#balance.admit(agreed);
    tally.refuse(...agreed.slice(balanced.length).map(() => "longest_too_often" as const));
    const fresh = balanced.filter((draft) => this.#claim(draft));
    const added = await store.add(fresh.map((draft) => this.#kept(draft)));
    tally.refuse(...fresh.slice(added.length).map(() => "duplicate_exact" as const));
    tally.kept += added.length;
    return added;
  }

  /** Both tries; each choice has another place in the second one. */
  async #solve(drafts: readonly Draft[]): Promise<readonly Solved[]> {
    const { newId, seed, solver, talk } = this.#options;
    const order = `${seed}/${newId()}`;
    const tries = await Promise.all(
      temperatures.map(async (temperature, turn) => {
        const paper = paperOf(drafts, seededRandom(order), turn);
        const user = JSON.stringify({ questions: paper.questions });
        const ask = { name: "answers", system: solverRules, user, schema: answersWire, temperature };
        const answer = await talk.ask(solver, ask);
        return { solver: answer?.model ?? "", votes: paper.mark(answer?.value.answers ?? []) };
      }),
    );
    const solvers = [...new Set(tries.map(({ solver: name }) => name))].join(", ");
    return drafts.map((draft, index) => ({
      ...draft,
      solver: solvers,
      votes: tries.map(({ votes }) => votes[index] ?? noVote),
    }));
  }

  /** False when another lobby has kept one like it in the meantime. */
  #claim({ prompt, correct }: Draft): boolean {
    const { known, tally } = this.#options;
    const same = known.find(prompt, correct);
    if (same === undefined) known.add(prompt, correct);
    else tally.refuse(`duplicate_${same}`);
    return same === undefined;
  }

  #kept({ prompt, correct, wrong, difficulty, explanation, writer, solver, votes }: Solved): KeptQuestion {
    const { newId, now, seed, topic } = this.#options;
    // Ids are shown to players, and the order must not follow from anything that is: hence an id of its own.
    const choices = shuffle([correct, ...wrong], seededRandom(`${seed}/${newId()}`));
    const id = `ai-${newId()}` as QuestionId;
    const category = topic === "" ? "General knowledge" : topic;
    const key = choices.indexOf(correct);
    return {
      question: { id, prompt, choices, key, category, difficulty, explanation, image: "" },
      source: "model",
      topic: topicKey(topic),
      provenance: { model: writer, prompt: promptHash, solver, votes, at: new Date(now()).toISOString() },
    };
  }
}

/** A draft as a question, to be looked at. */
const asQuestion = ({ prompt, correct, wrong, explanation, difficulty }: Written): Question => ({
  id: "" as QuestionId,
  prompt,
  choices: [correct, ...wrong],
  key: 0,
  category: "",
  difficulty,
  explanation,
  image: "",
});
