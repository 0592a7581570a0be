import type { LobbyCommand } from "../src/lobby/commands.ts";
import { type Lobby, shownTopic } from "../src/lobby/state.ts";
import type { Services } from "./services.ts";

/** Finds the picture of the lobby's topic: slow work outside, whose outcome comes back as a command. */
export class Picturing {
  readonly #services: Pick<Services, "pictures" | "log">;
  readonly #decide: (command: LobbyCommand) => Promise<unknown>;
  #running: { readonly topic: string; readonly controller: AbortController } | undefined;

  constructor(services: Pick<Services, "pictures" | "log">, decide: (command: LobbyCommand) => Promise<unknown>) {
    this.#services = services;
    this.#decide = decide;
  }

  /** Looks for another picture once the lobby shows another topic. */
  follow(lobby: Lobby): void {
    const topic = shownTopic(lobby);
    if (lobby.closed || lobby.image?.topic === topic || this.#running?.topic === topic) return;
    this.stop();
    const controller = new AbortController();
    this.#running = { topic, controller };
    void this.#find(topic, lobby, controller.signal);
  }

  stop(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
  }

  /** A lobby about nothing in particular gets the picture of its title. */
  async #find(topic: string, { code, settings }: Lobby, signal: AbortSignal): Promise<void> {
    const { pictures, log } = this.#services;
    try {
      const image = await (topic === "" ? pictures.drawn(settings.title) : pictures.pictureOf(topic, { signal }));
      if (!signal.aborted) await this.#decide({ type: "picture", topic, image });
    } catch (error) {
      if (!signal.aborted) log.warn({ lobby: code, err: error }, "no picture was found");
    }
    if (this.#running?.topic === topic) this.#running = undefined;
  }
}
