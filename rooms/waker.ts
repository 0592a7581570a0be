import { matchMaker } from "@colyseus/core";
import type { LobbyOrigin, LobbyRoom } from "./lobby-room.ts";
import type { Services } from "./services.ts";

/** Makes lobbies run in this process: new ones, and those that sleep or lost their process. */
export class Waker {
  readonly #journal: Services["journal"];
  readonly #waking = new Map<string, Promise<LobbyRoom | undefined>>();

  constructor(journal: Services["journal"]) {
    this.#journal = journal;
  }

  /**
   * The lobby of this code, woken if nobody runs it; undefined when there is none. Rejects with Held when
   * another process runs it, and with Outage. Many who ask at once wake it once.
   */
  async roomOf(code: string): Promise<LobbyRoom | undefined> {
    const running = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom | undefined;
    if (running?.isRunning === true) return running;
    const under = this.#waking.get(code);
    if (under !== undefined) return under;
    const waking = this.#wake(code).finally(() => this.#waking.delete(code));
    this.#waking.set(code, waking);
    return waking;
  }

  /** Runs a lobby from its beginning or from its journal. */
  async start(code: string, origin: LobbyOrigin): Promise<LobbyRoom> {
    await matchMaker.createRoom("lobby", origin);
    const room = matchMaker.getLocalRoomById(code) as unknown as LobbyRoom;
    room.open();
    return room;
  }

  async #wake(code: string): Promise<LobbyRoom | undefined> {
    const taken = await this.#journal.take(code);
    return taken === undefined ? undefined : this.start(code, { code, taken });
  }
}
