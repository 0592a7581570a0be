import { onceFor } from "../src/core/once.ts";
import { anyBot, botSeats, botsIn, isConnected, type Lobby } from "../src/lobby/state.ts";
import type { BotInvitation, Services } from "./services.ts";

const hasBots = onceFor((members: Lobby["members"]) => [...members.values()].some(({ kind }) => kind === "bot"));

/** Keeps a lobby's bots coming: as many as it wants and has room for, and those of before a waking first. */
export class BotSeats {
  readonly #services: Pick<Services, "inviteBot" | "log">;
  readonly #code: string;
  readonly #coming = new Set<string>();
  #newcomers = 0;

  constructor(services: Pick<Services, "inviteBot" | "log">, code: string) {
    this.#services = services;
    this.#code = code;
  }

  fill(lobby: Lobby): void {
    if (lobby.closed || (lobby.bots.length === 0 && !hasBots(lobby.members))) return;
    const seated = botsIn(lobby);
    for (const bot of seated) {
      if (isConnected(bot) || this.#coming.has(bot.id)) continue;
      this.#coming.add(bot.id);
      void this.#invite({ code: this.#code, wish: anyBot, nth: 0, returning: bot.id }).then(() =>
        this.#coming.delete(bot.id),
      );
    }
    for (let nth = seated.length + this.#newcomers; nth < botSeats(lobby); nth++) {
      this.#newcomers++;
      const wish = lobby.bots[nth] ?? anyBot;
      void this.#invite({ code: this.#code, wish, nth }).then(() => this.#newcomers--);
    }
  }

  async #invite(invitation: BotInvitation): Promise<void> {
    try {
      await this.#services.inviteBot(invitation);
    } catch (error) {
      this.#services.log.warn({ lobby: this.#code, err: error }, "a bot could not come");
    }
  }
}
