import { setTimeout as wait } from "node:timers/promises";
import type { PlayWish } from "./orders.ts";
import type { Player } from "./table.ts";
import type { Tally } from "./tally.ts";

const patienceMs = 20_000;
const resultsMs = 2000;

/** The players of one lobby that this process holds, and the game as the first of them sees it. */
export class Group {
  readonly players: Player[] = [];
  readonly code: string;
  /** Whether the lobby's owner is among them, as the first. */
  readonly owns: boolean;
  phase = "";
  question = "";
  #answered = "";
  #written = 0;
  #resultsBefore = 0;
  #listener: ((phase: string) => void) | undefined;
  /** Ends the listening at once. */
  #stop: (() => void) | undefined;

  constructor(code: string, owns: boolean) {
    this.code = code;
    this.owns = owns;
  }

  /** Who has not written for longest: nobody may write again at once. */
  nextWriter(): Player | undefined {
    return this.players[this.#written++ % this.players.length];
  }

  /** What the first of them is told. */
  readonly see = (phase: string, question: string): void => {
    if (phase === this.phase && question === this.question) return;
    this.phase = phase;
    this.question = question;
    this.#listener?.(phase);
  };

  /** Resolves when the lobby is in the phase; fails when nothing moves for long. */
  async until(phase: string): Promise<void> {
    if (this.phase === phase) return;
    await this.#listen((seen) => seen === phase);
  }

  /** To the countdown, or on to the first question. */
  async begin(count: number, seconds: number, until: "countdown" | "question"): Promise<void> {
    if (this.owns) await this.players[0]?.steer("start", { count, seconds });
    await this.until("countdown");
    if (until === "countdown") return;
    if (this.owns) await this.#skip();
    await this.until("question");
  }

  /** From the last scores to the end. */
  async finish(): Promise<void> {
    if (this.owns) await this.#skip();
    await this.until("podium");
  }

  /** Plays on from where the game is, after a share of the time in which lobbies begin. */
  async play(wish: PlayWish, share: number, tally: () => Tally): Promise<void> {
    const end = performance.now() + (wish.ms ?? Number.POSITIVE_INFINITY);
    await wait(share * (wish.staggerMs ?? 0));
    const answers: Promise<unknown>[] = [];
    let asked = 0;
    const isOver = (phase: string): boolean => {
      if (phase === "question" && this.question !== this.#answered) {
        asked++;
        this.#resultsBefore = this.#results;
        this.#answered = this.question;
        answers.push(...this.#answer(wish.spreadMs, tally));
      }
      if (phase === "scores" && asked === wish.questions) return true;
      this.#goOn(phase, wish, tally);
      return performance.now() >= end;
    };
    if (!isOver(this.phase)) {
      const timer = wish.ms === undefined ? undefined : setTimeout(() => this.#stop?.(), end - performance.now());
      await this.#listen(isOver).finally(() => clearTimeout(timer));
    }
    await Promise.all(answers);
    if (wish.questions !== undefined) await this.#resultsAreIn();
  }

  /** What an owner in a hurry skips; and without a hurry, one game after the other. */
  /** In a hurry the owner skips what is between two questions; without one, one game follows the other. */
  #goOn(phase: string, { questions }: PlayWish, tally: () => Tally): void {
    if (!this.owns) return;
    const [owner] = this.players;
    const failed = (error: unknown): void => tally().fail(error);
    if (questions === undefined) {
      if (phase === "podium") owner?.steer("start", { count: 50, seconds: 300 }).catch(failed);
      return;
    }
    if (phase === "reveal")
      this.#resultsAreIn()
        .then(() => this.#skip())
        .catch(failed);
    if (phase === "countdown" || phase === "scores") this.#skip().catch(failed);
  }

  get #results(): number {
    return this.players.reduce((total, { received }) => total + received.results, 0);
  }

  async #resultsAreIn(): Promise<void> {
    const wanted = this.#resultsBefore + this.players.length;
    for (const end = performance.now() + resultsMs; this.#results < wanted && performance.now() < end;) await wait(2);
  }

  async #skip(): Promise<void> {
    await this.players[0]?.steer("skip", {});
  }

  #answer(spreadMs: number, tally: () => Tally): readonly Promise<void>[] {
    const { question } = this;
    return this.players.map(async (player, index) => {
      await wait((spreadMs * index) / this.players.length);
      const began = performance.now();
      try {
        await player.answer(question, index % 4);
        tally().time("reply", performance.now() - began);
        tally().count("answers");
      } catch (error) {
        tally().fail(error);
      }
    });
  }

  #listen(isOver: (phase: string) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const give = (): NodeJS.Timeout =>
        setTimeout(() => end(() => reject(new Error(`stuck_in_${this.phase}`))), patienceMs);
      let late = give();
      const end = (settle: () => void): void => {
        clearTimeout(late);
        this.#listener = undefined;
        this.#stop = undefined;
        settle();
      };
      this.#stop = () => end(resolve);
      this.#listener = (phase) => {
        clearTimeout(late);
        late = give();
        if (isOver(phase)) end(resolve);
      };
    });
  }
}
