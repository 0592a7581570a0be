import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { Lobby, Order } from "../src/lobby/state.ts";
import { gather } from "../src/questions/gather.ts";
import type { Services } from "./services.ts";

/** The making of questions for one lobby: slow work outside, whose outcome comes back as a command. */
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
    const order = lobby.stage.status === "building" ? lobby.stage.order : undefined;
    if (this.#running !== undefined && this.#running.game !== order?.game) this.stop();
    if (order === undefined || this.#running !== undefined) return;
    const controller = new AbortController();
    this.#running = { game: order.game, controller };
    void this.#make(order, lobby.asked, controller.signal);
  }

  stop(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
  }

  async #make(order: Order, asked: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const { sources, knowledge, log } = this.#services;
    const { game, topic, count, seed } = order;
    try {
      const source = sources.get(order.source);
      if (source === undefined) throw new Error(`no source ${order.source}`);
      const request = { topic, count, asked, hidden: new Set<string>(), played: [], pack: "", seed };
      const { questions, note } = await gather(source, request, signal);
      if (signal.aborted) return;
      knowledge.learn(questions);
      await this.#decide({ type: "built", game, questions, note });
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ game, err: error }, "questions could not be made");
      await this.#decide({ type: "build_failed", game, reason: "source_failed" });
    }
  }
}
