import { matchMaker, ServerError } from "@colyseus/core";
import { Held, Outage, type Taken } from "../src/journal/journal.ts";
import type { LobbyCommand } from "../src/lobby/commands.ts";
import type { LobbyEvent } from "../src/lobby/events.ts";
import type { Services } from "./services.ts";

/** A lobby is made, or woken from its journal. */
export type LobbyOrigin =
  | { readonly command: Extract<LobbyCommand, { readonly type: "create" }> }
  | { readonly code: string; readonly taken: Taken<LobbyEvent> }
  /** To be taken over by the process that makes the room: another one has asked for it. */
  | { readonly code: string; readonly takenBy: string };

export const codeOf = (origin: LobbyOrigin): string => ("command" in origin ? origin.command.code : origin.code);

/**
 * Takes a lobby over because another process has asked for it. Who has come here meanwhile has been faster. Where the
 * process that was asked has not answered, the framework asks its own, which has just given the lobby away.
 */
export const takeOver = async (
  { running, journal }: Pick<Services, "running" | "journal">,
  { code, takenBy }: Extract<LobbyOrigin, { readonly takenBy: string }>,
): Promise<Taken<LobbyEvent>> => {
  if (takenBy !== matchMaker.processId) throw new ServerError(409, "busy");
  const local = matchMaker.getLocalRoomById(code) as unknown as { readonly isRunning?: boolean } | undefined;
  if (local?.isRunning === true || !running.mayWake(code)) throw new ServerError(409, "busy");
  // Opened, it can be found; until then nobody else may wake it here.
  try {
    const taken = await journal.take(code);
    if (taken === undefined) throw new ServerError(404, "lobby_not_found");
    return taken;
  } catch (error) {
    running.woke(code);
    // Foreseen, and so no failure to be logged.
    throw error instanceof Held || error instanceof Outage ? new ServerError(409, error.message) : error;
  }
};
