import { matchMaker } from "@colyseus/core";
import type { Outcome } from "../../rooms/base-room.ts";
import type { LobbyRoom } from "../../rooms/lobby-room.ts";
import type { Waker } from "../../rooms/waker.ts";
import { Held, Outage } from "../journal/journal.ts";
import type { LobbyCommand } from "../lobby/commands.ts";
import { Refused } from "./refused.ts";

/** The lobbies as the staff reach them, whichever process runs them; those that sleep are woken. */
export type Lobbies = {
  /** Has a lobby decide; Refused with the lobby's own reason, or with `lobby_not_found`. */
  readonly command: (code: string, command: LobbyCommand) => Promise<void>;
  readonly announce: (code: string, text: string) => Promise<void>;
};

export const lobbiesOf = (waker: Pick<Waker, "roomOf">): Lobbies => {
  /** The lobby's room, or undefined when another process runs it. */
  const roomOf = async (code: string): Promise<LobbyRoom | undefined> => {
    try {
      const room = await waker.roomOf(code);
      if (room === undefined) throw new Refused("lobby_not_found");
      return room;
    } catch (error) {
      if (error instanceof Held) return undefined;
      throw error instanceof Outage ? new Refused("not_available") : error;
    }
  };
  const elsewhere = async (
    code: string,
    method: "command" | "announce",
    given: readonly unknown[],
  ): Promise<unknown> => {
    try {
      return await matchMaker.remoteRoomCall(code, method as never, [...given] as never);
    } catch {
      throw new Refused("not_available");
    }
  };
  return {
    command: async (code, command) => {
      const room = await roomOf(code);
      const outcome = room === undefined ? await elsewhere(code, "command", [command]) : await room.command(command);
      const { ok, code: why } = outcome as Outcome & { readonly code?: Refused["code"] };
      if (!ok) throw new Refused(why ?? "not_available");
    },
    announce: async (code, text) => {
      const room = await roomOf(code);
      if (room === undefined) await elsewhere(code, "announce", [text]);
      else room.announce(text);
    },
  };
};
