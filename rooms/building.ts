import type { Question } from "../src/core/game.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import { type Lobby, type Making, makingOf } from "../src/lobby/state.ts";
import type { Made } from "../src/questions/source.ts";
import type { Services } from "./services.ts";

/** A game may begin with so many questions while the rest are made. */
export const enoughToBegin = 3;

/** The making of questions for one lobby: slow work outside, whose outcome comes back as commands. */
export class Building {
  readonly #services: Services;
  readonly #decide: (command: LobbyCommand) => Promise<unknown>;
  #running: { readonly game: string; readonly controller: AbortController } | undefined;

  constructor(services: Services, decide: (command: LobbyCommand) => Promise<unknown>) {
    this.#services = services;
    this.#decide = decide;
  }

  /** Starts what the lobby waits for, and stops what it does not wait for any more. */
  follow(lobby: Lobby): void {
    const making = makingOf(lobby);
    if (this.#running !== undefined && this.#running.game !== making?.order.game) this.stop();
    if (making === undefined || this.#running !== undefined) return;
    const controller = new AbortController();
    this.#running = { game: making.order.game, controller };
    void this.#make(making, lobby, controller.signal);
  }

  stop(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
  }

  async #make({ order, made }: Making, lobby: Lobby, signal: AbortSignal): Promise<void> {
    const { mix, care, games, log } = this.#services;
    const { game, topic, count, seed, source, pack } = order;
    const { suits, prefers } = games.find(({ mode }) => mode === order.mode) ?? {};
    const waiting = lobby.stage.status === "ready" ? lobby.stage.questions : [];
    const request = {
      topic,
      count: count - made,
      // After a waking some may be there already, in the game or waiting for it.
      asked: new Set([...lobby.asked, ...waiting.map(({ id }) => id)]),
      hidden: care.hidden(),
      played: [...lobby.played, ...waiting.map(({ prompt }) => prompt)],
      pack,
      seed: made === 0 ? seed : `${seed}/${made}`,
      ...(suits === undefined ? {} : { suits }),
      ...(prefers === undefined ? {} : { prefers }),
    };
    const parcel = new Parcel(this.#services, this.#decide, { game, source, count, made });
    try {
      for await (const step of mix(source, request, signal)) {
        if (signal.aborted) return;
        await parcel.add(step);
      }
      if (!signal.aborted) await parcel.end();
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ game, source, err: error }, "questions could not be made");
      await this.#decide({ type: "build_failed", game, reason: "source_failed" });
    }
  }
}

/** Questions on their way to the lobby: the first lot when a game can begin with it, then each as it comes. */
class Parcel {
  readonly #services: Pick<Services, "knowledge" | "hardness" | "metrics" | "log">;
  readonly #decide: (command: LobbyCommand) => Promise<unknown>;
  readonly #order: Pick<Making["order"], "game" | "source" | "count">;
  readonly #startedAt = performance.now();
  #waiting: Question[] = [];
  #notes: string[] = [];
  #stage = "";
  #done: number;
  #begun: boolean;

  constructor(
    services: Pick<Services, "knowledge" | "hardness" | "metrics" | "log">,
    decide: (command: LobbyCommand) => Promise<unknown>,
    { made, ...order }: Pick<Making["order"], "game" | "source" | "count"> & { readonly made: number },
  ) {
    this.#services = services;
    this.#decide = decide;
    this.#order = order;
    this.#done = made;
    this.#begun = made > 0;
  }

  async add({ questions = [], note = "", stage = "" }: Made): Promise<void> {
    const { count } = this.#order;
    const { knowledge, hardness, log } = this.#services;
    const learned = await hardness.of(questions.map(({ id }) => id)).catch((error: unknown) => {
      log.warn({ err: error }, "how hard questions are is not known");
      return new Map<string, { readonly b: number }>();
    });
    knowledge.learn(questions, learned);
    this.#waiting.push(...questions);
    this.#done += questions.length;
    if (note !== "") this.#notes.push(note);
    const isWhole = this.#done >= count;
    if (isWhole) return this.#send(true);
    if (this.#begun ? questions.length > 0 : this.#done >= Math.min(enoughToBegin, count)) await this.#send(false);
    if (questions.length > 0 || (stage !== "" && stage !== this.#stage)) await this.#tell(stage);
  }

  /** There is no more. */
  async end(): Promise<void> {
    if (this.#done < this.#order.count || this.#waiting.length > 0) await this.#send(true);
  }

  async #tell(stage: string): Promise<void> {
    if (stage !== "") this.#stage = stage;
    const progress = { stage: this.#stage || "choosing", done: this.#done, total: this.#order.count };
    await this.#decide({ type: "progress", game: this.#order.game, progress });
  }

  async #send(last: boolean): Promise<void> {
    const { game, source } = this.#order;
    const { metrics } = this.#services;
    const questions = this.#waiting;
    metrics.questionsMade(source, questions.length);
    if (!this.#begun && questions.length > 0) metrics.playable(source, (performance.now() - this.#startedAt) / 1000);
    const note = this.#notes.join(" ");
    this.#waiting = [];
    this.#notes = [];
    if (this.#begun) await this.#decide({ type: "added", game, questions, note, last });
    else await this.#decide({ type: "built", game, questions, note, ...(last ? {} : { more: true }) });
    this.#begun = true;
  }
}
