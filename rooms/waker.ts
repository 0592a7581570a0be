import { ErrorCode, type IRoomCache, matchMaker, ServerError } from "@colyseus/core";
import type { Identity } from "../src/accounts/tokens.ts";
import { Conflict, Held, Outage, Unreadable } from "../src/journal/journal.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import { type Code, codes } from "../src/protocol/codes.ts";
import { done, type Outcome, refused } from "./base-room.ts";
import type { LobbyRoom } from "./lobby-room.ts";
import { codeOf, type LobbyOrigin } from "./origin.ts";
import type { Services } from "./services.ts";

type NewLobby = Extract<LobbyOrigin, { readonly command: unknown }>;

/** A lobby that runs, here or in another process. All may reject with Outage. */
export type Reach = {
  /** Why somebody would not be let in now. */
  readonly refusalFor: (identity: Identity, options: unknown) => Promise<Code | undefined>;
  readonly command: (command: LobbyCommand) => Promise<Outcome>;
  /** Where a seat is reserved. */
  readonly listing: IRoomCache;
};

/** Makes lobbies run: new ones, and those that sleep or lost their process. */
export class Waker {
  readonly #journal: Services["journal"];
  readonly #running: Services["running"];
  readonly #waking = new Map<string, Promise<LobbyRoom | undefined>>();
  /** This process is about to stop: what is asked for is woken in another one. */
  isLeaving = false;

  constructor({ journal, running }: Pick<Services, "journal" | "running">) {
    this.#journal = journal;
    this.#running = running;
  }

  /**
   * The lobby of this code in this process, woken if nobody runs it; undefined when there is none. Rejects with Held
   * when another process runs it, and with Outage. Many who ask at once wake it once.
   */
  async roomOf(code: string): Promise<LobbyRoom | undefined> {
    const running = localRoom(code);
    if (running?.isRunning === true) return running;
    if (this.isLeaving) {
      await this.wakeElsewhere(code);
      throw new Held(`${code} is run by another process`);
    }
    const under = this.#waking.get(code);
    if (under !== undefined) return under;
    const waking = this.#wake(code).finally(() => this.#waking.delete(code));
    this.#waking.set(code, waking);
    return waking;
  }

  /** The lobby of this code wherever it runs, woken here if it runs nowhere; undefined when there is none. */
  async reach(code: string): Promise<Reach | undefined> {
    try {
      const room = await this.roomOf(code);
      return room === undefined ? undefined : reachHere(room);
    } catch (error) {
      if (!(error instanceof Held)) throw error;
      return reachThere(code, error);
    }
  }

  /** Makes a new lobby, in the process that has the least to do, unless it is refused what it was to be. */
  async make(code: string, origin: NewLobby): Promise<Outcome> {
    const listing = await created(origin).catch((error: unknown) => {
      const reason = refusalIn(error);
      if (reason === undefined) throw error;
      return refused(reason);
    });
    if ("ok" in listing) return listing;
    // Until it is opened nobody is let in.
    if (listing.processId === matchMaker.processId) localRoom(code)?.open();
    else await call(code, "open", []);
    return done();
  }

  /**
   * Has a lobby that nobody runs taken over by another process: by the one that has the least to do, or by the next
   * where that can't, as in an upgrade, when older ones leave alone what a newer one has written.
   */
  async wakeElsewhere(code: string): Promise<void> {
    let cause: unknown;
    for (const takenBy of await byBusyness((id) => id !== matchMaker.processId)) {
      try {
        return void (await matchMaker.createRoom("lobby", { code, takenBy }));
      } catch (error) {
        // Somebody was faster.
        if (await matchMaker.getRoomById(code)) return;
        cause = error;
      }
    }
    throw new Outage(`no other process can take ${code} over`, { cause });
  }

  async #wake(code: string): Promise<LobbyRoom | undefined> {
    // It is being taken over from a process that stops: whoever asks again finds it.
    if (!this.#running.mayWake(code)) throw new Held(`${code} is being woken`);
    try {
      const taken = await this.#journal.take(code);
      if (taken === undefined) return undefined;
      await created({ code, taken });
      const room = localRoom(code);
      // This process stood still so long that another one has taken the lobby over in the meantime.
      if (room === undefined) throw new Held(`${code} is run by another process`);
      room.open();
      return room;
    } catch (error) {
      // In an upgrade one of the others is newer.
      if (error instanceof Unreadable) await this.wakeElsewhere(code);
      throw error;
    } finally {
      this.#running.woke(code);
    }
  }
}

/** Which process a room is made in: a new lobby where there are the fewest people, everything else here. */
export const processFor = async (name: string, options: unknown): Promise<string> => {
  const { processId } = matchMaker;
  const { command, takenBy } = Object(options) as { readonly command?: unknown; readonly takenBy?: string };
  if (name !== "lobby") return processId;
  if (takenBy !== undefined) return takenBy;
  if (command === undefined) return processId;
  const [leastBusy] = await byBusyness(() => true).catch(() => []);
  return leastBusy ?? processId;
};

/** The processes that fit, by how much they have to do, least first. */
const byBusyness = async (fits: (id: string) => boolean): Promise<readonly string[]> => {
  const all = (await matchMaker.stats.fetchAll()).filter(({ processId }) => fits(processId));
  return all.toSorted((a, b) => a.ccu - b.ccu || a.roomCount - b.roomCount).map(({ processId }) => processId);
};

const localRoom = (code: string): LobbyRoom | undefined =>
  matchMaker.getLocalRoomById(code) as unknown as LobbyRoom | undefined;

/** A room that could not be told to others is of no use, and would hold its lobby for ever. */
const created = async (origin: LobbyOrigin): Promise<IRoomCache> => {
  try {
    return await matchMaker.createRoom("lobby", origin);
  } catch (error) {
    // A process that answered too late has made the lobby after all; it is there, and somebody else's.
    if (!(error instanceof Conflict)) await localRoom(codeOf(origin))?.abandon();
    // The framework keeps of an error its words alone.
    if (Unreadable.is(error)) throw new Unreadable(codeOf(origin), { cause: error });
    // Another process was to make it, and did not say in time whether it has.
    const isUnclear = error instanceof ServerError && error.code >= ErrorCode.MATCHMAKE_NO_HANDLER;
    throw isUnclear ? new Outage(`${codeOf(origin)} was not opened`, { cause: error }) : error;
  }
};

/**
 * Why a lobby was not made, when that is the wish's own fault. The framework keeps of an error its words alone, and
 * of another process' not even that it was one.
 */
const refusalIn = (error: unknown): Code | undefined => {
  const { message = "" } = Object(error) as { readonly message?: string };
  return Object.hasOwn(codes, message) ? (message as Code) : undefined;
};

const reachHere = (room: LobbyRoom): Reach => ({
  refusalFor: (identity, options) => room.admissionRefusal(identity, options),
  command: (command) => room.command(command),
  listing: room.listing,
});

const listingOf = async (code: string): Promise<IRoomCache | undefined> => {
  try {
    return await matchMaker.getRoomById(code);
  } catch (error) {
    throw new Outage("other processes can't be found just now", { cause: error });
  }
};

const reachThere = async (code: string, held: Held): Promise<Reach> => {
  const listing = await listingOf(code);
  // It runs somewhere that we can't see: without Redis, or before it has been listed again.
  if (!listing || listing.processId === matchMaker.processId) throw held;
  return {
    refusalFor: async (identity, options) =>
      (await call<Code | null>(code, "admissionRefusal", [identity, options])) ?? undefined,
    command: (command) => call<Outcome>(code, "command", [command]),
    listing,
  };
};

const call = async <T>(
  code: string,
  method: "open" | "command" | "admissionRefusal",
  given: readonly unknown[],
): Promise<T> => {
  try {
    return (await matchMaker.remoteRoomCall(code, method as never, [...given] as never)) as T;
  } catch (error) {
    throw new Outage(`the process of ${code} did not answer`, { cause: error });
  }
};
