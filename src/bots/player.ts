import type { Random } from "../core/random.ts";
import type { SeenState } from "./lobby-feed.ts";
import type { Persona } from "./personas.ts";
import { planAnswer } from "./skill.ts";

/** What a well-read player would know of a question seen; see questions/knowledge.ts. */
export type Recall = (question: {
  readonly prompt: string;
  readonly choices: readonly string[];
  readonly image: string;
}) => { readonly key: number; readonly b?: number; readonly text?: string; readonly number?: number } | undefined;

/** A model that is asked like a player; undefined when it gave no answer in time. */
export type Ponder = (
  question: { readonly prompt: string; readonly choices: readonly string[]; readonly secondsLeft: number },
  signal: AbortSignal,
) => Promise<{ readonly choice: number } | undefined>;

export type PlayerOptions = {
  readonly persona: Pick<Persona, "strengths">;
  readonly recall: Recall;
  readonly ponder: Ponder | undefined;
  readonly random: Random;
  /** ms since 1970. */
  readonly now: () => number;
  readonly pace: number;
  readonly answer: (question: string, choice: number) => void;
};

/** Where a question has no end it is taken for one of this length; and nobody who is waited for stays silent. */
const endlessMs = 30_000;

type Planned = { readonly question: string; readonly choice: number; dueAt: number };
type Game = SeenState["game"];

/** Plays: every question seen gets one answer, or none, by a law or by a model. Drawn before anybody has answered. */
export class Player {
  readonly #options: PlayerOptions;
  #seen = "";
  #planned: Planned | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pondering: AbortController | undefined;
  #pausedAt: number | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** Takes a look at the game. `offset` is the server's clock less ours, in ms. */
  look(game: Game, skill: number, brain: string, offset: number): void {
    if (game.phase !== "question") return this.forget();
    if (this.#seen !== game.question.id) {
      this.forget();
      this.#seen = game.question.id;
      const { now, pace } = this.#options;
      const left = game.phaseEndsAt === 0 ? endlessMs * pace : game.phaseEndsAt - (now() + offset);
      const plan = this.#plan(game, left, skill);
      if (brain === "model" && this.#options.ponder !== undefined) void this.#ponder(game, left, plan);
      else this.#follow(plan);
    }
    if (game.paused) return this.#pause();
    if (this.#pausedAt !== undefined) this.#resume();
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#pondering?.abort();
    this.#pondering = undefined;
    this.#planned = undefined;
    this.#pausedAt = undefined;
    this.#seen = "";
  }

  /** Everything about an answer is drawn at once, when the question is first seen. */
  #plan(game: Game, leftMs: number, skill: number): Planned | undefined {
    const { recall, random, persona, now, pace } = this.#options;
    const { id, prompt, category, difficulty, image } = game.question;
    const choices = [...game.question.choices];
    const known = recall({ prompt, choices, image });
    const seen = { prompt, choices, category, difficulty, ...(known?.b === undefined ? {} : { b: known.b }) };
    const law = { skill, strengths: persona.strengths };
    const drawn = planAnswer(seen, law, known?.key, leftMs / pace, random);
    const plan = drawn ?? (game.phaseEndsAt === 0 ? guessAt(choices.length, random) : undefined);
    return plan && { question: id, choice: plan.choice, dueAt: now() + plan.afterMs * pace };
  }

  #follow(plan: Planned | undefined): void {
    this.#planned = plan;
    if (this.#pausedAt === undefined) this.#arm();
  }

  /** The model's thinking time is on the clock. Where it gives nothing, the bot does what was drawn. */
  async #ponder({ question }: Game, leftMs: number, plan: Planned | undefined): Promise<void> {
    const { ponder } = this.#options;
    const controller = new AbortController();
    this.#pondering = controller;
    const { id, prompt } = question;
    const choices = [...question.choices];
    const answer = await ponder?.({ prompt, choices, secondsLeft: leftMs / 1000 }, controller.signal).catch(
      () => undefined,
    );
    if (controller.signal.aborted || this.#seen !== id) return;
    this.#follow(answer === undefined ? plan : { question: id, choice: answer.choice, dueAt: this.#options.now() });
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const planned = this.#planned;
    if (planned === undefined) return;
    this.#timer = setTimeout(
      () => this.#options.answer(planned.question, planned.choice),
      Math.max(0, planned.dueAt - this.#options.now()),
    );
  }

  #pause(): void {
    this.#pausedAt ??= this.#options.now();
    clearTimeout(this.#timer);
  }

  #resume(): void {
    const stood = this.#options.now() - (this.#pausedAt ?? 0);
    this.#pausedAt = undefined;
    if (this.#planned !== undefined) this.#planned.dueAt += stood;
    this.#arm();
  }
}

const guessAt = (choices: number, random: Random): { readonly choice: number; readonly afterMs: number } | undefined =>
  choices === 0 ? undefined : { choice: Math.floor(random() * choices), afterMs: endlessMs * random() };
